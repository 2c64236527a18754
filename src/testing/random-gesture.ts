import type { Link } from '../document/operations/link.ts';
import type { Gesture } from './gesture.ts';
import { branch, expression, randomStep, text } from './plain-procedure.ts';
import type { Names, Plain, PlainMap } from './plain-procedure.ts';
import type { SeededRandom } from './seeded-random.ts';

const kinds = ['message', 'question', 'action', 'decision', 'procedure', 'escalation', 'end'];
/** What is typed into a cell, and what is written. */
const typedCells: readonly (readonly [string, Plain])[] = [
  ['> 5', '> 5'],
  ['', '-'],
  [' - ', '-'],
  ['[yes, no]', ['yes', 'no']],
  ['[]', []],
  ['7', 7],
  ['-0.5', -0.5],
  ['0x1F', '0x1F'],
  ['true', true],
  ['a: b', 'a: b'],
  ['"x, y"', '"x, y"'],
  ['!= zip && < parameters.limit', '!= zip && < parameters.limit'],
];
const newIds = [
  'new-step',
  'été-2',
  'yes',
  '2',
  'null',
  'step',
  'a b',
  '',
  '-x',
  'check',
  'x',
  'weiter',
  '次',
  'before',
  'all',
];
const newNames = [
  'order.state',
  'total',
  'yes',
  'order.id',
  'a.b.c',
  'in',
  'not a name',
  'parameters.x',
  'ok2',
];
const sections = ['facts', 'derived', 'parameters', 'actions'] as const;

/** Something a person might ask for now: mostly possible, sometimes not. */
export function randomGesture(random: SeededRandom, state: PlainMap): Gesture {
  const names = namesOf(state);
  const step = (): string => (random.chance(0.04) ? 'nowhere' : random.pick(names.stepIds));
  const key = (): string =>
    names.guardrailIds.length > 0 && random.chance(0.3)
      ? `guardrail:${random.pick(names.guardrailIds)}`
      : `step:${step()}`;
  const keys = (): string[] => Array.from({ length: 1 + random.below(3) }, key);
  const guardrail = (): string => (names.guardrailIds.length > 0 ? random.pick(names.guardrailIds) : 'none');
  const id = (): { id?: string } => (random.chance(0.7) ? { id: random.pick(newIds) } : {});
  const decision = random.pick([...decisionsOf(state), step()]);
  switch (random.below(26)) {
    case 0: {
      const { kind, ...fields } = randomStep(random, names);
      return {
        do: 'add-step',
        kind: String(kind),
        ...id(),
        ...(random.chance(0.5) ? { title: text(random) } : {}),
        fields: withoutTitle(fields),
      };
    }
    case 1:
      return {
        do: 'insert-step',
        link: randomLink(random, state, names),
        kind: random.pick(kinds),
        ...id(),
        fields: { description: text(random) },
      };
    case 2:
    case 3:
      return { do: 'delete', keys: keys(), mode: random.pick(['remove-references', 'reconnect']) };
    case 4:
    case 5:
      return { do: 'rename-step', id: step(), next: random.pick(newIds) };
    case 6:
      return { do: 'rename-guardrail', id: guardrail(), next: random.pick(newIds) };
    case 7: {
      const section = random.pick(sections);
      const known = Object.keys(sectionOf(state, section));
      return {
        do: 'rename-name',
        section,
        name: known.length > 0 ? random.pick(known) : 'none',
        next: random.pick(newNames),
      };
    }
    case 8:
    case 9:
    case 10:
      return { do: 'set-field', ...randomField(random, state, names) };
    case 11:
      return { do: 'connect', link: randomLink(random, state, names), target: step() };
    case 12:
      return { do: 'disconnect', link: randomLink(random, state, names) };
    case 13:
      return {
        do: 'add-branch',
        id: decision,
        branch: branch(random, names) as { when: string },
        ...(random.chance(0.5) ? { index: random.below(3) } : {}),
      };
    case 14:
      return { do: 'delete-branch', id: decision, index: random.below(3) };
    case 15:
      return { do: 'move-branch', id: decision, from: random.below(3), to: random.below(3) };
    case 16: {
      const path = listPath(random, state, names);
      const index = random.chance(0.5) ? { index: random.below(3) } : {};
      return random.chance(0.5)
        ? { do: 'add-item', path, value: text(random), ...index }
        : random.chance(0.5)
          ? { do: 'delete-item', path, index: random.below(3) }
          : { do: 'move-item', path, from: random.below(3), to: random.below(3) };
    }
    case 17:
      return {
        do: 'add-guardrail',
        ...id(),
        fields: random.chance(0.2)
          ? {}
          : {
              title: text(random),
              neverSay: [text(random), text(random)],
              require: expression(random, names),
            },
      };
    case 18:
      return {
        do: 'tie',
        id: guardrail(),
        target: random.pick([...names.stepIds, ...names.actionNames]),
        how: random.pick(['before', 'appliesTo']),
      };
    case 19:
      return { do: 'untie', id: guardrail(), target: random.pick([...names.stepIds, ...names.actionNames]) };
    case 20:
      return { do: 'duplicate', keys: keys() };
    case 21:
      return {
        do: 'add-column',
        id: random.pick([...tablesOf(state), decision]),
        column: expression(random, names),
        ...(random.chance(0.5) ? { index: random.below(3) } : {}),
      };
    case 22: {
      const id = random.pick([...tablesOf(state), decision]);
      return random.chance(0.5)
        ? { do: 'delete-column', id, index: random.below(3) }
        : { do: 'move-column', id, from: random.below(3), to: random.below(3) };
    }
    case 23:
    case 24: {
      const [typed, value] = random.pick(typedCells);
      const id = random.pick([...tablesOf(state), decision]);
      return { do: 'set-cell', id, row: random.below(3), column: random.below(3), text: typed, value };
    }
    default: {
      const section = random.pick(sections);
      const known = Object.keys(sectionOf(state, section));
      if (random.chance(0.4))
        return { do: 'delete-declaration', section, name: known.length > 0 ? random.pick(known) : 'none' };
      return {
        do: 'add-declaration',
        section,
        name: random.pick(newNames),
        value: random.pick<Plain>([
          { type: 'string' },
          { type: 'number', value: 3 },
          'string',
          { is: 'a == "b"', description: text(random) },
        ]),
      };
    }
  }
}

function withoutTitle(fields: PlainMap): PlainMap {
  const { title: _, ...rest } = fields;
  return rest;
}

function sectionOf(state: PlainMap, section: string): PlainMap {
  const value = state[section];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function namesOf(state: PlainMap): Names {
  const stepIds = Object.keys(sectionOf(state, 'steps'));
  return {
    stepIds: stepIds.length > 0 ? stepIds : ['nowhere'],
    actionNames: Object.keys(sectionOf(state, 'actions')),
    factNames: Object.keys(sectionOf(state, 'facts')).filter((name) => /^[\w.]+$/.test(name)),
    guardrailIds: Object.keys(sectionOf(state, 'guardrails')),
  };
}

function decisionsOf(state: PlainMap): string[] {
  return Object.entries(sectionOf(state, 'steps'))
    .filter(
      ([, step]) =>
        typeof step === 'object' && step !== null && !Array.isArray(step) && step['kind'] === 'decision',
    )
    .map(([id]) => id);
}

function tablesOf(state: PlainMap): string[] {
  const steps = sectionOf(state, 'steps');
  return decisionsOf(state).filter((id) => Object.hasOwn(steps[id] as PlainMap, 'columns'));
}

function randomLink(random: SeededRandom, state: PlainMap, names: Names): Link {
  if (random.chance(0.1)) return { from: undefined, slot: 'start' };
  const from = random.pick(names.stepIds);
  const step = sectionOf(state, 'steps')[from];
  const kind = typeof step === 'object' && step !== null && !Array.isArray(step) ? step['kind'] : undefined;
  if (kind === 'decision')
    return random.chance(0.5)
      ? { from, slot: 'branch', index: random.below(3) }
      : { from, slot: 'otherwise' };
  if (kind === 'procedure' && random.chance(0.6))
    return { from, slot: 'outcome', outcome: random.pick(['denied', 'a: b', 'new one']) };
  return { from, slot: random.chance(0.7) ? 'next' : random.pick(['onError', 'giveUp', 'otherwise']) };
}

function listPath(random: SeededRandom, state: PlainMap, names: Names): readonly (string | number)[] {
  const places: (string | number)[][] = [
    ['scope', 'intents'],
    ['scope', 'channels'],
  ];
  for (const id of names.stepIds) {
    const step = sectionOf(state, 'steps')[id];
    if (typeof step !== 'object' || step === null || Array.isArray(step)) continue;
    for (const [key, value] of Object.entries(step))
      if (Array.isArray(value) && !['branches', 'triggers', 'columns'].includes(key))
        places.push(['steps', id, key]);
  }
  for (const id of names.guardrailIds)
    places.push(['guardrails', id, 'before'], ['guardrails', id, 'regulation']);
  return random.pick(places);
}

const values: readonly Plain[] = [
  null,
  true,
  false,
  0,
  -0.5,
  12,
  1e21,
  [],
  {},
  ['a', 'b: c'],
  { en: 'x', de: 'y\nz' },
  [{ when: 'true', next: 'x' }],
  { a: { b: { c: [1, [2]] } } },
];

function randomField(
  random: SeededRandom,
  state: PlainMap,
  names: Names,
): { path: readonly (string | number)[]; value: Plain | undefined } {
  const value = random.chance(0.2) ? undefined : random.chance(0.5) ? text(random) : random.pick(values);
  if (random.chance(0.6)) {
    const paths = leafPaths(state, []).filter(isField);
    if (paths.length > 0) return { path: random.pick(paths), value };
  }
  const id = random.pick(names.stepIds);
  const guardrail = names.guardrailIds[0] ?? 'new-one';
  const path = random.pick<readonly (string | number)[]>([
    ['title'],
    ['owner'],
    ['description'],
    ['scope', 'locales'],
    ['review', 'every'],
    ['steps', id, 'title'],
    ['steps', id, 'description'],
    ['steps', id, 'say'],
    ['steps', id, 'with', 'amount'],
    ['steps', id, 'x-new', 'deep', 'er'],
    ['guardrails', guardrail, 'limits', 'words'],
    ['guardrails', guardrail, 'severity'],
    ['parameters', 'limit', 'value'],
    ['steps', id, 'branches', 0, 'label'],
  ]);
  return { path, value };
}

/** Whole elements and branches keep their shape, so that what is asked next makes sense. */
function isField(path: readonly (string | number)[]): boolean {
  if (path.length === 1) return ['title', 'owner', 'id'].includes(String(path[0]));
  if (path.length === 2) return path[0] === 'scope' || path[0] === 'review';
  const shaped = ['branches', 'triggers', 'columns'];
  // What is compared in a table stays something that can be read.
  const inCell = path[4] === 'when' && path.length > 5;
  return !inCell && !shaped.includes(String(path.at(-1))) && !shaped.includes(String(path.at(-2)));
}

function leafPaths(value: Plain, path: readonly (string | number)[]): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const parts: (readonly [string | number, Plain])[] = Array.isArray(value)
    ? value.map((item, index) => [index, item] as const)
    : Object.entries(value);
  return [path, ...parts.flatMap(([key, item]) => leafPaths(item, [...path, key]))].filter(
    (found) => found.length > 0,
  );
}
