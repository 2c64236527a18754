import type { Editable } from './editable.ts';
import { decisionRefusal } from './plan-add-branch.ts';
import { planMoveListItem } from './plan-move-list-item.ts';
import type { Plan } from './plan.ts';

/** `to` is the branch's index afterwards. */
export function planMoveBranch(document: Editable, stepId: string, from: number, to: number): Plan {
  return (
    decisionRefusal(document, stepId) ?? planMoveListItem(document, ['steps', stepId, 'branches'], from, to)
  );
}
