import { pathOfLink } from '../graph.ts';
import { Draft } from '../yaml-edit/draft.ts';
import type { Editable } from './editable.ts';
import type { Link } from './link.ts';
import { refused } from './plan.ts';
import type { Plan } from './plan.ts';
import { dropEmptyOutcomes, linkRefusal } from './slots.ts';

/** Takes a link's target away; a branch stays, without one. */
export function planDisconnect(document: Editable, link: Link): Plan {
  const refusal = linkRefusal(document, link);
  if (refusal) return refusal;
  const draft = new Draft(document.source);
  const path = pathOfLink(link);
  if (draft.valueAt(path) === undefined) return refused('not-found', 'This link leads nowhere already.');
  draft.remove(path);
  if (link.slot === 'outcome') dropEmptyOutcomes(draft, path);
  return draft.plan();
}
