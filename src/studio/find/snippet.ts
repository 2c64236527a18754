import type { Match } from './find-matches.ts';

export interface SnippetPart {
  readonly text: string;
  readonly isMatch: boolean;
}

const lead = 24;
const longest = 160;

/** The line around the first match, with every match in it told apart. */
export function snippetOf({ text, ranges }: Pick<Match, 'text' | 'ranges'>): readonly SnippetPart[] {
  const [first] = ranges;
  if (!first) return [];
  const start = first[0] <= lead ? 0 : wordStart(text, first[0] - lead);
  const end = Math.min(text.length, Math.max(start + longest, first[1]));
  const parts: SnippetPart[] = [];
  const add = (from: number, to: number, isMatch: boolean): void => {
    if (to > from) parts.push({ text: text.slice(from, to).replaceAll(/\s+/g, ' '), isMatch });
  };
  if (start > 0) parts.push({ text: '…', isMatch: false });
  let at = start;
  for (const [from, to] of ranges) {
    if (from < at || to > end) continue;
    add(at, from, false);
    add(from, to, true);
    at = to;
  }
  add(at, end, false);
  if (end < text.length) parts.push({ text: '…', isMatch: false });
  return parts;
}

/** The first beginning of a word at or behind an offset. */
function wordStart(text: string, offset: number): number {
  const space = text.indexOf(' ', offset);
  return space < 0 || space > offset + lead / 2 ? offset : space + 1;
}
