import { isList } from '../yaml-edit/data.ts';
import { rewriteWhole } from '../yaml-edit/rewrite.ts';
import { Draft } from '../yaml-edit/draft.ts';
import { guardrailMissing, hasStep, stepMissing } from './editable.ts';
import type { Editable } from './editable.ts';
import { refused } from './plan.ts';
import type { Plan } from './plan.ts';
import { referencesOf } from './references.ts';
import type { Reference } from './references.ts';
import { dropEmptyOutcomes, onwardOf } from './slots.ts';

/**
 * `remove-references` takes away every link and tie to what is deleted; `reconnect` lets the links lead on to where
 * the deleted step led (a decision: its `otherwise`), except those of a step that would then lead to itself.
 */
export type DeleteMode = 'remove-references' | 'reconnect';

/** Deletes steps and guardrails by key (`step:ID`, `guardrail:ID`). */
export function planDeleteElements(document: Editable, keys: readonly string[], mode: DeleteMode): Plan {
  const draft = new Draft(document.source);
  for (const key of new Set(keys)) {
    const id = key.slice(key.indexOf(':') + 1);
    if (key.startsWith('step:')) {
      if (!hasStep(document, id)) return stepMissing(id);
      deleteStep(draft, id, mode);
    } else if (key.startsWith('guardrail:')) {
      if (!document.source.locate(['guardrails', id])) return guardrailMissing(id);
      deleteGuardrail(draft, id);
    } else {
      return refused('not-found', `There is no element “${key}”.`);
    }
  }
  return draft.plan();
}

function deleteStep(draft: Draft, id: string, mode: DeleteMode): void {
  const onward = mode === 'reconnect' ? onwardOf(draft.data, id) : undefined;
  const named = [...referencesOf(draft.data)].filter(
    (reference) => reference.name === id && !isOwn(reference, id),
  );
  const links = named.filter((reference) => reference.role === 'link');
  const leading = links.filter(({ path }) => onward !== undefined && path[1] !== onward);
  draft.rewrite(leading.map(({ path, name }) => rewriteWhole(path, name, onward ?? name)));
  const ending = links.filter((link) => !leading.includes(link)).map(({ path }) => path);
  draft.removeAll(ending);
  for (const path of ending) dropEmptyOutcomes(draft, path);
  const ties = named.filter((reference) => reference.role === 'tie');
  for (const tie of ties.reverse()) removeReference(draft, tie);
  draft.remove(['steps', id]);
}

function deleteGuardrail(draft: Draft, id: string): void {
  const named = [...referencesOf(draft.data)].filter(({ name, role }) => name === id && role === 'includes');
  for (const reference of named.reverse()) removeReference(draft, reference);
  draft.remove(['guardrails', id]);
}

/** References from inside the step go with it. */
function isOwn({ path }: Reference, id: string): boolean {
  return path[0] === 'steps' && path[1] === id;
}

/**
 * A list of names may fall empty but stays: a guardrail that applies to no step must not come to apply to all. An
 * empty `includes` says nothing and goes.
 */
function removeReference(draft: Draft, { path, role }: Reference): void {
  const list = path.slice(0, -1);
  const items = draft.valueAt(list);
  if (role === 'includes' && isList(items) && items.length === 1) draft.remove(list);
  else if (role === 'tie' && typeof path.at(-1) === 'string') draft.set(path, []);
  else draft.remove(path);
}
