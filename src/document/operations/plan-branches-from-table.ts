import type { SopDocument } from '../document.ts';
import { Draft } from '../yaml-edit/draft.ts';
import { planned, refused } from './plan.ts';
import type { Plan } from './plan.ts';
import { decisionRefusal } from './plan-add-branch.ts';
import { tableOf } from './table-shape.ts';

/** Makes a plain decision of a table: each row becomes the condition that its cells come to. */
export function planBranchesFromTable(document: SopDocument, stepId: string): Plan {
  const refusal = decisionRefusal(document, stepId);
  if (refusal) return refusal;
  if (!tableOf(document.source.data, stepId)) return planned([]);
  const step = document.procedure.steps.get(stepId);
  if (step?.kind !== 'decision') {
    return refused('not-possible', `“${stepId}” cannot be read at present: put its text right first.`);
  }
  const draft = new Draft(document.source);
  for (const [index, { when, cells }] of step.branches.entries()) {
    if (cells) draft.set(['steps', stepId, 'branches', index, 'when'], when);
  }
  for (const key of ['columns', 'hits']) {
    if (draft.valueAt(['steps', stepId, key]) !== undefined) draft.remove(['steps', stepId, key]);
  }
  return draft.plan();
}
