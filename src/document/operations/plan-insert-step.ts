import { pathOfLink } from '../graph.ts';
import { Draft } from '../yaml-edit/draft.ts';
import { hasStep } from './editable.ts';
import type { Editable } from './editable.ts';
import type { Link } from './link.ts';
import { addStep, newStepId } from './plan-add-step.ts';
import type { NewStep } from './plan-add-step.ts';
import { refused } from './plan.ts';
import type { Plan } from './plan.ts';
import { setField } from './set-field.ts';
import { linkRefusal, mainSlot } from './slots.ts';

/**
 * Puts a new step on a link: the link leads to it, and it leads to where the link led. It is written behind the step
 * that the link comes from.
 */
export function planInsertStep(document: Editable, link: Link, step: NewStep): Plan {
  const refusal = linkRefusal(document, link);
  if (refusal) return refusal;
  const { id, refusal: idRefused } = newStepId(document, step);
  if (idRefused) return idRefused;
  const draft = new Draft(document.source);
  const path = pathOfLink(link);
  const target = draft.valueAt(path);
  const slot = mainSlot(step.kind);
  const leads = typeof target === 'string' && hasStep(document, target);
  if (leads && slot === undefined) {
    return refused(
      'not-possible',
      `Nothing can follow a step of kind “${step.kind}”, so it cannot stand on this link.`,
    );
  }
  const fields = { ...step.fields, ...(leads && slot ? { [slot]: target } : {}) };
  addStep(draft, id, { ...step, fields }, link.from);
  setField(draft, path, id);
  return draft.plan({ created: [`step:${id}`] });
}
