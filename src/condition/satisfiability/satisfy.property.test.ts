import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arbitraryCondition,
  arbitrarySlots,
  conditionEnvironment as environment,
  frameOf,
} from '../../testing/arbitrary-condition.ts';
import { checkExpression } from '../check.ts';
import { compileExpression } from '../compile.ts';
import type { Expression } from '../expression.ts';
import type { Outcome } from '../value.ts';
import type { Setting } from './problem.ts';
import { satisfy, type Satisfaction } from './satisfy.ts';

const seed = Number(process.env['SOPWRIGHT_SEED'] ?? 1);
const setting: Setting = { environment, derived: () => undefined, parameter: () => undefined };
/** What `frameOf` answers to `visits`. */
const visits = new Map([['ask', 2]]);

function expressionOf(source: string): Expression {
  const { expression, problems } = checkExpression(source, environment);
  if (expression === undefined) throw new Error(`${source}: ${problems[0]?.message}`);
  return expression;
}

const condition = arbitraryCondition({ standard: false });

describe(`satisfiability, from seed ${seed}`, () => {
  it('never calls impossible what some contact does, and its examples hold', () => {
    const kinds = new Map<string, number>();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(condition, fc.boolean()), { minLength: 1, maxLength: 3 }),
        fc.array(arbitrarySlots, { minLength: 30, maxLength: 30 }),
        (wanted, contacts) => {
          const constraints = wanted.map(([source, holds]) => ({
            expression: expressionOf(source),
            holds,
            visits,
          }));
          const found = satisfy(constraints, setting);
          kinds.set(found.kind, (kinds.get(found.kind) ?? 0) + 1);
          const evaluate = constraints.map(({ expression }) => compileExpression(expression));
          const fulfils = (slots: readonly Outcome[]): boolean =>
            constraints.every(({ holds }, index) => evaluate[index]?.(frameOf(slots)) === holds);
          if (found.kind === 'impossible') expect(contacts.some(fulfils)).toBe(false);
          if (found.kind !== 'possible') return;
          expect(fulfils(environment.declarations.map((_, slot) => found.example.get(`${slot}@0`)))).toBe(
            true,
          );
        },
      ),
      { seed, numRuns: 600 },
    );
    console.log([...kinds].map(([kind, count]) => `${count} ${kind}`).join(', '));
  });

  it('finds an example wherever a contact brought one, nearly always', () => {
    let decided = 0;
    let all = 0;
    fc.assert(
      fc.property(condition, arbitrarySlots, (source, slots) => {
        const expression = expressionOf(source);
        const outcome = compileExpression(expression)(frameOf(slots));
        if (typeof outcome !== 'boolean') return;
        const found = satisfy([{ expression, holds: outcome, visits }], setting);
        expect(found.kind).not.toBe('impossible');
        all += 1;
        if (found.kind === 'possible') decided += 1;
      }),
      { seed, numRuns: 1_000 },
    );
    console.log(`${decided} of ${all} conditions that some contact decides have an example`);
    expect(decided / all).toBeGreaterThan(0.8);
  });
});

describe('hostile conditions', () => {
  const names = ['order.total', 'order.discount'];
  const hostile: ReadonlyMap<string, string> = new Map([
    ['many alternatives', chain(190, ' && ', (at) => `(order.total > ${at} || order.discount < ${at})`)],
    ['many equalities', chain(180, ' || ', (at) => `(order.total == ${at} && order.discount != ${at})`)],
    [
      'pigeons',
      chain(90, ' && ', (at) => `(tags[${at % 10}] == "${at % 9}" || tags[${(at * 7) % 10}] == "${at % 8}")`),
    ],
    ['nested choices', nested(30, (inner, at) => `(member ? ${inner} : order.total > ${at})`, 'order.gift')],
    [
      'choices in sums',
      `${chain(18, ' + ', (at) => `(order.total > ${at} ? ${at} : order.discount)`)} > 100`,
    ],
    ['equal conditions', nested(20, (inner, at) => `((order.total > ${at}) == ${inner})`, 'member')],
    ['products', `${chain(40, ' * ', (at) => names[at % 2] ?? '')} > 1e300`],
    [
      'long lists',
      `order.total in [${chain(800, ', ', String)}] && !(order.total in [${chain(500, ', ', String)}])`,
    ],
    [
      'lists in lists',
      nested(8, (inner) => `items.exists(i, items.all(j, i.price > j.price || ${inner}))`, 'member'),
    ],
    ['texts', chain(150, ' && ', (at) => `note.contains("${at}")`)],
    ['not a number', '(order.total * 1e308 * 1e308 - order.discount * 1e308 * 1e308) > 0'],
  ]);

  it.each([...hostile])('come to an end: %s', (_, source) => {
    const { expression } = checkExpression(source, environment);
    const begin = performance.now();
    const answers: Satisfaction[] = expression
      ? [true, false].map((holds) => satisfy([{ expression, holds }], setting))
      : [];
    expect(answers.map(({ kind }) => kind)).toHaveLength(2);
    expect(performance.now() - begin).toBeLessThan(6_000);
  });
});

function chain(count: number, between: string, part: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => part(at)).join(between);
}

function nested(depth: number, around: (inner: string, at: number) => string, core: string): string {
  let source = core;
  for (let at = 0; at < depth; at += 1) source = around(source, at);
  return source;
}
