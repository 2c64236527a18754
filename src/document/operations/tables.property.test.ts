import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileExpression, type Frame } from '../../condition/compile.ts';
import type { Outcome } from '../../condition/value.ts';
import { booleanType, checkedExpression } from '../checked-expression.ts';
import type { SopDocument } from '../document.ts';
import { environmentOf } from '../environment.ts';
import { parseDocument } from '../parse.ts';
import { applyEdits } from '../text-edit.ts';
import { planBranchesFromTable } from './plan-branches-from-table.ts';
import { planTableFromBranches } from './plan-table-from-branches.ts';

const seed = Number(process.env['SOPWRIGHT_SEED'] ?? Date.now() % 1_000_000_000);

const head = `sop: 1
id: random
facts:
  status: { type: string, enum: [open, "on hold", sent-on] }
  note: { type: string }
  total: { type: number }
  count: { type: number }
  vip: { type: boolean }
  tags: { type: list, items: string }
parameters: { limit: { type: number, value: 2 } }
start: check
steps:
  done: { kind: end, outcome: done }
  check:
    kind: decision
`;

const number = fc.constantFrom(
  '1',
  '2',
  '-1',
  'parameters.limit',
  'count',
  '(1 + 1)',
  'parameters.limit * 2',
  '1.5',
);
const operator = fc.constantFrom('==', '!=', '<', '<=', '>', '>=');
const text = fc.constantFrom('"open"', "'on hold'", '"sent-on"', 'note');
const comparison = fc.oneof(
  fc.tuple(fc.constantFrom('total', 'total + 1', 'size(tags)', '(total)'), operator, number),
  fc.tuple(number, operator, fc.constantFrom('total')),
  fc.tuple(fc.constantFrom('status'), fc.constantFrom('==', '!='), text),
  fc.tuple(fc.constantFrom('note'), operator, fc.constantFrom('"x, y"', '"[a]"', '"-"', 'status', '""')),
  fc.tuple(fc.constantFrom('vip'), fc.constantFrom('==', '!='), fc.constantFrom('true', 'false')),
);
const term = fc.oneof(
  { weight: 4, arbitrary: comparison.map((parts) => parts.join(' ')) },
  fc.constantFrom(
    'vip',
    '!vip',
    '!(vip)',
    'true',
    'has(note)',
    '"a" in tags',
    'note in tags',
    'tags == ["a"]',
  ),
  fc.constantFrom('status in ["open", "on hold"]', "note in ['x, y', note]", 'total in [1, 2, count]'),
  fc.constantFrom(
    '(status == "open" || "on hold" == status)',
    '(total == 1 || total == 2 || total == count)',
  ),
  fc.constantFrom(
    '(vip || total > 1)',
    'vip ? total > 1 : true',
    '!(total > 1)',
    'tags.exists(t, t == note)',
  ),
);
const conditions = fc.array(
  fc.array(term, { minLength: 1, maxLength: 4 }).map((terms) => terms.join(' && ')),
  { minLength: 1, maxLength: 3 },
);
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 4 });
const facts = fc.record({
  status: maybe(fc.constantFrom('open', 'on hold', 'sent-on')),
  note: maybe(fc.constantFrom('open', 'a', 'x, y')),
  total: maybe(fc.constantFrom(-1, 0, 1, 1.5, 2, 4)),
  count: maybe(fc.constantFrom(1, 2, 3)),
  vip: maybe(fc.boolean()),
  tags: maybe(fc.constantFrom([], ['a'], ['a', 'x, y'])),
});

function frameOf(document: SopDocument, values: Readonly<Record<string, unknown>>): Frame {
  const slots = environmentOf(document.procedure).declarations.map(({ name }) =>
    name === 'parameters.limit' ? 2 : (values[name] as Outcome),
  );
  return { slots, derived: () => undefined, visits: () => 0 };
}

function outcomes(document: SopDocument, values: Readonly<Record<string, unknown>>): readonly unknown[] {
  const step = document.procedure.steps.get('check');
  if (step?.kind !== 'decision') throw new Error('no decision');
  return step.branches.map(({ when }) => {
    const { expression, problems } = checkedExpression(when, environmentOf(document.procedure), booleanType);
    if (!expression) throw new Error(`${when}: ${problems[0]?.message ?? ''}`);
    return compileExpression(expression)(frameOf(document, values));
  });
}

describe(`decisions of random comparisons (seed ${seed})`, () => {
  it('mean the same as a table, and again as branches', () => {
    let tables = 0;
    let cases = 0;
    fc.assert(
      fc.property(conditions, fc.array(facts, { minLength: 8, maxLength: 8 }), (whens, contacts) => {
        const branches = whens.map((when) => `      - { when: ${JSON.stringify(when)}, next: done }\n`);
        const before = parseDocument(`${head}    branches:\n${branches.join('')}    otherwise: done\n`);
        cases++;
        const plan = planTableFromBranches(before, 'check');
        if (!plan.ok) {
          expect(plan.code).toBe('not-possible');
          return;
        }
        tables++;
        const table = parseDocument(applyEdits(before.text, plan.edits));
        expect(table.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        const back = planBranchesFromTable(table, 'check');
        if (!back.ok) throw new Error(back.reason);
        const again = parseDocument(applyEdits(table.text, back.edits));
        for (const contact of contacts) {
          expect(outcomes(table, contact)).toEqual(outcomes(before, contact));
          expect(outcomes(again, contact)).toEqual(outcomes(before, contact));
        }
      }),
      { numRuns: 400, seed },
    );
    console.info(`${tables} of ${cases} random decisions can be tables (seed ${seed})`);
    expect(tables).toBeGreaterThan(60);
  });
});
