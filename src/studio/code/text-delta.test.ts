import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Doc } from 'yjs';
import { applyEdits } from '../../document/text-edit.ts';
import { editsOfDelta } from './text-delta.ts';

const seed = Number(process.env['SOPWRIGHT_SEED'] ?? Date.now() % 2 ** 31);
console.log(`text-delta seed ${seed}`);

describe('a delta of the shared text', () => {
  it('becomes one replacement where a deletion and an insertion meet', () => {
    expect(editsOfDelta([{ retain: 2 }, { delete: 3 }, { insert: 'x' }])).toEqual([
      { from: 2, to: 5, insert: 'x' },
    ]);
    expect(editsOfDelta([{ retain: 2 }, { insert: 'x' }, { delete: 3 }])).toEqual([
      { from: 2, to: 5, insert: 'x' },
    ]);
  });

  it('makes the text after of the text before, whatever a transaction did', () => {
    const step = fc.record({ at: fc.nat(30), remove: fc.nat(4), insert: fc.string({ maxLength: 4 }) });
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }),
        fc.array(step, { minLength: 1, maxLength: 6 }),
        (before, steps) => {
          const doc = new Doc();
          const text = doc.getText('text');
          text.insert(0, before);
          let result = before;
          text.observe((event) => {
            result = applyEdits(before, editsOfDelta(event.delta));
          });
          doc.transact(() => {
            for (const { at, remove, insert } of steps) {
              const from = Math.min(at, text.length);
              text.delete(from, Math.min(remove, text.length - from));
              text.insert(from, insert);
            }
          });
          expect(result).toBe(text.toString());
        },
      ),
      { seed, numRuns: 500 },
    );
  });
});
