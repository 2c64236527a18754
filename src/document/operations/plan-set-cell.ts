import { cellValue } from '../table/cell-value.ts';
import { isMap } from '../yaml-edit/data.ts';
import { Draft } from '../yaml-edit/draft.ts';
import type { Editable } from './editable.ts';
import { refused } from './plan.ts';
import type { Plan } from './plan.ts';
import { cellsOf, tableOf, tableRefusal } from './table-shape.ts';

/**
 * Writes one cell of a table, from the text that a person typed: nothing or `-` for anything, `[one, other]` for a
 * list. A row that is too short is filled up; one that is no row yet becomes one.
 */
export function planSetCell(
  document: Editable,
  stepId: string,
  row: number,
  column: number,
  text: string,
): Plan {
  const refusal = tableRefusal(document, stepId);
  if (refusal) return refusal;
  const { columns, rows } = tableOf(document.source.data, stepId) ?? { columns: [], rows: [] };
  if (!(column in columns) || !isMap(rows[row]))
    return refused('not-found', 'The table does not have that cell.');
  const draft = new Draft(document.source);
  const path = ['steps', stepId, 'branches', row, 'when'];
  const cells = cellsOf(rows[row]);
  if (!cells) {
    draft.set(
      path,
      columns.map((_, index) => (index === column ? cellValue(text) : '-')),
    );
  } else {
    fillRow(draft, path, cells.length, column);
    draft.set([...path, column], cellValue(text));
  }
  return draft.plan();
}

function fillRow(draft: Draft, path: readonly (string | number)[], from: number, to: number): void {
  for (let cell = from; cell <= to; cell += 1) draft.insertItem(path, cell, '-');
}
