import type { Source } from '../source/source.ts';
import type { TextEdit } from '../text-edit.ts';
import type { Part } from './flow-edits.ts';
import {
  beginsLine,
  columnOf,
  insertAt,
  lineEnd,
  lineNext,
  lineStart,
  removeLines,
  replace,
  tailEnd,
} from './lines.ts';
import type { Candidates } from './value-edits.ts';

/** Inserts lines as an entry or item of its own; the first line comes without indentation. */
export function insertInBlock(
  source: Source,
  parts: readonly Part[],
  index: number,
  lines: readonly string[],
): readonly TextEdit[] {
  const { text, eol } = source;
  const first = parts[0];
  if (!first) return [];
  const column = columnOf(text, first.from);
  const previous = parts[index - 1];
  const inserted = lines.join(eol);
  if (previous) return [insertAt(tailEnd(text, previous.to, column), eol + ' '.repeat(column) + inserted)];
  return [insertAt(first.from, inserted + eol + ' '.repeat(column))];
}

/**
 * Takes an entry or item out with its lines, the comment on its last one and the comment lines inside it. There is
 * at least one other.
 */
export function* removeFromBlock(source: Source, parts: readonly Part[], index: number): Candidates {
  const { text } = source;
  const part = parts[index];
  if (!part) return;
  const column = columnOf(text, part.from);
  const tail = tailEnd(text, part.to, column);
  if (beginsLine(text, part.from)) {
    const from = lineStart(text, part.from);
    yield [removeLines(text, from, tail)];
    // Where the value above keeps the blank lines behind it, those below must not join them.
    yield [replace(from, blanksEnd(text, lineNext(text, tail)), '')];
    return;
  }
  const next = parts[index + 1];
  if (!next) return;
  if (text.slice(tail, next.from).trim() === '') yield [replace(part.from, next.from, '')];
  let from = part.from;
  while (text[from - 1] === ' ') from -= 1;
  yield [replace(from, tail, '')];
}

function blanksEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && text.slice(end, lineEnd(text, end)).trim() === '') end = lineNext(text, end);
  return end;
}

/** Moves an item with its comments; else the items' contents change places and the comments stay. */
export function* moveInBlock(source: Source, parts: readonly Part[], from: number, to: number): Candidates {
  const { text, eol } = source;
  const moved = parts[from];
  const target = parts[to];
  if (!moved || !target) return;
  if (parts.every((part) => beginsLine(text, part.from))) {
    const block = blockOf(text, moved);
    const place = blockOf(text, target);
    const content = text.slice(block.from, block.to);
    const gone = removeLines(text, block.from, block.to);
    if (to < from) yield [insertAt(place.from, content + eol), gone];
    else yield [gone, insertAt(place.to, eol + content)];
  }
  yield exchange(text, parts, from, to);
}

/** From the comment lines directly above at the item's own column to the end of its tail. */
function blockOf(text: string, part: Part): Part {
  const column = columnOf(text, part.from);
  const lead = new RegExp(`^ {${column}}#`);
  let from = lineStart(text, part.from);
  while (from > 1) {
    const above = lineStart(text, from - 1);
    if (above >= from || !lead.test(text.slice(above, from))) break;
    from = above;
  }
  return { from, to: tailEnd(text, part.to, column) };
}

export function exchange(
  text: string,
  parts: readonly Part[],
  from: number,
  to: number,
): readonly TextEdit[] {
  const order = parts.map((part) => text.slice(part.from, part.to));
  const [content] = order.splice(from, 1);
  order.splice(to, 0, content ?? '');
  return parts.flatMap((part, index) => {
    const now = order[index] ?? '';
    return text.slice(part.from, part.to) === now ? [] : [replace(part.from, part.to, now)];
  });
}
