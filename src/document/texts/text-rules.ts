import { compilePattern } from '../../condition/text-pattern.ts';
import type { Limits } from '../model.ts';
import { countWords, readingGrade } from './reading-grade.ts';

/**
 * Finds what must not be said; returns the words found. Takes the text, and the text as `squeeze` makes it, which is
 * made once for all phrases.
 */
export type ForbiddenText = (text: string, squeezed: string) => string | undefined;

/** The regular expression of a `neverSay` item; undefined for plain words. */
export function patternOf(words: string): string | undefined {
  return words.length > 2 && words.startsWith('/') && words.endsWith('/') ? words.slice(1, -1) : undefined;
}

/** What finds an item of `neverSay`: words, or a regular expression between slashes. */
export function forbiddenText(words: string): ForbiddenText | { readonly problem: string } {
  const pattern = patternOf(words);
  if (pattern === undefined) return forbiddenPhrase(words);
  const compiled = compilePattern(pattern);
  if ('problem' in compiled) return compiled;
  return (text) => {
    const found = compiled.find(text);
    return found === undefined ? undefined : text.slice(found.from, found.to);
  };
}

/** Letters and digits: what a word goes on with. */
export const partOfWord = /[\p{L}\p{N}\p{M}_]/u;

/**
 * A word or phrase of `neverSay`, found regardless of case and only as whole words. White space in it stands for any
 * white space.
 */
export function forbiddenPhrase(phrase: string): ForbiddenText {
  const needle = squeeze(phrase);
  return (_text, haystack) => {
    if (needle === '') return undefined;
    for (let at = haystack.indexOf(needle); at !== -1; at = haystack.indexOf(needle, at + 1)) {
      const end = at + needle.length;
      if (standsAlone(haystack, at, end)) return haystack.slice(at, end);
    }
    return undefined;
  };
}

/** In lower case, with single blanks for all white space. */
export function squeeze(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Boundaries are asked for only where the phrase itself begins or ends with a letter or digit. */
function standsAlone(text: string, from: number, to: number): boolean {
  const before = characterBefore(text, from);
  const after = characterAt(text, to);
  const first = characterAt(text, from);
  const last = characterBefore(text, to);
  return (
    !(partOfWord.test(first) && partOfWord.test(before)) && !(partOfWord.test(last) && partOfWord.test(after))
  );
}

export function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

export function characterBefore(text: string, at: number): string {
  if (at <= 0) return '';
  const unit = text.charCodeAt(at - 1);
  const low = unit >= 0xdc00 && unit <= 0xdfff;
  return characterAt(text, low && at > 1 ? at - 2 : at - 1);
}

/**
 * What of the limits a text exceeds, as a plain sentence, or undefined. The reading grade is measured for English
 * only; `language` is the language part of the text's locale.
 */
export function exceededLimit(limits: Limits, text: string, language: string): string | undefined {
  return exceededBy(limits, {
    exclamationMarks: () => countExclamationMarks(text),
    words: () => countWords(text),
    readingGrade: () => (language === 'en' ? readingGrade(text) : undefined),
  })?.sentence;
}

/** What of a text is limited; undefined where it cannot be told. Asked only for what has a limit. */
export interface TextMeasure {
  exclamationMarks(): number;
  words(): number;
  readingGrade(): number | undefined;
}

export interface Exceeded {
  readonly limit: keyof Limits;
  /** `2 exclamation marks, at most 0` */
  readonly sentence: string;
}

export function exceededBy(limits: Limits, measure: TextMeasure): Exceeded | undefined {
  if (limits.exclamationMarks !== undefined) {
    const marks = measure.exclamationMarks();
    if (marks > limits.exclamationMarks) {
      const what = marks === 1 ? 'mark' : 'marks';
      const sentence = `${marks} exclamation ${what}, at most ${limits.exclamationMarks}`;
      return { limit: 'exclamationMarks', sentence };
    }
  }
  if (limits.words !== undefined) {
    const words = measure.words();
    if (words > limits.words) return { limit: 'words', sentence: `${words} words, at most ${limits.words}` };
  }
  if (limits.readingGrade !== undefined) {
    const grade = measure.readingGrade();
    if (grade !== undefined && grade > limits.readingGrade) {
      const sentence = `reading grade ${grade.toFixed(1)}, at most ${limits.readingGrade}`;
      return { limit: 'readingGrade', sentence };
    }
  }
  return undefined;
}

export function countExclamationMarks(text: string): number {
  return text.match(/[!！]/gu)?.length ?? 0;
}
