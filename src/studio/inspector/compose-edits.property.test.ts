import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdits, type TextEdit } from '../../document/text-edit.ts';
import { composeEdits } from './compose-edits.ts';

const seed = Number(process.env['SOPWRIGHT_SEED'] ?? Date.now() % 2 ** 31);
console.log(`compose-edits seed ${seed}`);

const cut = fc.record({ skip: fc.nat(6), remove: fc.nat(4), insert: fc.constantFrom('', 'x', 'yz', '\n') });

function editsFor(
  text: string,
  cuts: readonly { skip: number; remove: number; insert: string }[],
): TextEdit[] {
  let at = 0;
  return cuts.map(({ skip, remove, insert }) => {
    const from = Math.min(text.length, at + skip);
    const to = Math.min(text.length, from + remove);
    at = to;
    return { from, to, insert };
  });
}

it('edits composed do what they do one after the other, sorted and apart', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 30 }),
      fc.array(fc.array(cut, { maxLength: 4 }), { maxLength: 4 }),
      (text, lists) => {
        let expected = text;
        const edits = lists.map((cuts) => {
          const list = editsFor(expected, cuts);
          expected = applyEdits(expected, list);
          return list;
        });
        const composed = composeEdits(edits);
        expect(
          applyEdits(
            text,
            composed.map((edit) => ({ ...edit, to: Math.min(edit.to, text.length) })),
          ),
        ).toBe(expected);
        for (const [index, edit] of composed.entries()) {
          expect(Number.isFinite(edit.to)).toBe(true);
          expect(edit.from).toBeGreaterThanOrEqual(composed[index - 1]?.to ?? 0);
        }
      },
    ),
    { seed, numRuns: 2000 },
  );
});
