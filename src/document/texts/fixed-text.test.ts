import { describe, expect, it } from 'vitest';
import { exceededIn, fixedTextOf, forbiddenIn } from './fixed-text.ts';

const saidIn = (text: string, item: string): string | undefined => {
  const said = forbiddenIn(fixedTextOf(text), item);
  return said?.range ? text.slice(said.range.from, said.range.to) : said?.words;
};
const exceeded = (text: string, limits: Parameters<typeof exceededIn>[1], language = 'en') =>
  exceededIn(
    fixedTextOf(text),
    Object.assign({ words: undefined, exclamationMarks: undefined, readingGrade: undefined }, limits),
    language,
  )?.sentence;
const none = { words: undefined, exclamationMarks: undefined, readingGrade: undefined };

describe('what a text says whatever its values', () => {
  it('is told with its place', () => {
    expect(saidIn('Well, I  PROMISE it.', 'i promise')).toBe('I  PROMISE');
    expect(saidIn('Your {{ order.id }} has a guarantee.', 'guarantee')).toBe('guarantee');
    expect(saidIn('That is 100 % sure, {{name}}.', '/100 ?%/')).toBe('100 %');
    expect(saidIn('Costs $5 (net).', '$5 (net)')).toBe('$5 (net)');
  });

  it('is not told where a value may go on with the word', () => {
    expect(saidIn('We guarantee{{ending}}', 'guarantee')).toBeUndefined();
    expect(saidIn('{{prefix}}promise', 'promise')).toBeUndefined();
    expect(saidIn('guaranteed', 'guarantee')).toBeUndefined();
  });

  it('is not told between values by a pattern that looks at what stands around', () => {
    expect(saidIn('Dear friend, yes', '/yes$/')).toBe('yes');
    expect(saidIn('yes {{name}}', '/yes$/')).toBeUndefined();
    expect(saidIn('{{name}}yes {{name}}', '/\\byes/')).toBeUndefined();
    expect(saidIn('{{name}} 7 {{name}}', '/[^0-9]7\\$?/')).toBe(' 7');
  });

  it('is not what stands in an expression', () => {
    expect(saidIn('{{guarantee}}', 'guarantee')).toBeUndefined();
    expect(exceeded('{{!a}} and {{b != c}}', { ...none, exclamationMarks: 0 })).toBeUndefined();
  });
});

describe('limits that a text exceeds whatever its values', () => {
  it('count marks and words', () => {
    expect(exceeded('Hi {{name}}! Hello!', { ...none, exclamationMarks: 1 })).toBe(
      '2 exclamation marks, at most 1',
    );
    expect(exceeded('one two {{name}} three', { ...none, words: 2 })).toBe('3 words, at most 2');
    expect(exceeded('one two-{{name}} three', { ...none, words: 2 })).toBeUndefined();
    expect(exceeded('a-{{x}}-b', { ...none, words: 0 })).toBeUndefined();
  });

  it('measure the grade of English texts without values', () => {
    const hard = 'Notwithstanding any contractual representations, applicability is discretionary.';
    expect(exceeded(hard, { ...none, readingGrade: 8 })).toMatch(/^reading grade \d/);
    expect(exceeded(hard, { ...none, readingGrade: 8 }, 'de')).toBeUndefined();
    expect(exceeded(`${hard} {{name}}`, { ...none, readingGrade: 8 })).toBeUndefined();
  });
});
