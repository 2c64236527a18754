import { pathOfLink } from '../graph.ts';
import { Draft } from '../yaml-edit/draft.ts';
import { hasStep, stepMissing } from './editable.ts';
import type { Editable } from './editable.ts';
import { setField } from './set-field.ts';
import type { Link } from './link.ts';
import type { Plan } from './plan.ts';
import { linkRefusal } from './slots.ts';

/** Lets a link lead to a step, wherever it led before. */
export function planConnect(document: Editable, link: Link, target: string): Plan {
  const refusal = linkRefusal(document, link);
  if (refusal) return refusal;
  if (!hasStep(document, target)) return stepMissing(target);
  const draft = new Draft(document.source);
  setField(draft, pathOfLink(link), target);
  return draft.plan();
}
