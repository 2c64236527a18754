import type { Editable } from './editable.ts';
import { decisionRefusal } from './plan-add-branch.ts';
import { planDeleteListItem } from './plan-delete-list-item.ts';
import type { Plan } from './plan.ts';

export function planDeleteBranch(document: Editable, stepId: string, index: number): Plan {
  return (
    decisionRefusal(document, stepId) ?? planDeleteListItem(document, ['steps', stepId, 'branches'], index)
  );
}
