import type { SopDocument } from '../../document/document.ts';
import { fault, pickOr, plainDecisions, plainOf, stepsOf, tables } from './seeded-fault.ts';
import type { Seeder } from './seeded-fault.ts';

/** A branch copied below itself. */
export const branchTwice: Seeder = (document, random) => {
  const [id, { branches, hits }] = random.pick(stepsOf(document, 'decision'));
  if (hits === 'unique') return undefined;
  const index = random.below(branches.length);
  const at = index + 1 + random.below(branches.length - index);
  const path = ['steps', id, 'branches'];
  return fault(
    document,
    `branch ${index + 1} of ${id} again as branch ${at + 1}`,
    ['covered-branch'],
    [[...path, at]],
    (draft) => draft.insertItem(path, at, plainOf(document, [...path, index])),
  );
};

/** A stricter case of a branch below it. */
export const stricterBelow: Seeder = (document, random) => {
  const [id, { branches }] = random.pick(plainDecisions(document));
  const index = random.below(branches.length);
  const name = random.pick(booleans(document));
  const next = branches[index]?.next;
  const when = `${name} && (${branches[index]?.when})`;
  const path = ['steps', id, 'branches'];
  return fault(
    document,
    `a stricter branch below branch ${index + 1} of ${id}`,
    ['covered-branch'],
    [[...path, index + 1]],
    (draft) => draft.insertItem(path, index + 1, { when, next }),
  );
};

/** Two branches that split what a third asks for. */
export const splitAbove: Seeder = (document, random) => {
  const [id, { branches }] = random.pick(plainDecisions(document));
  const index = random.below(branches.length);
  const numbers = [...document.procedure.facts].filter(([, { type }]) => type.kind === 'number');
  const [name] = random.pick(numbers);
  const next = branches[index]?.next;
  const path = ['steps', id, 'branches'];
  return fault(
    document,
    `two branches above branch ${index + 1} of ${id} that take all of it`,
    ['covered-branch'],
    [[...path, index + 2]],
    (draft) => {
      draft.set([...path, index, 'when'], `${name} >= 0 && (${branches[index]?.when})`);
      draft.insertItem(path, index + 1, { when: `${name} < 0.5 && (${branches[index]?.when})`, next });
      draft.insertItem(path, index + 2, {
        when: `${name} > -0.5 && (${branches[index]?.when}) && ${name} < 7`,
        next,
      });
    },
  );
};

export const neverHolds: Seeder = (document, random) => {
  const [id, { branches }] = random.pick(plainDecisions(document));
  const index = random.below(branches.length);
  const impossible = random.pick(contradictions(document));
  const path = ['steps', id, 'branches', index, 'when'];
  return fault(
    document,
    `branch ${index + 1} of ${id} asks for ${impossible}`,
    ['never-true'],
    [path],
    (draft) => draft.set(path, `(${branches[index]?.when}) && ${impossible}`),
  );
};

export const alwaysHolds: Seeder = (document, random) => {
  const [id, { branches }] = random.pick(plainDecisions(document));
  const index = random.below(branches.length);
  const name = random.pick(booleans(document));
  const path = ['steps', id, 'branches', index, 'when'];
  return fault(
    document,
    `branch ${index + 1} of ${id} takes ${name} and its opposite`,
    ['always-true'],
    [path],
    (draft) => draft.set(path, `(${branches[index]?.when}) || ${name} || !${name}`),
  );
};

export const triggerNeverFires: Seeder = (document, random) => {
  const entry = pickOr(
    random,
    stepsOf(document, 'escalation').filter(([, { triggers }]) => triggers.length > 0),
  );
  if (!entry) return undefined;
  const [id, { triggers }] = entry;
  const index = random.below(triggers.length);
  const path = ['steps', id, 'triggers', index, 'when'];
  const impossible = random.pick(contradictions(document));
  return fault(
    document,
    `trigger ${index + 1} of ${id} asks for ${impossible}`,
    ['never-true'],
    [path],
    (draft) => draft.set(path, `(${triggers[index]?.when}) && ${impossible}`),
  );
};

export const triggerTwice: Seeder = (document, random) => {
  const entry = pickOr(
    random,
    stepsOf(document, 'escalation').filter(([, { triggers }]) => triggers.length > 0),
  );
  if (!entry) return undefined;
  const [id, { triggers }] = entry;
  const index = random.below(triggers.length);
  const path = ['steps', id, 'triggers'];
  const trigger = triggers[index];
  if (!trigger) return undefined;
  const when = random.chance(0.5) ? trigger.when : `${trigger.when} && turns > 2`;
  return fault(
    document,
    `trigger ${index + 1} of ${id} again`,
    ['shadowed-trigger'],
    [[...path, triggers.length]],
    (draft) => draft.insertItem(path, triggers.length, { when, category: trigger.category }),
  );
};

/** Of one branch the other side, which nothing takes any more. */
export const noOtherwise: Seeder = (document, random) => {
  const entry = pickOr(
    random,
    plainDecisions(document).filter(([, step]) => step.branches.length === 1 && step.otherwise !== undefined),
  );
  if (!entry) return undefined;
  const [id] = entry;
  return fault(document, `${id} has no otherwise`, ['uncovered-values'], [['steps', id]], (draft) =>
    draft.remove(['steps', id, 'otherwise']),
  );
};

export const rowGone: Seeder = (document, random) => {
  const closed = tables(document).filter(
    ([, { otherwise, branches }]) => otherwise === undefined && branches.length > 1,
  );
  const entry = pickOr(random, closed);
  if (!entry) return undefined;
  const [id, { branches }] = entry;
  const index = random.below(branches.length);
  return fault(
    document,
    `${id} has no row ${index + 1} any more`,
    ['uncovered-values'],
    [['steps', id]],
    (draft) => draft.remove(['steps', id, 'branches', index]),
  );
};

/** A new decision over the values of an enum, of which one is forgotten. */
export const valueForgotten: Seeder = (document, random) => {
  const enums = [...document.procedure.facts].flatMap(([name, { type }]) =>
    type.kind === 'string' && type.enum && type.enum.length > 1 ? [{ name, values: type.enum }] : [],
  );
  const { name, values } = random.pick(enums);
  const forgotten = random.pick(values);
  const [target] = random.pick(stepsOf(document, 'end'));
  const { start } = document.procedure;
  return fault(
    document,
    `a decision over ${name} without ${forgotten}`,
    ['uncovered-values'],
    [['steps', 'sort']],
    (draft) => {
      const branches = values
        .filter((value) => value !== forgotten)
        .map((value, index) => ({
          when: `${name} == ${JSON.stringify(value)}`,
          next: index === 0 ? start : target,
        }));
      draft.set(['steps', 'sort'], { kind: 'decision', branches });
      draft.set(['start'], 'sort');
    },
  );
};

export const rowTwice: Seeder = (document, random) => {
  const unique = tables(document).filter(([, { hits }]) => hits === 'unique');
  const entry = pickOr(random, unique);
  if (!entry) return undefined;
  const [id, { branches }] = entry;
  const index = random.below(branches.length);
  const path = ['steps', id, 'branches'];
  return fault(
    document,
    `row ${index + 1} of ${id} stands there twice`,
    ['overlapping-rows'],
    [
      [...path, index],
      [...path, branches.length],
    ],
    (draft) => draft.insertItem(path, branches.length, plainOf(document, [...path, index])),
  );
};

/** A cell that asks for nothing any more, in a table whose rows were apart by it. */
export const cellWidened: Seeder = (document, random) => {
  const unique = tables(document).filter(
    ([, { hits, branches }]) => hits === 'unique' && branches.length > 1,
  );
  const entry = pickOr(random, unique);
  if (!entry) return undefined;
  const [id, { branches, columns }] = entry;
  const index = random.below(branches.length);
  const cells = branches[index]?.cells ?? [];
  const row = (at: number) => branches[at]?.cells ?? [];
  const column = random.below(columns?.length ?? 1);
  const apartByIt = branches.flatMap((_, other) =>
    other !== index &&
    row(other).every((cell, at) => at === column || cell === cells[at] || isAny(cell) || isAny(cells[at])) &&
    row(other)[column] !== cells[column]
      ? [other]
      : [],
  );
  if (apartByIt.length === 0 || isAny(cells[column])) return undefined;
  const path = ['steps', id, 'branches'];
  return fault(
    document,
    `cell ${column + 1} of row ${index + 1} of ${id} takes anything`,
    ['overlapping-rows'],
    [[...path, index], ...apartByIt.map((other) => [...path, other])],
    (draft) => draft.set([...path, index, 'when', column], '-'),
  );
};

function isAny(cell: string | undefined): boolean {
  return cell === undefined || cell === '' || cell === '-';
}

function booleans({ procedure }: SopDocument): readonly string[] {
  return [...procedure.facts].flatMap(([name, { type }]) => (type.kind === 'boolean' ? [name] : []));
}

function contradictions(document: SopDocument): readonly string[] {
  return [...document.procedure.facts].flatMap(([name, { type }]): readonly string[] => {
    switch (type.kind) {
      case 'boolean':
        return [`${name} && !${name}`];
      case 'number':
        return [
          `${name} > 4 && ${name} < 3.5`,
          ...(type.minimum === undefined ? [] : [`${name} < ${type.minimum - 1}`]),
        ];
      case 'string':
        return type.enum && type.enum.length > 1
          ? [`${name} == ${JSON.stringify(type.enum[0])} && ${name} != ${JSON.stringify(type.enum[0])}`]
          : [];
      default:
        return [];
    }
  });
}
