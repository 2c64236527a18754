import { useMemo, useRef, type ReactNode } from 'react';
import type { Completion } from '../../../condition/complete.ts';
import { environmentOf } from '../../../document/environment.ts';
import type { DecisionStep } from '../../../document/model.ts';
import { columnOf } from '../../../document/table/column.ts';
import { useProblems } from '../../session/use-problems.ts';
import { MenuOnContext } from '../../ui/menu.tsx';
import type { Inspected } from '../use-inspected.ts';
import { CellEditor } from './cell-editor.tsx';
import { completeCell, completeStep } from './complete-cell.ts';
import { GridCell } from './grid-cell.tsx';
import { isInside, type Place } from './grid-place.ts';
import { cellKey, problemsByCell } from './grid-problems.ts';
import { gridTexts, tailColumns } from './grid-texts.ts';
import { tableActions } from './table-actions.ts';
import { tableMenu } from './table-menu.ts';
import { TableStatus } from './table-status.tsx';
import { TableToolbar } from './table-toolbar.tsx';
import { useTableGrid } from './use-table-grid.ts';

export interface TableGridProps {
  readonly id: string;
  readonly step: DecisionStep;
  readonly inspected: Inspected;
  /** At the right of the toolbar. */
  readonly aside?: ReactNode;
}

const rowHeadStyle =
  'sticky left-0 z-1 w-7 min-w-7 border-r border-line bg-sunken text-center text-xs font-normal text-faint';
const noColumns: readonly string[] = [];

/** A decision table as a grid: a row a branch, a column an expression, and behind them label and target. */
export function TableGrid({ id, step, inspected, aside }: TableGridProps) {
  const { document, gesture } = inspected;
  const { procedure } = document;
  const { columns = noColumns, branches } = step;
  const width = columns.length;
  const environment = environmentOf(procedure);
  const grid = useRef<HTMLTableElement>(null);
  const texts = useMemo(() => gridTexts(step), [step]);
  const actions = useMemo(() => tableActions(id, gesture), [id, gesture]);
  const state = useTableGrid(grid, texts, width, actions);
  const { active, block, editing } = state;
  const reported = useProblems();
  const problems = useMemo(() => problemsByCell(reported, id, width), [reported, id, width]);
  const types = useMemo(
    () => columns.map((column) => columnOf(column, environment).type),
    [columns, environment],
  );
  const menu = tableMenu(active, width, state.run);

  const completionsAt =
    ({ row, column }: Place) =>
    (text: string, offset: number): readonly Completion[] => {
      if (row > 0 && column === width) return [];
      if (row > 0 && column > width) return completeStep(text, procedure.steps);
      return completeCell(text, offset, row === 0 ? undefined : types[column], environment);
    };
  const labelOf = ({ row, column }: Place): string => {
    const head = columns[column] ?? tailColumns[column - width] ?? '';
    return row === 0 ? `Column ${column + 1}` : `${head}, row ${row}`;
  };
  const lineOf = (row: number): ReactNode => (
    // By its place: a row that moves stays what it is, and keeps the focus.
    <tr key={row} className="border-line not-first:border-t">
      {row === 0 ? (
        <th scope="col" className={rowHeadStyle}>
          <span className="sr-only">Row</span>
        </th>
      ) : (
        <th scope="row" className={rowHeadStyle}>
          {row}
        </th>
      )}
      {texts[row]?.map((text, column) => {
        const place = { row, column };
        return (
          <GridCell
            // oxlint-disable-next-line react/no-array-index-key
            key={column}
            text={text}
            isHeader={row === 0}
            isTail={column >= width}
            isLabel={column === width}
            isActive={row === active.row && column === active.column}
            isChosen={isInside(block, place)}
            problems={problems.get(cellKey(place)) ?? []}
            onPoint={(extend) => state.point(place, extend)}
            onEdit={() => state.edit(place)}
          >
            {editing?.place.row === row && editing.place.column === column && (
              <CellEditor
                label={labelOf(place)}
                text={editing.text}
                mono={column !== width}
                completionsAt={completionsAt(place)}
                onCommit={state.commit}
                onCancel={state.cancel}
              />
            )}
          </GridCell>
        );
      })}
    </tr>
  );

  return (
    <div className="flex min-w-0 flex-col gap-2">
      <TableToolbar entries={menu} run={state.run} aside={aside} />
      <MenuOnContext entries={menu}>
        <div className="overflow-x-auto rounded-md border border-line-strong">
          <table
            ref={grid}
            // A table that is edited cell by cell is a grid; its keys are those of its cells.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
            role="grid"
            aria-label={`Decision table, ${branches.length === 1 ? '1 row' : `${branches.length} rows`}`}
            className="w-full border-collapse text-sm"
            onKeyDown={state.onKeyDown}
            onCopy={state.onCopy}
            onCut={state.onCut}
            onPaste={state.onPaste}
          >
            <thead>{lineOf(0)}</thead>
            <tbody>{branches.map((_, index) => lineOf(index + 1))}</tbody>
          </table>
        </div>
      </MenuOnContext>
      {state.adding !== undefined && (
        <div className="flex items-center gap-2 text-xs text-muted">
          New column
          <div className="relative h-(--control) grow">
            <CellEditor
              label="Expression of the new column"
              text=""
              mono
              completionsAt={completionsAt({ row: 0, column: 0 })}
              onCommit={state.addColumn}
              onCancel={state.cancel}
            />
          </div>
        </div>
      )}
      <TableStatus
        procedure={procedure}
        row={active.row}
        branch={branches[active.row - 1]}
        problems={problems.get(cellKey(active)) ?? []}
        refusal={state.refusal}
      />
      <output className="sr-only">{state.announcement}</output>
    </div>
  );
}
