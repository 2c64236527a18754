import { Draft } from '../yaml-edit/draft.ts';
import type { Editable } from './editable.ts';
import type { Plan } from './plan.ts';
import { cellsOf, tableOf, tableRefusal } from './table-shape.ts';

/** Gives a row as many cells as its table has columns: fills it up, or takes the last ones away. */
export function planFitRow(document: Editable, stepId: string, row: number): Plan {
  const refusal = tableRefusal(document, stepId);
  if (refusal) return refusal;
  const draft = new Draft(document.source);
  const { columns, rows } = tableOf(draft.data, stepId) ?? { columns: [], rows: [] };
  const path = ['steps', stepId, 'branches', row, 'when'];
  const length = cellsOf(rows[row])?.length ?? columns.length;
  for (let cell = length; cell < columns.length; cell += 1) draft.insertItem(path, cell, '-');
  for (let cell = length - 1; cell >= columns.length; cell -= 1) draft.remove([...path, cell]);
  return draft.plan();
}
