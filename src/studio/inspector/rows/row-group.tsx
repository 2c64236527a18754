import { ListTree, Plus } from 'lucide-react';
import { useRef } from 'react';
import type { Environment } from '../../../condition/environment.ts';
import type { Row, Rows } from '../../../condition/rows/rows.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { focusSoon } from '../focus-soon.ts';
import { firstRow, newGroup, withMore, withoutRow, withRow, type RowItem } from './change-rows.ts';
import { CompareFields, quantifierWords } from './compare-fields.tsx';
import { RowFrame } from './row-frame.tsx';
import { VerbatimRow } from './verbatim-row.tsx';

export interface RowGroupProps {
  /** In front of the numbers of its rows: `Row 2.`. */
  readonly prefix: string;
  readonly group: Rows;
  readonly environment: Environment;
  readonly item?: RowItem | undefined;
  /** Gives back the reason of a refusal. */
  readonly onChange: (group: Rows) => string | undefined;
}

const joins = [
  { value: 'and', label: 'All of these hold' },
  { value: 'or', label: 'Any of these holds' },
];

/** Rows of which all, or any, must hold; groups and questions about lists stand indented in it. */
export function RowGroup({ prefix, group, environment, item, onChange }: RowGroupProps) {
  const list = useRef<HTMLDivElement>(null);
  const add = (row: Row): void => {
    onChange(withMore(group, row));
    focusSoon(() => controlOf(list.current, group.rows.length));
  };
  const replace = (index: number, next: Row): string | undefined => {
    const refusal = onChange(withRow(group, index, next));
    // What was chosen from is gone when a comparison becomes a question about a list.
    if (next.kind !== group.rows[index]?.kind) focusSoon(() => controlOf(list.current, index));
    return refusal;
  };
  const remove = (index: number): void => {
    onChange(withoutRow(group, index));
    focusSoon(() => {
      const rows = list.current?.querySelectorAll<HTMLElement>(':scope > [data-row]');
      const next = rows?.[Math.min(index, rows.length - 1)]?.querySelector<HTMLElement>('[data-delete-row]');
      return next ?? list.current?.querySelector<HTMLElement>('[data-add-row]');
    });
  };
  return (
    <div ref={list} className="flex min-w-0 flex-col gap-1.5">
      {group.rows.length > 1 && (
        <Select
          aria-label={
            prefix === 'Row ' ? 'How the rows are joined' : `${prefix.slice(0, -1)}, how its rows are joined`
          }
          value={group.join}
          options={joins}
          onChange={(join) => onChange({ ...group, join: join === 'or' ? 'or' : 'and' })}
        />
      )}
      {group.rows.map((row, index) => (
        // By its place: a row that is changed stays, and keeps the focus.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} data-row>
          <RowFrame name={`${prefix}${index + 1}`} onDelete={() => remove(index)}>
            <RowFields
              name={`${prefix}${index + 1}`}
              row={row}
              environment={environment}
              item={item}
              onChange={(next) => replace(index, next)}
            />
          </RowFrame>
        </div>
      ))}
      <div className="flex flex-wrap gap-1">
        <Button
          variant="ghost"
          data-add-row
          className="h-7 px-2 text-xs"
          icon={<Plus aria-hidden />}
          onClick={() => add(firstRow(environment, item))}
        >
          Row
        </Button>
        <Button
          variant="ghost"
          className="h-7 px-2 text-xs"
          icon={<ListTree aria-hidden />}
          onClick={() => add(newGroup(group.join === 'and' ? 'or' : 'and', environment, item))}
        >
          Group
        </Button>
      </div>
    </div>
  );
}

/** The first control of a row. */
function controlOf(list: HTMLElement | null, index: number): HTMLElement | null | undefined {
  const rows = list?.querySelectorAll<HTMLElement>(':scope > [data-row]');
  return rows?.[index]?.querySelector<HTMLElement>('[role="combobox"]');
}

interface RowFieldsProps {
  readonly name: string;
  readonly row: Row;
  readonly environment: Environment;
  readonly item: RowItem | undefined;
  readonly onChange: (row: Row) => string | undefined;
}

function RowFields({ name, row, environment, item, onChange }: RowFieldsProps) {
  switch (row.kind) {
    case 'compare':
      return (
        <CompareFields name={name} row={row} environment={environment} item={item} onChange={onChange} />
      );
    case 'text':
      return <VerbatimRow label={name} text={row.text} write={(text) => onChange({ kind: 'text', text })} />;
    case 'group':
      return (
        <RowGroup prefix={`${name}.`} group={row} environment={environment} item={item} onChange={onChange} />
      );
    case 'list':
      return (
        <div className="flex min-w-0 grow flex-col gap-1.5">
          <span className="truncate px-1 font-mono text-sm">{row.list}</span>
          <Select
            aria-label={`${name}, comparison`}
            value={row.quantifier}
            options={Object.entries(quantifierWords).map(([value, label]) => ({ value, label }))}
            onChange={(value) => {
              const quantifier = (['any', 'all', 'none'] as const).find((each) => each === value);
              if (quantifier) onChange({ ...row, quantifier });
            }}
          />
          <RowGroup
            prefix={`${name}.`}
            group={row.of}
            environment={environment}
            item={{ variable: row.variable, type: row.type }}
            onChange={(of) => onChange({ ...row, of })}
          />
        </div>
      );
  }
}
