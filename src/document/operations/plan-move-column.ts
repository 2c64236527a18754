import { Draft } from '../yaml-edit/draft.ts';
import type { Editable } from './editable.ts';
import type { Plan } from './plan.ts';
import { cellsOf, fillRows, tableOf, tableRefusal } from './table-shape.ts';

/** Moves a column with its cells; `to` is its index afterwards. What the table means stays the same. */
export function planMoveColumn(document: Editable, stepId: string, from: number, to: number): Plan {
  const refusal = tableRefusal(document, stepId);
  if (refusal) return refusal;
  const draft = new Draft(document.source);
  draft.moveItem(['steps', stepId, 'columns'], from, to);
  if (draft.refusal || from === to) return draft.plan();
  fillRows(draft, stepId, Math.max(from, to) + 1);
  for (const [row, each] of (tableOf(draft.data, stepId)?.rows ?? []).entries()) {
    if (cellsOf(each)) draft.moveItem(['steps', stepId, 'branches', row, 'when'], from, to);
  }
  return draft.plan();
}
