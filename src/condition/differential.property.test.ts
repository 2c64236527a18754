import { isCelError, run, type CelInput } from '@bufbuild/cel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arbitraryCondition,
  arbitrarySlots,
  conditionEnvironment,
  frameOf,
} from '../testing/arbitrary-condition.ts';
import { checkExpression } from './check.ts';
import { compileExpression } from './compile.ts';
import { entryOf, isKeyed, isList, keysOf } from './equality.ts';
import { EvaluationError, type Outcome, type Value } from './value.ts';

const SEED = Number(process.env['SOPWRIGHT_SEED'] ?? 20_261_122);
const RUNS = Number(process.env['SOPWRIGHT_RUNS'] ?? 2_000);

/** Plain data as the other implementation takes it: facts nested by their dots, what is missing left out. */
function activationOf(slots: readonly (Value | undefined)[]): { [name: string]: CelInput } {
  const activation: { [name: string]: CelInput } = {};
  for (const { name, slot } of conditionEnvironment.declarations) {
    const value = slots[slot];
    if (value === undefined) continue;
    const [first = '', second] = name.split('.');
    if (second === undefined) activation[first] = inputOf(value);
    else {
      const map = (activation[first] ?? new Map<string, CelInput>()) as Map<string, CelInput>;
      activation[first] = map.set(second, inputOf(value));
    }
  }
  return activation;
}

function inputOf(value: Value): CelInput {
  if (isList(value)) return value.map(inputOf);
  if (!isKeyed(value)) return value as CelInput;
  return new Map(keysOf(value).map((key) => [key as string, inputOf(entryOf(value, key) ?? null)]));
}

/**
 * Known outcomes must be equal. Where the other implementation has an error, ours has an error or is unknown (a fact
 * that is missing there is an error). Documented differences, decided by the outcomes alone: dividing by zero, and
 * one item more than one that holds though another item be unknown.
 */
function agree(
  source: string,
  ours: Outcome,
  theirs: boolean | undefined,
  complete: boolean,
): 'same' | 'documented' | 'different' {
  if (ours instanceof EvaluationError && ours.message === 'division by zero') return 'documented';
  if (theirs === undefined) {
    if (ours === undefined || ours instanceof EvaluationError) return 'same';
    return !complete && source.includes('exists_one') ? 'documented' : 'different';
  }
  return ours === theirs ? 'same' : 'different';
}

describe('against another implementation of CEL', () => {
  it('random conditions over random contacts come to the same', () => {
    const tally = { same: 0, documented: 0, decided: 0 };
    fc.assert(
      fc.property(arbitraryCondition({ standard: true }), arbitrarySlots, (source, slots) => {
        const { expression, problems } = checkExpression(source, conditionEnvironment);
        expect(problems).toEqual([]);
        const ours = expression === undefined ? undefined : compileExpression(expression)(frameOf(slots));
        const result = run(source, activationOf(slots));
        const theirs = isCelError(result) ? undefined : (result as boolean);
        const verdict = agree(source, ours, theirs, !slots.includes(undefined));
        if (verdict === 'different')
          throw new Error(`${source}: ours ${JSON.stringify(ours)}, theirs ${String(theirs ?? result)}`);
        tally[verdict] += 1;
        if (typeof ours === 'boolean') tally.decided += 1;
      }),
      { seed: SEED, numRuns: RUNS },
    );
    console.log(
      `differential: seed ${SEED}, ${tally.same} the same (${tally.decided} decided), ${tally.documented} documented differences`,
    );
    expect(tally.documented).toBeLessThan(RUNS / 20);
    expect(tally.decided).toBeGreaterThan(RUNS / 4);
  });
});
