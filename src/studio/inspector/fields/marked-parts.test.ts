import { describe, expect, it } from 'vitest';
import { markedParts } from './marked-parts.ts';

const cut = (text: string, ...marks: readonly (readonly [number, number])[]) =>
  markedParts(
    text,
    marks.map(([from, to]) => ({ from, to, severity: 'error' })),
  ).map((part) => (part.mark ? `[${part.text}]` : part.text));

describe('a text with marks', () => {
  it('is one part where there are none', () => expect(cut('abc')).toEqual(['abc']));
  it('is cut where marks begin and end', () =>
    expect(cut('abcdef', [1, 3], [4, 5])).toEqual(['a', '[bc]', 'd', '[e]', 'f']));
  it('does not repeat what two marks share', () =>
    expect(cut('abcdef', [1, 4], [2, 5])).toEqual(['a', '[bcd]', '[e]', 'f']));
  it('marks the last character for an empty mark at the end', () =>
    expect(cut('abc', [3, 3])).toEqual(['ab', '[c]']));
  it('marks nothing in an empty text', () => expect(cut('', [0, 0])).toEqual([]));
  it('keeps marks inside the text', () => expect(cut('abc', [2, 99])).toEqual(['ab', '[c]']));
});
