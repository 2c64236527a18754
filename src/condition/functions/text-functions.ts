import { isKeyed, isList, sizeOfKeyed } from '../equality.ts';
import { compilePattern, type TextPattern } from '../text-pattern.ts';
import { BOOLEAN, DYNAMIC, listOf, NUMBER, TEXT } from '../type-rules.ts';
import type { Outcome, Value } from '../value.ts';
import { failure, wrongArgument, type FunctionSpec, type Span } from './function-spec.ts';

export const textFunctions: readonly FunctionSpec[] = [
  {
    name: 'size',
    form: 'either',
    signatures: [
      { params: [TEXT], result: NUMBER },
      { params: [listOf(DYNAMIC)], result: NUMBER },
      { params: [{ kind: 'map', values: DYNAMIC }], result: NUMBER },
    ],
    summary: 'how many characters, items or entries',
    apply(at, a) {
      if (typeof a === 'string') return countCharacters(a);
      if (isList(a)) return a.length;
      return isKeyed(a) ? sizeOfKeyed(a) : wrongArgument(at, 'size');
    },
  },
  textTest('startsWith', 'whether a text begins with another', (text, part) => text.startsWith(part)),
  textTest('endsWith', 'whether a text ends with another', (text, part) => text.endsWith(part)),
  textTest('contains', 'whether a text holds another', (text, part) => text.includes(part)),
  {
    name: 'matches',
    form: 'either',
    signatures: [{ params: [TEXT, TEXT], result: BOOLEAN }],
    summary: 'whether a regular expression (RE2) matches anywhere in a text',
    apply(at, a, b) {
      if (typeof a !== 'string' || typeof b !== 'string') return wrongArgument(at, 'matches');
      const pattern = patternOf(b);
      return 'problem' in pattern ? failure(at, pattern.problem) : pattern.test(a);
    },
  },
  textChange('lowerAscii', 'A to Z made small', (text) =>
    text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
  ),
  textChange('upperAscii', 'a to z made capital', (text) =>
    text.replace(/[a-z]/g, (letter) => letter.toUpperCase()),
  ),
  textChange('trim', 'without white space at both ends', (text) => text.trim()),
  {
    name: 'substring',
    form: 'method',
    signatures: [
      { params: [TEXT, NUMBER], result: TEXT },
      { params: [TEXT, NUMBER, NUMBER], result: TEXT },
    ],
    summary: 'the characters from one place up to another',
    apply: substring,
  },
  {
    name: 'indexOf',
    form: 'method',
    signatures: [{ params: [TEXT, TEXT], result: NUMBER }],
    summary: 'where a text first holds another, or -1',
    apply(at, a, b) {
      if (typeof a !== 'string' || typeof b !== 'string') return wrongArgument(at, 'indexOf');
      const found = a.indexOf(b);
      return found < 0 ? -1 : countCharacters(a.slice(0, found));
    },
  },
  {
    name: 'replace',
    form: 'method',
    signatures: [{ params: [TEXT, TEXT, TEXT], result: TEXT }],
    summary: 'every occurrence of one text replaced by another',
    apply(at, a, b, c) {
      if (typeof a !== 'string' || typeof b !== 'string' || typeof c !== 'string')
        return wrongArgument(at, 'replace');
      const size = a.length + (b === '' ? a.length + 1 : a.split(b).length - 1) * c.length;
      return size > LONGEST_TEXT ? failure(at, 'the text becomes too long') : a.replaceAll(b, () => c);
    },
  },
  {
    name: 'split',
    form: 'method',
    signatures: [{ params: [TEXT, TEXT], result: listOf(TEXT) }],
    summary: 'the parts of a text between separators',
    apply(at, a, b) {
      if (typeof a !== 'string' || typeof b !== 'string') return wrongArgument(at, 'split');
      return b === '' ? [...a] : a.split(b);
    },
  },
  {
    name: 'join',
    form: 'method',
    signatures: [
      { params: [listOf(TEXT)], result: TEXT },
      { params: [listOf(TEXT), TEXT], result: TEXT },
    ],
    summary: 'the texts of a list in one, with a separator',
    apply: join,
  },
];

/** In UTF-16 units; a text that a condition makes may not be longer. */
export const LONGEST_TEXT = 1_000_000;

function textTest(
  name: string,
  summary: string,
  test: (text: string, part: string) => boolean,
): FunctionSpec {
  return {
    name,
    form: 'method',
    signatures: [{ params: [TEXT, TEXT], result: BOOLEAN }],
    summary,
    apply: (at, a, b) =>
      typeof a === 'string' && typeof b === 'string' ? test(a, b) : wrongArgument(at, name),
  };
}

function textChange(name: string, summary: string, change: (text: string) => string): FunctionSpec {
  return {
    name,
    form: 'method',
    signatures: [{ params: [TEXT], result: TEXT }],
    summary,
    apply: (at, a) => (typeof a === 'string' ? change(a) : wrongArgument(at, name)),
  };
}

/** CEL counts code points. */
function countCharacters(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length - 1; at += 1) {
    if (isHighSurrogate(text.charCodeAt(at)) && isLowSurrogate(text.charCodeAt(at + 1))) count -= 1;
  }
  return count;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function substring(at: Span, a: Value, b: Value | undefined, c: Value | undefined): Outcome {
  if (typeof a !== 'string' || typeof b !== 'number' || (c !== undefined && typeof c !== 'number')) {
    return wrongArgument(at, 'substring');
  }
  const characters = [...a];
  const end = c ?? characters.length;
  const valid =
    Number.isInteger(b) && Number.isInteger(end) && b >= 0 && b <= end && end <= characters.length;
  return valid ? characters.slice(b, end).join('') : failure(at, `the text has no characters ${b} to ${end}`);
}

function join(at: Span, a: Value, b: Value | undefined): Outcome {
  const separator = b ?? '';
  if (!isList(a) || typeof separator !== 'string') return wrongArgument(at, 'join');
  let size = 0;
  for (const item of a) {
    if (typeof item !== 'string') return wrongArgument(at, 'join');
    size += item.length + separator.length;
  }
  return size > LONGEST_TEXT ? failure(at, 'the text becomes too long') : a.join(separator);
}

const patterns = new Map<string, TextPattern | { readonly problem: string }>();

/** Compiled once for each source; forgotten altogether when there are very many. */
function patternOf(source: string): TextPattern | { readonly problem: string } {
  const known = patterns.get(source);
  if (known !== undefined) return known;
  const compiled = compilePattern(source);
  if (patterns.size >= 500) patterns.clear();
  patterns.set(source, compiled);
  return compiled;
}
