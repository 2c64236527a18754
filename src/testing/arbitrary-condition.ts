import fc from 'fast-check';
import { checkExpression } from '../condition/check.ts';
import { createEnvironment, type Environment } from '../condition/environment.ts';
import type { ValueType } from '../condition/type.ts';
import type { Frame } from '../condition/compile.ts';
import type { Outcome, Value } from '../condition/value.ts';

/** Random conditions that check without a problem, over a fixed set of facts, and random contacts for them. */

const number: ValueType = { kind: 'number' };
const text: ValueType = { kind: 'string' };

const FACTS: readonly (readonly [name: string, type: ValueType])[] = [
  ['order.total', number],
  ['order.discount', number],
  ['order.status', text],
  ['note', text],
  ['member', { kind: 'boolean' }],
  ['order.gift', { kind: 'boolean' }],
  ['scores', { kind: 'list', items: number }],
  ['tags', { kind: 'list', items: text }],
  [
    'items',
    {
      kind: 'list',
      items: {
        kind: 'object',
        fields: new Map<string, ValueType>([
          ['id', text],
          ['price', number],
        ]),
      },
    },
  ],
  ['prices', { kind: 'map', values: number }],
];

export const conditionEnvironment: Environment = createEnvironment(
  FACTS.map(([name, type]) => ({ name, type, role: 'fact' })),
  ['ask', 'deny'],
);

const TEXTS = ['', 'a', 'b', 'pending', 'delivered', 'ß', '🐱', 'a b'];
const someText = fc.constantFrom<string>(...TEXTS);
const someNumber = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.constantFrom(0.1, 0.2, 0.5, 2.75, -1.25, 1e6),
);

const someItem = fc.record({ id: someText, price: someNumber }, { requiredKeys: ['id'] });

const VALUES: { readonly [name: string]: fc.Arbitrary<Value> } = {
  'order.total': someNumber,
  'order.discount': someNumber,
  'order.status': someText,
  note: someText,
  member: fc.boolean(),
  'order.gift': fc.boolean(),
  scores: fc.array(someNumber, { maxLength: 4 }),
  tags: fc.array(someText, { maxLength: 4 }),
  items: fc.array(someItem, { maxLength: 3 }),
  prices: fc.dictionary(fc.constantFrom('a', 'b', 'pending'), someNumber),
};

/** By slot; about one in four facts is missing. */
export const arbitrarySlots: fc.Arbitrary<readonly (Value | undefined)[]> = fc.tuple(
  ...FACTS.map(([name]) => fc.option(VALUES[name] ?? fc.constant(null), { nil: undefined, freq: 3 })),
);

/** By slot, nothing missing. */
export const completeSlots: fc.Arbitrary<readonly Value[]> = fc.tuple(
  ...FACTS.map(([name]) => VALUES[name] ?? fc.constant(null)),
);

export function frameOf(slots: readonly Outcome[]): Frame {
  return { slots, derived: () => undefined, visits: (step) => (step === 'ask' ? 2 : 0) };
}

export interface ConditionOptions {
  /** Only what standard CEL has too, numbers written as doubles. */
  readonly standard: boolean;
}

type Kind = 'boolean' | 'number' | 'text' | 'numbers' | 'texts';

/** Sources of conditions. */
export function arbitraryCondition(options: ConditionOptions): fc.Arbitrary<string> {
  // Dividing by a zero that is written out is refused by the check.
  return expressionOf('boolean', 4, [], options).filter(
    (source) =>
      !checkExpression(source, conditionEnvironment).problems.some(({ code }) => code === 'division-by-zero'),
  );
}

interface Local {
  readonly name: string;
  readonly kind: 'number' | 'text' | 'item';
}

function expressionOf(
  kind: Kind,
  depth: number,
  locals: readonly Local[],
  options: ConditionOptions,
): fc.Arbitrary<string> {
  const leaf = fc.oneof(...leavesOf(kind, locals, options));
  if (depth === 0) return leaf;
  const sub = (of: Kind): fc.Arbitrary<string> =>
    fc.constant(undefined).chain(() => expressionOf(of, depth - 1, locals, options));
  const inside = (of: Kind, local: Local): fc.Arbitrary<string> =>
    fc
      .constant(undefined)
      .chain(() =>
        expressionOf(of, depth - 1, [...locals.filter(({ name }) => name !== local.name), local], options),
      );
  return fc.oneof(
    { weight: 1, arbitrary: leaf },
    { weight: 3, arbitrary: fc.oneof(...branchesOf(kind, sub, inside, options)) },
  );
}

function literalNumber(value: number, { standard }: ConditionOptions): string {
  const written = String(value);
  return standard && Number.isInteger(value) ? `${written}.0` : written;
}

function leavesOf(kind: Kind, locals: readonly Local[], options: ConditionOptions): fc.Arbitrary<string>[] {
  const local = (of: Local['kind'], field = ''): fc.Arbitrary<string>[] =>
    locals.filter((one) => one.kind === of).map(({ name }) => fc.constant(`${name}${field}`));
  switch (kind) {
    case 'boolean':
      return [
        fc
          .constantFrom('true', 'false', 'member', 'order.gift', 'has(note)')
          .filter((one) => !options.standard || !one.startsWith('has')),
      ];
    case 'number':
      return [
        fc.constantFrom('order.total', 'order.discount'),
        someNumber.map((value) => literalNumber(value, options)),
        ...local('number'),
        ...local('item', '.price'),
        ...(options.standard ? [] : [fc.constant('visits("ask")')]),
      ];
    case 'text':
      return [
        fc.constantFrom('order.status', 'note'),
        someText.map((value) => JSON.stringify(value)),
        ...local('text'),
        ...local('item', '.id'),
      ];
    case 'numbers':
      return [
        fc.constant('scores'),
        fc
          .array(
            someNumber.map((value) => literalNumber(value, options)),
            { maxLength: 3 },
          )
          .map((list) => `[${list.join(', ')}]`),
      ];
    default:
      return [
        fc.constant('tags'),
        fc
          .array(
            someText.map((value) => JSON.stringify(value)),
            { maxLength: 3 },
          )
          .map((list) => `[${list.join(', ')}]`),
      ];
  }
}

type Sub = (kind: Kind) => fc.Arbitrary<string>;
type Inside = (kind: Kind, local: Local) => fc.Arbitrary<string>;

function branchesOf(kind: Kind, sub: Sub, inside: Inside, options: ConditionOptions): fc.Arbitrary<string>[] {
  switch (kind) {
    case 'boolean':
      return booleanBranches(sub, inside, options);
    case 'number':
      return numberBranches(sub, inside, options);
    case 'text':
      return [joined(sub('text'), fc.constant('+'), sub('text')), choice(sub, 'text')];
    case 'numbers':
      return [
        joined(sub('numbers'), fc.constant('+'), sub('numbers')),
        ...listBranches('numbers', 'number', sub, inside),
      ];
    default:
      return [
        joined(sub('texts'), fc.constant('+'), sub('texts')),
        ...listBranches('texts', 'text', sub, inside),
      ];
  }
}

function booleanBranches(sub: Sub, inside: Inside, options: ConditionOptions): fc.Arbitrary<string>[] {
  const order = fc.constantFrom('==', '!=', '<', '<=', '>', '>=');
  const equal = fc.constantFrom('==', '!=');
  const macro = fc.constantFrom('all', 'exists', 'exists_one');
  const name = fc.constantFrom('i', 'x', 'y');
  const overItems = fc
    .tuple(macro, name)
    .chain(([one, local]) =>
      inside('boolean', { name: local, kind: 'item' }).map((body) => `items.${one}(${local}, ${body})`),
    );
  const over = (list: Kind, kind: 'number' | 'text'): fc.Arbitrary<string> =>
    fc
      .tuple(sub(list), macro, name)
      .chain(([target, one, local]) =>
        inside('boolean', { name: local, kind }).map((body) => `(${target}).${one}(${local}, ${body})`),
      );
  const indexed = fc
    .tuple(sub('texts'), inside('boolean', { name: 'v', kind: 'text' }))
    .map(([list, body]) => `(${list}).all(k, v, k < 2 || ${body})`);
  return [
    joined(sub('boolean'), fc.constantFrom('&&', '||'), sub('boolean')),
    joined(sub('boolean'), fc.constantFrom('&&', '||'), sub('boolean')),
    sub('boolean').map((one) => `!(${one})`),
    joined(sub('number'), order, sub('number')),
    joined(sub('text'), order, sub('text')),
    joined(sub('numbers'), equal, sub('numbers')),
    joined(sub('text'), fc.constant('in'), sub('texts')),
    joined(sub('number'), fc.constant('in'), sub('numbers')),
    sub('text').map((one) => `(${one}) in prices`),
    fc
      .tuple(sub('text'), fc.constantFrom('startsWith', 'endsWith', 'contains'), sub('text'))
      .map(([one, test, other]) => `(${one}).${test}(${other})`),
    sub('text').map((one) => `(${one}).matches("[a-d]+$")`),
    choice(sub, 'boolean'),
    overItems,
    over('numbers', 'number'),
    over('texts', 'text'),
    ...(options.standard ? [] : [indexed]),
  ];
}

function numberBranches(sub: Sub, inside: Inside, options: ConditionOptions): fc.Arbitrary<string>[] {
  return [
    joined(sub('number'), fc.constantFrom('+', '-', '*', '/'), sub('number')),
    sub('number').map((one) => `-(${one})`),
    fc.oneof(sub('text'), sub('texts'), sub('numbers')).map((one) => `double(size(${one}))`),
    sub('text').map((one) => `prices[${one}]`),
    fc.tuple(sub('numbers'), fc.nat(3)).map(([list, index]) => `(${list})[${index}]`),
    choice(sub, 'number'),
    ...(options.standard
      ? []
      : [
          sub('numbers').map((one) => `sum(${one})`),
          fc.tuple(sub('number'), sub('number')).map(([one, other]) => `max(${one}, ${other})`),
          sub('number').map((one) => `round(${one}, 1)`),
          sub('texts').map((one) => `(${one}).distinct().count()`),
          inside('boolean', { name: 'f', kind: 'item' }).map((body) => `items.find(f, ${body}).price`),
          inside('boolean', { name: 'c', kind: 'item' }).map((body) => `items.count(c, ${body})`),
        ]),
  ];
}

function listBranches(
  kind: 'numbers' | 'texts',
  item: 'number' | 'text',
  sub: Sub,
  inside: Inside,
): fc.Arbitrary<string>[] {
  return [
    fc
      .tuple(sub(kind), inside('boolean', { name: 'e', kind: item }))
      .map(([list, body]) => `(${list}).filter(e, ${body})`),
    fc
      .tuple(sub(kind), inside(item, { name: 'e', kind: item }))
      .map(([list, body]) => `(${list}).map(e, ${body})`),
    inside(item, { name: 'i', kind: 'item' }).map((body) => `items.map(i, ${body})`),
  ];
}

function joined(
  left: fc.Arbitrary<string>,
  operator: fc.Arbitrary<string>,
  right: fc.Arbitrary<string>,
): fc.Arbitrary<string> {
  return fc.tuple(left, operator, right).map(([one, between, other]) => `(${one}) ${between} (${other})`);
}

function choice(sub: Sub, kind: Kind): fc.Arbitrary<string> {
  return fc
    .tuple(sub('boolean'), sub(kind), sub(kind))
    .map(([test, one, other]) => `((${test}) ? (${one}) : (${other}))`);
}
