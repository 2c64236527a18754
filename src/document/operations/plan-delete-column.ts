import { Draft } from '../yaml-edit/draft.ts';
import type { Editable } from './editable.ts';
import { refused } from './plan.ts';
import type { Plan } from './plan.ts';
import { cellsOf, tableOf, tableRefusal } from './table-shape.ts';

/** Deletes a column with its cells. The last one stays: without columns a decision is no table. */
export function planDeleteColumn(document: Editable, stepId: string, index: number): Plan {
  const refusal = tableRefusal(document, stepId);
  if (refusal) return refusal;
  const draft = new Draft(document.source);
  const { columns, rows } = tableOf(draft.data, stepId) ?? { columns: [], rows: [] };
  if (columns.length === 1 && index === 0) {
    return refused('not-possible', 'A table needs a column. Make branches of it instead.');
  }
  draft.remove(['steps', stepId, 'columns', index]);
  for (const [row, each] of rows.entries()) {
    if (index < (cellsOf(each)?.length ?? 0)) draft.remove(['steps', stepId, 'branches', row, 'when', index]);
  }
  return draft.plan();
}
