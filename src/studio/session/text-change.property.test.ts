import fc from 'fast-check';
import { expect, test } from 'vitest';
import { invertChange, transformChange } from './text-change.ts';
import type { TextChange, TextOperation } from './text-change.ts';

const seed = Number(process.env['SEED'] ?? 20261122);

function apply(text: string, change: TextChange): string {
  let at = 0;
  let result = '';
  for (const operation of change) {
    if ('insert' in operation) {
      result += operation.insert;
      continue;
    }
    const length = 'delete' in operation ? operation.delete : operation.retain;
    if (!('delete' in operation)) result += text.slice(at, at + length);
    at += length;
  }
  expect(at).toBeLessThanOrEqual(text.length);
  return result + text.slice(at);
}

const text = fc.string({ minLength: 1, maxLength: 12 });
/** A change of a text of `length`, from random choices. */
function changeFor(length: number): fc.Arbitrary<TextChange> {
  const operation = fc.oneof(
    fc.record({ retain: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ delete: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ insert: fc.string({ minLength: 1, maxLength: 3 }) }),
  );
  return fc.array(operation, { maxLength: 6 }).map((operations) => {
    let left = length;
    return operations.flatMap((operation): readonly TextOperation[] => {
      if ('insert' in operation) return [operation];
      const take = Math.min(left, 'delete' in operation ? operation.delete : operation.retain);
      left -= take;
      if (take === 0) return [];
      return ['delete' in operation ? { delete: take } : { retain: take }];
    });
  });
}

test(`a change and its inverse leave the text as it was (seed ${seed})`, () => {
  fc.assert(
    fc.property(
      text.chain((before) => fc.tuple(fc.constant(before), changeFor(before.length))),
      ([before, change]) => {
        expect(apply(apply(before, change), invertChange(change, before))).toBe(before);
      },
    ),
    { seed, numRuns: 2000 },
  );
});

test(`two changes of one text, each moved over the other, lead to one text (seed ${seed})`, () => {
  fc.assert(
    fc.property(
      text.chain((before) =>
        fc.tuple(fc.constant(before), changeFor(before.length), changeFor(before.length)),
      ),
      ([before, a, b]) => {
        const aThenB = apply(apply(before, a), transformChange(b, a, true));
        const bThenA = apply(apply(before, b), transformChange(a, b, false));
        expect(aThenB).toBe(bThenA);
      },
    ),
    { seed, numRuns: 3000 },
  );
});
