import { pathOfLink } from '../graph.ts';
import { Draft } from '../yaml-edit/draft.ts';
import { hasStep, stepMissing, stepOf } from './editable.ts';
import type { Editable } from './editable.ts';
import type { Link } from './link.ts';
import { refused } from './plan.ts';
import type { Plan } from './plan.ts';
import { setField } from './set-field.ts';
import { linkRefusal, mainSlot } from './slots.ts';

/**
 * Puts a step that stands in the document on a link: the link leads to it, and it leads to where the link led. Refused
 * where its own way on leads elsewhere already, for that would be lost.
 */
export function planPutOnLink(document: Editable, link: Link, id: string): Plan {
  const refusal = linkRefusal(document, link);
  if (refusal) return refusal;
  const step = stepOf(document.source.data, id);
  if (!step) return stepMissing(id);
  if (link.from === id) return refused('not-possible', 'A step cannot stand on a link of its own.');
  const draft = new Draft(document.source);
  const path = pathOfLink(link);
  const target = draft.valueAt(path);
  if (target === id) return refused('not-possible', `The link leads to “${id}” already.`);
  const slot = mainSlot(step.get('kind'));
  if (typeof target === 'string' && hasStep(document, target)) {
    if (slot === undefined)
      return refused('not-possible', `Nothing can follow “${id}”, so it cannot stand on this link.`);
    const onward = step.get(slot) ?? undefined;
    if (onward !== undefined && onward !== target)
      return refused('not-possible', `“${id}” leads to “${String(onward)}” already. Disconnect it first.`);
    setField(draft, ['steps', id, slot], target);
  }
  setField(draft, path, id);
  return draft.plan();
}
