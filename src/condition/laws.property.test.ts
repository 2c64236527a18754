import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arbitraryCondition,
  arbitrarySlots,
  completeSlots,
  conditionEnvironment,
  frameOf,
} from '../testing/arbitrary-condition.ts';
import { checkExpression } from './check.ts';
import { compileExpression } from './compile.ts';
import { isKnown } from './evaluation/scope.ts';
import { explainExpression } from './explain.ts';
import type { Expression } from './expression.ts';
import { printExpression } from './print.ts';
import { describeExpression, describeOutcome, unknownNames } from './sentence.ts';
import { EvaluationError } from './value.ts';

const SEED = Number(process.env['SOPWRIGHT_SEED'] ?? 20_261_122);
const RUNS = Number(process.env['SOPWRIGHT_RUNS'] ?? 1_000);
console.log(`condition laws: seed ${SEED}, ${RUNS} runs each`);
const parameters = { seed: SEED, numRuns: RUNS };

const conditions = arbitraryCondition({ standard: false });

function checked(source: string): Expression {
  const { expression, problems } = checkExpression(source, conditionEnvironment, { kind: 'boolean' });
  if (expression === undefined)
    throw new Error(`${source}: ${problems.map(({ message }) => message).join(' ')}`);
  return expression;
}

describe('a condition that checks', () => {
  it('never comes to anything but true, false, unknown or an error', () => {
    fc.assert(
      fc.property(conditions, arbitrarySlots, (source, slots) => {
        const outcome = compileExpression(checked(source))(frameOf(slots));
        return outcome === undefined || typeof outcome === 'boolean' || outcome instanceof EvaluationError;
      }),
      parameters,
    );
  });

  it('keeps its outcome when what was unknown becomes known', () => {
    let decided = 0;
    fc.assert(
      fc.property(conditions, arbitrarySlots, completeSlots, (source, some, all) => {
        if (source.includes('has(')) return;
        const evaluate = compileExpression(checked(source));
        const before = evaluate(frameOf(some));
        if (before === undefined) return;
        const filled = some.map((value, slot) => (value === undefined ? all[slot] : value));
        const after = evaluate(frameOf(filled));
        if (some.includes(undefined)) decided += 1;
        if (isKnown(before)) expect(after).toEqual(before);
        else expect(after).toBeInstanceOf(EvaluationError);
      }),
      parameters,
    );
    expect(decided).toBeGreaterThan(RUNS / 10);
  });

  it('is explained with the outcome that it has, and every part with its own', () => {
    fc.assert(
      fc.property(conditions, arbitrarySlots, (source, slots) => {
        const expression = checked(source);
        const explanation = explainExpression(expression, frameOf(slots));
        expect(explanation.outcome).toEqual(compileExpression(expression)(frameOf(slots)));
        expect(describeOutcome(explanation)).not.toBe('');
        expect(describeExpression(expression)).not.toBe('');
        if (explanation.outcome === undefined) expect(unknownNames(explanation)).not.toEqual([]);
        else expect(unknownNames(explanation)).toEqual([]);
      }),
      parameters,
    );
  });

  it('means the same when it is printed and read again, and prints the same then', () => {
    fc.assert(
      fc.property(conditions, arbitrarySlots, (source, slots) => {
        const expression = checked(source);
        const printed = printExpression(expression);
        const again = checked(printed);
        expect(printExpression(again)).toBe(printed);
        const [one, other] = [expression, again].map((each) => compileExpression(each)(frameOf(slots)));
        if (one instanceof EvaluationError) expect(other).toBeInstanceOf(EvaluationError);
        else expect(other).toEqual(one);
      }),
      parameters,
    );
  });

  it('may be evaluated again and again with the same outcome', () => {
    fc.assert(
      fc.property(conditions, arbitrarySlots, arbitrarySlots, (source, first, second) => {
        const evaluate = compileExpression(checked(source));
        const once = evaluate(frameOf(first));
        evaluate(frameOf(second));
        expect(evaluate(frameOf(first))).toEqual(once);
      }),
      parameters,
    );
  });
});
