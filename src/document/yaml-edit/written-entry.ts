import type { Source } from '../source/source.ts';
import { beginsLine, columnOf, lineEnd, lineStart, tailEnd } from './lines.ts';
import { isFlow, spotAt } from './spot.ts';

/**
 * An entry as it is written, from column 0: with the comment lines directly above it and those inside it. Undefined
 * where it does not stand on lines of its own.
 */
export function writtenEntry(source: Source, section: string, name: string): readonly string[] | undefined {
  const { text } = source;
  const holder = spotAt(source, [section]);
  const entry = spotAt(source, [section, name])?.entry;
  if (!holder || !entry || isFlow(holder.node) || !beginsLine(text, entry.from)) return undefined;
  const column = columnOf(text, entry.from);
  const lines = text
    .slice(commentsAbove(text, entry.from, column), tailEnd(text, entry.to, column))
    .split(/\r?\n/);
  const indented = lines.every((line) => line.trim() === '' || /^ */.exec(line)![0].length >= column);
  if (!indented) return undefined;
  const shifted = lines.map((line) => line.slice(column));
  while (shifted.at(-1)?.trim() === '') shifted.pop();
  return shifted;
}

function commentsAbove(text: string, at: number, column: number): number {
  const comment = new RegExp(`^ {${column}}#`);
  let from = lineStart(text, at);
  while (from > 1) {
    const above = lineStart(text, from - 1);
    if (above >= from || !comment.test(text.slice(above, lineEnd(text, above)))) break;
    from = above;
  }
  return from;
}
