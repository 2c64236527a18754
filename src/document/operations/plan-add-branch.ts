import { isList } from '../yaml-edit/data.ts';
import type { Editable } from './editable.ts';
import { stepMissing, stepOf } from './editable.ts';
import { planAddListItem } from './plan-add-list-item.ts';
import { refused } from './plan.ts';
import type { Plan } from './plan.ts';

export interface NewBranch {
  readonly when: string;
  readonly label?: string | undefined;
  readonly next?: string | undefined;
}

/**
 * Adds a branch to a decision, last unless told: branches are tried in order. In a table it is a row that lets
 * everything pass, whatever its condition.
 */
export function planAddBranch(document: Editable, stepId: string, branch: NewBranch, index?: number): Plan {
  const refusal = decisionRefusal(document, stepId);
  if (refusal) return refusal;
  const { label, next } = branch;
  const columns = stepOf(document.source.data, stepId)?.get('columns');
  const when = isList(columns) ? columns.map(() => '-') : branch.when;
  return planAddListItem(document, ['steps', stepId, 'branches'], { when, label, next }, index);
}

export function decisionRefusal(document: Editable, stepId: string): Plan | undefined {
  if (!document.source.locate(['steps', stepId])) return stepMissing(stepId);
  const kind = stepOf(document.source.data, stepId)?.get('kind');
  if (kind === undefined || kind === 'decision') return undefined;
  return refused('not-possible', `The step “${stepId}” is no decision, so it has no branches.`);
}
