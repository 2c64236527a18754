import { describe, expect, it } from 'vitest';
import { readingGrade, countWords } from './reading-grade.ts';
import { exceededLimit, forbiddenPhrase, squeeze } from './text-rules.ts';

describe('what must not be said', () => {
  const says = (phrase: string, text: string): string | undefined =>
    forbiddenPhrase(phrase)(text, squeeze(text));

  it('is found regardless of case and of white space', () => {
    expect(says('I Promise', 'Well, i\n  PROMISE you')).toBe('i promise');
  });

  it('is found as whole words only', () => {
    expect(says('guarantee', 'We guaranteed nothing')).toBeUndefined();
    expect(says('sure', 'Unsure, but sure.')).toBe('sure');
    expect(says('straße', 'In der Hauptstraße')).toBeUndefined();
  });

  it('needs no boundary where it does not end in a letter', () => {
    expect(says('100 %', 'That is 100 %safe')).toBe('100 %');
    expect(says('%', '50%')).toBe('%');
  });

  it('finds nothing for an empty phrase', () => {
    expect(says('  ', 'anything')).toBeUndefined();
  });
});

describe('limits', () => {
  const none = { readingGrade: undefined, exclamationMarks: undefined, words: undefined };

  it('count exclamation marks and words', () => {
    expect(exceededLimit({ ...none, exclamationMarks: 1 }, 'Great! Super!', 'en')).toBe(
      '2 exclamation marks, at most 1',
    );
    expect(exceededLimit({ ...none, words: 3 }, 'It’s a well-known fact', 'en')).toBe('4 words, at most 3');
    expect(
      exceededLimit({ ...none, words: 4, exclamationMarks: 0 }, 'It’s a well-known fact', 'en'),
    ).toBeUndefined();
  });

  it('measure the reading grade in English, and in no other language', () => {
    const hard =
      'Notwithstanding contractual obligations, reimbursement necessitates comprehensive documentation.';
    expect(exceededLimit({ ...none, readingGrade: 8 }, hard, 'en')).toMatch(
      /^reading grade \d+\.\d, at most 8$/,
    );
    expect(exceededLimit({ ...none, readingGrade: 8 }, hard, 'de')).toBeUndefined();
  });
});

describe('the reading grade', () => {
  it('follows the Flesch–Kincaid formula', () => {
    // 6 words, 1 sentence, 6 syllables.
    expect(readingGrade('The cat sat on the mat.')).toBeCloseTo(0.39 * 6 + 11.8 - 15.59, 10);
    // 4 words in 2 sentences, 5 syllables: I am hap-py. We go.
    expect(readingGrade('I am happy. We go.')).toBeCloseTo(0.39 * 2.5 + 11.8 * (6 / 5) - 15.59, 10);
  });

  it('is 0 for a text without words, and counts a number as a word', () => {
    expect(readingGrade('…!')).toBe(0);
    expect(countWords('Order #1001 is sent')).toBe(4);
  });
});
