import { expect, test } from 'vitest';
import { snippetOf } from './snippet.ts';

function shown(text: string, wanted: string): string {
  const from = text.indexOf(wanted);
  return snippetOf({ text, ranges: [[from, from + wanted.length]] })
    .map(({ text, isMatch }) => (isMatch ? `[${text}]` : text))
    .join('');
}

test('a short text is shown whole, with the match told apart', () => {
  expect(shown('refund > 50', 'fund')).toBe('re[fund] > 50');
});

test('a long text is cut at a word before the match', () => {
  const text = `${'word '.repeat(40)}needle ${'more '.repeat(60)}`;
  expect(shown(text, 'needle')).toMatch(/^…(word )+\[needle\] (more )+.*…$/);
});

test('lines and indents become single spaces', () => {
  expect(shown('first\n    second', 'second')).toBe('first [second]');
});

test('a match that is longer than a line is shown whole', () => {
  const wanted = 'x'.repeat(300);
  expect(shown(`a ${wanted} b`, wanted)).toContain(`[${wanted}]`);
});
