import { pathOfLink } from '../graph.ts';
import { Draft } from '../yaml-edit/draft.ts';
import { rewriteWhole } from '../yaml-edit/rewrite.ts';
import { hasStep, stepMissing, stepOf } from './editable.ts';
import type { Editable } from './editable.ts';
import type { Link } from './link.ts';
import { refused } from './plan.ts';
import type { Plan } from './plan.ts';
import { referencesOf } from './references.ts';
import { setField } from './set-field.ts';
import { linkRefusal, mainSlot, onwardOf } from './slots.ts';

/**
 * Takes a step out of its way and puts it on another link: what led to it leads on to where it led, the link leads to
 * it, and it leads to where the link led. Its other ways out and its place in the text stay.
 */
export function planMoveStep(document: Editable, id: string, to: Link): Plan {
  const refusal = linkRefusal(document, to);
  if (refusal) return refusal;
  if (!hasStep(document, id)) return stepMissing(id);
  if (to.from === id) return refused('not-possible', 'A step cannot follow itself.');
  const slot = mainSlot(stepOf(document.source.data, id)?.get('kind'));
  const draft = new Draft(document.source);
  const path = pathOfLink(to);
  const before = draft.valueAt(path);
  const onward = onwardOf(draft.data, id);
  const target = before === id ? onward : typeof before === 'string' ? before : undefined;
  if (slot === undefined && target !== undefined)
    return refused('not-possible', `Nothing can follow “${id}”, so it cannot stand on this link.`);
  const leading = [...referencesOf(draft.data)].filter(
    ({ name, role, path: [section, from] }) =>
      name === id && role === 'link' && !(section === 'steps' && from === id),
  );
  if (onward === undefined) draft.removeAll(leading.map(({ path: each }) => each));
  else draft.rewrite(leading.map(({ path: each, name }) => rewriteWhole(each, name, onward)));
  setField(draft, path, id);
  if (slot !== undefined) {
    if (target !== undefined) setField(draft, ['steps', id, slot], target);
    else if (onward !== undefined) draft.remove(['steps', id, slot]);
  }
  return draft.plan();
}
