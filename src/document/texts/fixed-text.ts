import { parseTemplate } from '../../condition/template.ts';
import { compilePattern } from '../../condition/text-pattern.ts';
import type { Limits } from '../model.ts';
import { countWords, readingGrade } from './reading-grade.ts';
import {
  characterAt,
  characterBefore,
  countExclamationMarks,
  exceededBy,
  forbiddenText,
  partOfWord,
  patternOf,
  squeeze,
  type Exceeded,
} from './text-rules.ts';

/** The pieces of a text that are there whatever values stand between them. */
export interface FixedText {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** It has no values. */
  readonly whole: boolean;
}

interface Piece {
  readonly text: string;
  /** Where it begins in the text. */
  readonly from: number;
  /** A value stands before or behind it, and may go on with its first or last word. */
  readonly opensBefore: boolean;
  readonly opensBehind: boolean;
}

export function fixedTextOf(text: string): FixedText {
  const { parts } = parseTemplate(text);
  let at = 0;
  const pieces = parts.flatMap((part, index): readonly Piece[] => {
    if ('source' in part) {
      at = text.indexOf('}}', part.to) + 2;
      return [];
    }
    const from = at;
    at += part.text.length;
    return [{ text: part.text, from, opensBefore: index > 0, opensBehind: index < parts.length - 1 }];
  });
  return { text, pieces, whole: parts.every((part) => 'text' in part) };
}

export interface Said {
  readonly words: string;
  /** Where in the text, if that can be told. */
  readonly range: { readonly from: number; readonly to: number } | undefined;
}

/** What of an item of `neverSay` the text says, whatever values it is given. */
export function forbiddenIn(fixed: FixedText, item: string): Said | undefined {
  const pattern = patternOf(item);
  for (const piece of fixed.pieces) {
    const found = pattern === undefined ? phraseIn(piece, item) : patternIn(piece, pattern, fixed.whole);
    if (!found) continue;
    const words = piece.text.slice(found.from, found.to);
    return { words, range: { from: piece.from + found.from, to: piece.from + found.to } };
  }
  // The engine's own rule has the last word where no value can change what it finds.
  const forbidden = pattern === undefined && fixed.whole ? forbiddenText(item) : undefined;
  if (!forbidden || 'problem' in forbidden) return undefined;
  const words = forbidden(fixed.text, squeeze(fixed.text));
  return words === undefined ? undefined : { words, range: undefined };
}

function phraseIn(piece: Piece, phrase: string): { readonly from: number; readonly to: number } | undefined {
  const words = phrase.trim().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return undefined;
  const escaped = words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`));
  for (const match of piece.text.matchAll(new RegExp(escaped.join(String.raw`\s+`), 'giu'))) {
    const from = match.index;
    const to = from + match[0].length;
    if (standsFree(piece, from, to)) return { from, to };
  }
  return undefined;
}

function standsFree({ text, opensBefore, opensBehind }: Piece, from: number, to: number): boolean {
  const before = characterBefore(text, from);
  const behind = characterAt(text, to);
  const freeBefore =
    !partOfWord.test(characterAt(text, from)) || (before === '' ? !opensBefore : !partOfWord.test(before));
  const freeBehind =
    !partOfWord.test(characterBefore(text, to)) || (behind === '' ? !opensBehind : !partOfWord.test(behind));
  return freeBefore && freeBehind;
}

/** Between values only patterns that look at nothing but what they match: no anchors, no word boundaries. */
function patternIn(piece: Piece, pattern: string, whole: boolean) {
  if (!whole && looksAround(pattern)) return undefined;
  const compiled = compilePattern(pattern);
  return 'problem' in compiled ? undefined : compiled.find(piece.text);
}

function looksAround(pattern: string): boolean {
  const bare = pattern.replaceAll(/\\[^bBAzZ]|\[\^/g, '');
  return /[\^$]|\\[bBAzZ]/.test(bare);
}

/** What of the limits the text exceeds, whatever values it is given. Only a text without values has a grade. */
export function exceededIn(fixed: FixedText, limits: Limits, language: string): Exceeded | undefined {
  const { whole } = fixed;
  return exceededBy(limits, {
    exclamationMarks: () => sum(fixed.pieces.map(({ text }) => countExclamationMarks(text))),
    words: () => (whole ? countWords(fixed.text) : sum(fixed.pieces.map(ownWords))),
    readingGrade: () => (whole && language === 'en' ? readingGrade(fixed.text) : undefined),
  });
}

/** Words that no value can run together with. */
function ownWords({ text, opensBefore, opensBehind }: Piece): number {
  const joins = (character: string): boolean =>
    character !== '' && (partOfWord.test(character) || "'’-".includes(character));
  const shared =
    Number(opensBefore && joins(characterAt(text, 0))) +
    Number(opensBehind && joins(characterBefore(text, text.length)));
  return Math.max(0, countWords(text) - shared);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
