import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arbitraryCondition,
  arbitrarySlots,
  conditionEnvironment,
  frameOf,
} from '../../testing/arbitrary-condition.ts';
import { checkExpression } from '../check.ts';
import { compileExpression, type Frame } from '../compile.ts';
import { EvaluationError, type Outcome } from '../value.ts';
import type { Row, Rows } from './rows.ts';
import { rowsFromExpression } from './rows-from-expression.ts';
import { sourceFromRows } from './source-from-rows.ts';
import { writtenOf } from './written.ts';

const seed = Number(process.env['SOPWRIGHT_SEED'] ?? 1);

/** Conditions as people write them, beside those that only a generator would. */
const plainCondition = fc
  .tuple(
    fc.array(
      fc.constantFrom(
        'order.total > 5',
        '5 <= order.total',
        '!(order.total < 3)',
        'order.status == "pending"',
        '!(order.status == "a")',
        'order.status in ["a", "delivered"]',
        '!(order.status in ["a", "b"])',
        '"a" in tags',
        '!("b" in tags)',
        'member',
        '!member',
        'member == true',
        'order.gift != true',
        'has(note)',
        '!has(note)',
        'note.startsWith("a")',
        '!note.contains(order.status)',
        'items.exists(i, i.price > 2 && i.id != "a")',
        '!items.exists(i, i.price > 2)',
        'items.all(i, i.price > 0 || i.id == note)',
        '!items.all(i, i.price > 0)',
        '!(member && order.total > 2)',
        'order.total - order.discount > 1 // after the discount\n',
        'sum(scores) >= order.total',
        '(member ? order.gift : order.total > 0)',
        'size(tags) == 2',
        '(order.total>1||member)',
        '( order.gift && (note == "b") )',
      ),
      { minLength: 1, maxLength: 5 },
    ),
    fc.constantFrom(' && ', ' || ', '\n  && ', '&&'),
  )
  .map(([parts, join]) => parts.join(join));

const condition = fc.oneof(arbitraryCondition({ standard: false }), plainCondition);

function meaning(source: string): (frame: Frame) => Outcome | 'error' {
  const { expression, problems } = checkExpression(source, conditionEnvironment);
  if (expression === undefined) throw new Error(`${source}: ${problems[0]?.message}`);
  const evaluate = compileExpression(expression);
  return (frame) => {
    const outcome = evaluate(frame);
    return outcome instanceof EvaluationError ? 'error' : outcome;
  };
}

/** The same rows, as if somebody had filled them in: without any text to go back to. */
function retyped<Kind extends Row>(row: Kind): Kind {
  if (row.kind === 'group') return { ...row, rows: row.rows.map(retyped) };
  return row.kind === 'list' ? { ...row, of: retyped(row.of) } : { ...row };
}

function rowsOf(source: string): Rows {
  const rows = rowsFromExpression(source, conditionEnvironment);
  if (rows === undefined) throw new Error(`no rows: ${source}`);
  return rows;
}

function* texts(row: Row): Generator<string> {
  if (row.kind === 'text') yield row.text;
  if (row.kind === 'group') for (const one of row.rows) yield* texts(one);
  if (row.kind === 'list') yield* texts(row.of);
}

describe(`conditions as rows, from seed ${seed}`, () => {
  it('come back byte for byte when nothing was changed', () => {
    fc.assert(
      fc.property(condition, (source) => {
        expect(sourceFromRows(rowsOf(source))).toBe(source);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('mean the same when every row is written anew, and what rows cannot show stays as it was', () => {
    let shown = 0;
    let asText = 0;
    fc.assert(
      fc.property(condition, fc.array(arbitrarySlots, { minLength: 12, maxLength: 12 }), (source, frames) => {
        const rows = rowsOf(source);
        const again = sourceFromRows(retyped(rows));
        const before = meaning(source);
        const after = meaning(again);
        for (const slots of frames) expect(after(frameOf(slots)), again).toEqual(before(frameOf(slots)));
        for (const text of texts(rows)) {
          expect(again).toContain(text);
          asText += 1;
        }
        if (rows.rows.some(({ kind }) => kind !== 'text')) shown += 1;
      }),
      { seed, numRuns: 500 },
    );
    console.log(`500 conditions: ${shown} with rows, ${asText} parts left as text`);
    expect(shown).toBeGreaterThan(250);
  });

  it('keep the text of every other row when one is changed', () => {
    fc.assert(
      fc.property(
        condition,
        fc.nat(20),
        fc.array(arbitrarySlots, { minLength: 6, maxLength: 6 }),
        (source, at, frames) => {
          const rows = rowsOf(source);
          const index = at % rows.rows.length;
          const changed: Rows = {
            ...rows,
            rows: rows.rows.with(index, { kind: 'text', text: 'order.total == 77' }),
          };
          const again = sourceFromRows(changed);
          for (const row of changed.rows)
            expect(again).toContain(writtenOf(row)?.text ?? 'order.total == 77');
          const same = sourceFromRows(retyped(changed));
          for (const slots of frames)
            expect(meaning(again)(frameOf(slots))).toEqual(meaning(same)(frameOf(slots)));
        },
      ),
      { seed, numRuns: 300 },
    );
  });
});
