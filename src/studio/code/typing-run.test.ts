import { describe, expect, it } from 'vitest';
import type { TextEdit } from '../../document/text-edit.ts';
import { continueTyping, type TypingRun } from './typing-run.ts';

function merges(steps: readonly (readonly [edits: readonly TextEdit[], at: number])[]): boolean[] {
  let run: TypingRun | undefined;
  return steps.map(([edits, at]) => {
    const result = continueTyping(run, edits, at);
    run = result.run;
    return result.merge;
  });
}

const typed = (from: number, insert: string): TextEdit[] => [{ from, to: from, insert }];
const erased = (from: number, to: number): TextEdit[] => [{ from, to, insert: '' }];

describe('what is undone together', () => {
  it('is a word typed without a pause', () => {
    expect(
      merges([
        [typed(0, 'a'), 0],
        [typed(1, 'b'), 200],
        [typed(2, 'c'), 400],
      ]),
    ).toEqual([false, true, true]);
  });
  it('ends with a pause', () => {
    expect(
      merges([
        [typed(0, 'a'), 0],
        [typed(1, 'b'), 1000],
      ]),
    ).toEqual([false, false]);
  });
  it('ends with a new line', () => {
    expect(
      merges([
        [typed(0, 'a'), 0],
        [typed(1, '\n  '), 10],
        [typed(4, 'b'), 20],
      ]),
    ).toEqual([false, false, true]);
  });
  it('ends where the cursor jumps', () => {
    expect(
      merges([
        [typed(0, 'a'), 0],
        [typed(9, 'b'), 10],
      ]),
    ).toEqual([false, false]);
  });
  it('is a run of Backspace, or of Delete', () => {
    expect(
      merges([
        [erased(4, 5), 0],
        [erased(3, 4), 10],
      ]),
    ).toEqual([false, true]);
    expect(
      merges([
        [erased(4, 5), 0],
        [erased(4, 5), 10],
      ]),
    ).toEqual([false, true]);
  });
  it('does not mix typing and erasing', () => {
    expect(
      merges([
        [typed(0, 'a'), 0],
        [erased(0, 1), 10],
        [typed(0, 'b'), 20],
      ]),
    ).toEqual([false, false, false]);
  });
  it('is a replacement on its own', () => {
    expect(
      merges([
        [typed(0, 'a'), 0],
        [[{ from: 0, to: 1, insert: 'step' }], 10],
        [typed(4, 's'), 20],
      ]),
    ).toEqual([false, false, false]);
  });
  it('is an edit with several cursors on its own', () => {
    expect(
      merges([
        [[...typed(0, 'a'), ...typed(5, 'a')], 0],
        [[...typed(1, 'b'), ...typed(7, 'b')], 10],
      ]),
    ).toEqual([false, false]);
  });
});
