import type { Path } from '../diagnostic.ts';
import { isList, isMap } from '../yaml-edit/data.ts';
import type { DataMap } from '../yaml-edit/data.ts';
import { sectionOf } from './editable.ts';

/** A scalar of the text that names something. */
export interface Reference {
  readonly path: Path;
  readonly name: string;
  /** A way that a run may take, a tie of a guardrail, or a plain mention. */
  readonly role: 'link' | 'tie' | 'call' | 'collects' | 'includes' | 'source';
}

const linkSlots = ['next', 'otherwise', 'onError', 'giveUp'];

/** Every scalar that names a step, an action, a fact or a guardrail. Texts with expressions are not among them. */
export function* referencesOf(data: unknown): Generator<Reference> {
  yield* named(data, [], ['start'], 'link');
  for (const [id, step] of sectionOf(data, 'steps')) {
    const path = ['steps', id];
    yield* named(step, path, linkSlots, 'link');
    yield* named(step, path, ['call'], 'call');
    yield* named(step, path, ['collects'], 'collects');
    yield* named(step, path, ['includes'], 'includes');
    yield* branchLinks(step, path);
    yield* outcomeLinks(step, path);
  }
  for (const [id, guardrail] of sectionOf(data, 'guardrails')) {
    yield* named(guardrail, ['guardrails', id], ['before', 'appliesTo'], 'tie');
  }
  for (const [name, fact] of sectionOf(data, 'facts'))
    yield* named(fact, ['facts', name], ['source'], 'source');
}

function* branchLinks(step: unknown, path: Path): Generator<Reference> {
  const branches = isMap(step) ? step.get('branches') : undefined;
  if (!isList(branches)) return;
  for (const [index, branch] of branches.entries()) {
    yield* named(branch, [...path, 'branches', index], ['next'], 'link');
  }
}

function* outcomeLinks(step: unknown, path: Path): Generator<Reference> {
  const outcomes = isMap(step) ? step.get('outcomes') : undefined;
  if (isMap(outcomes)) yield* named(outcomes, [...path, 'outcomes'], [...outcomes.keys()], 'link');
}

/** One name, or a list of names. */
function* named(
  holder: unknown,
  path: Path,
  keys: readonly string[],
  role: Reference['role'],
): Generator<Reference> {
  if (!isMap(holder)) return;
  for (const key of keys) {
    const value = (holder as DataMap).get(key);
    if (typeof value === 'string' && !(key === 'appliesTo' && value === 'all')) {
      yield { path: [...path, key], name: value, role };
    }
    if (!isList(value)) continue;
    for (const [index, name] of value.entries()) {
      if (typeof name === 'string') yield { path: [...path, key, index], name, role };
    }
  }
}
