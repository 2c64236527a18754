import { expect, test } from 'vitest';
import { checkExpression } from '../check.ts';
import { createEnvironment } from '../environment.ts';
import { toJson } from '../coerce.ts';
import { parseDuration } from '../time.ts';
import { DURATION, NUMBER, TEXT, TIMESTAMP } from '../type-rules.ts';
import type { ValueType } from '../type.ts';
import type { Constraint, Setting } from './problem.ts';
import { satisfy, type Satisfaction } from './satisfy.ts';

const address: ValueType = {
  kind: 'object',
  fields: new Map<string, ValueType>([
    ['zip', TEXT],
    ['floor', NUMBER],
  ]),
};

const environment = createEnvironment(
  [
    { name: 'status', type: { kind: 'string', enum: ['pending', 'processed', 'delivered'] }, role: 'fact' },
    { name: 'refund', type: { kind: 'number', minimum: 0 }, role: 'fact' },
    { name: 'paid', type: NUMBER, role: 'fact' },
    { name: 'vip', type: { kind: 'boolean' }, role: 'fact' },
    { name: 'note', type: { kind: 'string', nullable: true }, role: 'fact' },
    { name: 'placed', type: TIMESTAMP, role: 'fact' },
    { name: 'waited', type: DURATION, role: 'fact' },
    { name: 'address', type: address, role: 'fact' },
    { name: 'tags', type: { kind: 'list', items: TEXT }, role: 'fact' },
    {
      name: 'items',
      type: {
        kind: 'list',
        items: {
          kind: 'object',
          fields: new Map([
            ['price', NUMBER],
            ['id', TEXT],
          ]),
        },
      },
      role: 'fact',
    },
    { name: 'parameters.limit', type: NUMBER, role: 'parameter' },
    { name: 'parameters.window', type: DURATION, role: 'parameter' },
    { name: 'large', type: { kind: 'boolean' }, role: 'derived', is: 'refund > parameters.limit' },
    { name: 'total', type: NUMBER, role: 'derived', is: 'sum(items.map(i, i.price))' },
    { name: 'contact.at', type: TIMESTAMP, role: 'context' },
    { name: 'turns', type: NUMBER, role: 'context' },
  ],
  ['ask'],
);

function expressionOf(source: string): Constraint['expression'] {
  const { expression, problems } = checkExpression(source, environment);
  if (expression === undefined) throw new Error(`${source}: ${problems[0]?.message}`);
  return expression;
}

const setting: Setting = {
  environment,
  derived(slot) {
    const { is } = environment.declarations[slot] ?? {};
    return is === undefined ? undefined : expressionOf(is);
  },
  parameter(slot) {
    const { name } = environment.declarations[slot] ?? {};
    if (name === 'parameters.limit') return 50;
    return parseDuration('30d');
  },
};

/** A source beginning with `not:` must be false. */
function ask(...sources: readonly string[]): Satisfaction {
  const constraints = sources.map((source): Constraint =>
    source.startsWith('not:')
      ? { expression: expressionOf(source.slice(4)), holds: false }
      : { expression: expressionOf(source), holds: true },
  );
  return satisfy(constraints, setting);
}

function exampleOf(...sources: readonly string[]): Readonly<Record<string, unknown>> | string {
  const found = ask(...sources);
  if (found.kind !== 'possible') return found.kind;
  return Object.fromEntries(
    [...found.example].map(([key, value]) => {
      const slot = Number(key.split('@')[0]);
      return [environment.declarations[slot]?.name ?? key, toJson(value)];
    }),
  );
}

test.each([
  [['refund > 50', 'refund <= 50']],
  [['refund < 0']],
  [['status != "pending"', 'not:status == "processed"', 'not:status == "delivered"']],
  [['status in ["pending", "processed"]', 'status == "delivered"']],
  [['vip', 'not:vip']],
  [['large', 'refund < 40']],
  [['not:large', 'refund > parameters.limit + 1']],
  [['has(note)', 'not:has(note)']],
  [['note == "x"', 'note == "y"']],
  [['note == "x"', 'not:has(note)']],
  [['note == null', 'note == "x"']],
  [['address.floor > 3', 'address.floor * 2 + 1 < 7']],
  [['placed + parameters.window < contact.at', 'contact.at - placed <= parameters.window']],
  [['placed < contact.at', 'contact.at < placed']],
  [['refund < paid', 'paid < refund']],
  [['refund - paid > 10', 'refund - paid < 5']],
  [['waited > duration("1h")', 'waited <= duration("30m")']],
  [['total > 50', 'total < 20']],
  [['tags.exists(t, t == "a")', 'tags.all(t, t != "a")']],
  [['size(tags) < 0']],
  [['turns < 0']],
  [['contact.at.getHours() > 23']],
  [['note.startsWith("W")', 'not:note.startsWith("W")']],
  [['vip == (refund > 3)', 'vip', 'refund < 2']],
  [['(vip ? 10 : 20) > refund', 'refund > 15', 'vip']],
  [['refund > 1', 'refund == 0.1 + 0.2']],
])('%j cannot hold together', (sources) => {
  expect(ask(...sources)).toEqual({ kind: 'impossible' });
});

test.each([
  [['refund > 50'], { refund: 51 }],
  [['refund > 50', 'refund < 51'], { refund: 50.1 }],
  [['large', 'status == "processed"'], { refund: 51, status: 'processed' }],
  [['not:has(note)', 'vip'], { vip: true }],
  [['note.startsWith("W")'], { note: 'W' }],
  [['address.zip == "12345"', 'address.floor > 2'], { address: { zip: '12345', floor: 3 } }],
  [['refund - paid > 10'], undefined],
  [['contact.at - placed < parameters.window', 'contact.at > placed'], undefined],
  [['refund < paid', 'paid < 3'], undefined],
  [['0.1 + refund > 0.3', 'refund <= 0.2'], { refund: 0.2 }],
  [['note == null'], { note: null }],
  [['tags.exists(t, t == "a")', 'size(tags) == 2'], undefined],
  [['total > 50', 'items.all(i, i.price < 40)'], undefined],
  [['sum(items.filter(i, i.id in tags).map(i, i.price)) > 50', 'size(tags) == 1'], undefined],
  [['size(items) == 0', 'size(tags) > 0'], { items: [], tags: ['a'] }],
  [['contact.at.getHours() < 9', 'contact.at.getDayOfWeek() == 1'], undefined],
  [['refund % 7 == 3', 'refund > 10'], undefined],
])('%j can', (sources, example) => {
  const found = exampleOf(...sources);
  expect(found).not.toBeTypeOf('string');
  if (example !== undefined) expect(found).toEqual(example);
});

test('a fact that is written anew is two variables', () => {
  const slot = environment.byName.get('refund')?.slot ?? 0;
  const before: Constraint = { expression: expressionOf('refund > 50'), holds: true };
  const after: Constraint = {
    expression: expressionOf('refund < 10'),
    holds: true,
    versions: new Map([[slot, 1]]),
  };
  const found = satisfy([before, after], setting);
  expect(found).toEqual({
    kind: 'possible',
    example: new Map([
      [`${slot}@0`, 51],
      [`${slot}@1`, 0],
    ]),
  });
});

test('known counts are used, unknown ones never guessed', () => {
  const expression = expressionOf('visits("ask") < 2');
  expect(satisfy([{ expression, holds: true, visits: new Map([['ask', 1]]) }], setting).kind).toBe(
    'possible',
  );
  expect(satisfy([{ expression, holds: true, visits: new Map([['ask', 2]]) }], setting).kind).toBe(
    'impossible',
  );
  expect(satisfy([{ expression, holds: true }], setting).kind).toBe('undecided');
});
