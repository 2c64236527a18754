import { stepSchemas } from '../schema/step-schema.ts';
import type { StepKind } from '../model.ts';
import { Draft } from '../yaml-edit/draft.ts';
import type { Editable } from './editable.ts';
import { hasStep, stepMissing, stepOf } from './editable.ts';
import { refused } from './plan.ts';
import type { Plan } from './plan.ts';
import { setField } from './set-field.ts';
import { mainSlot } from './slots.ts';

/**
 * Makes a step one of another kind. What both kinds have stays as it stands; the words that it says or asks and the
 * usual way on go on under the name that the other kind has for them; the rest is taken away.
 */
export function planSetStepKind(document: Editable, id: string, kind: StepKind): Plan {
  if (!hasStep(document, id)) return stepMissing(id);
  const step = stepOf(document.source.data, id);
  if (!step)
    return refused('not-possible', `“${id}” is not written as a step yet: give it a kind in the text.`);
  const path = ['steps', id];
  const draft = new Draft(document.source);
  for (const [from, to] of successors(step.get('kind'), kind)) {
    if (step.has(from) && !step.has(to) && !fits(from, kind) && fits(to, kind))
      draft.renameKey(path, from, to);
  }
  setField(draft, [...path, 'kind'], kind);
  draft.removeAll(fieldsLost(draft, id, kind).map((key) => ['steps', id, key]));
  return draft.plan();
}

/** The fields of a step that one of another kind cannot have, and that nothing of it takes over. */
export function fieldsLost(document: Editable, id: string, kind: StepKind): readonly string[] {
  const step = stepOf(document.source.data, id);
  if (!step) return [];
  const carried = new Map(successors(step.get('kind'), kind));
  return [...step.keys()].filter((key) => {
    const successor = carried.get(key);
    return !fits(key, kind) && (successor === undefined || !fits(successor, kind) || step.has(successor));
  });
}

/** Pairs of keys that mean the same of either kind. */
function* successors(from: unknown, to: StepKind): Generator<readonly [from: string, to: string]> {
  yield to === 'question' ? ['say', 'ask'] : ['ask', 'say'];
  const [before, after] = [mainSlot(from), mainSlot(to)];
  if (before !== undefined && after !== undefined && before !== after) yield [before, after];
}

function fits(key: string, kind: StepKind): boolean {
  return key.startsWith('x-') || Object.hasOwn(stepSchemas[kind].shape, key);
}
