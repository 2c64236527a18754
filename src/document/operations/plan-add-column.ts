import { Draft } from '../yaml-edit/draft.ts';
import type { Editable } from './editable.ts';
import type { Plan } from './plan.ts';
import { cellsOf, fillRows, tableOf, tableRefusal } from './table-shape.ts';

/** Adds a column to a table, last unless told; in every row it lets everything pass. */
export function planAddColumn(document: Editable, stepId: string, column: string, index?: number): Plan {
  const refusal = tableRefusal(document, stepId);
  if (refusal) return refusal;
  const draft = new Draft(document.source);
  const { columns, rows } = tableOf(draft.data, stepId) ?? { columns: [], rows: [] };
  const at = index ?? columns.length;
  draft.insertItem(['steps', stepId, 'columns'], at, column);
  fillRows(draft, stepId, at);
  for (const [row, each] of rows.entries()) {
    if (cellsOf(each)) draft.insertItem(['steps', stepId, 'branches', row, 'when'], at, '-');
  }
  return draft.plan();
}
