import { expect, test } from 'vitest';
import { rebaseEdits } from './rebase-edits.ts';

test('edits before and behind the changed stretch are kept and moved', () => {
  expect(
    rebaseEdits(
      [
        { from: 0, to: 1, insert: 'A' },
        { from: 6, to: 7, insert: 'G' },
      ],
      'abcdefg',
      'abcXXdefg',
    ),
  ).toEqual([
    { from: 0, to: 1, insert: 'A' },
    { from: 8, to: 9, insert: 'G' },
  ]);
});

test('an edit that touches the changed stretch is refused', () => {
  expect(rebaseEdits([{ from: 2, to: 4, insert: '' }], 'abcdefg', 'abXXefg')).toBeUndefined();
});

test('nothing changed, nothing moves', () => {
  const edits = [{ from: 2, to: 2, insert: 'x' }];
  expect(rebaseEdits(edits, 'abc', 'abc')).toBe(edits);
});
