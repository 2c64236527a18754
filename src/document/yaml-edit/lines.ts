import type { TextEdit } from '../text-edit.ts';

/** Where the line of an offset begins; behind the byte order mark on the first. */
export function lineStart(text: string, at: number): number {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return start === 0 && text.startsWith('\ufeff') ? 1 : start;
}

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  if (newline === -1) return text.length;
  return newline > at && text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** Where the next line begins; the text's end when there is none. */
export function lineNext(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline === -1 ? text.length : newline + 1;
}

export function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

export function beginsLine(text: string, at: number): boolean {
  return /^[ \t]*$/.test(text.slice(lineStart(text, at), at));
}

export function sameLine(text: string, from: number, to: number): boolean {
  return !text.slice(from, to).includes('\n');
}

/** Whether nothing but white space or a comment stands between the offset and its line's end. */
export function endsLine(text: string, at: number): boolean {
  return /^[ \t]*(?:#.*)?$/.test(text.slice(at, lineEnd(text, at)));
}

/**
 * Where an entry at `column` whose value ends at `to` is over: behind the comment on its last line, and behind the
 * comment lines directly below that are indented further than the entry, for those stand inside it. A comment line
 * above an entry, or below at its own column, belongs to whatever follows and is never touched.
 */
export function tailEnd(text: string, to: number, column: number): number {
  let end = lineEnd(text, to);
  for (let next = lineNext(text, end); next < text.length; next = lineNext(text, end)) {
    const line = text.slice(next, lineEnd(text, next));
    const comment = /^( *)#/.exec(line);
    if (!comment || (comment[1]?.length ?? 0) <= column) break;
    end = next + line.length;
  }
  return end;
}

/** Takes whole lines out. At the text's end the break before them goes, so that no line break appears or vanishes. */
export function removeLines(text: string, from: number, end: number): TextEdit {
  const next = lineNext(text, end);
  const atEnd = next === text.length && !text.endsWith('\n');
  if (!atEnd || from === 0) return { from, to: next, insert: '' };
  const before = text[from - 1] === '\n' ? (text[from - 2] === '\r' ? from - 2 : from - 1) : from;
  return { from: before, to: end, insert: '' };
}

export function replace(from: number, to: number, insert: string): TextEdit {
  return { from, to, insert };
}

export function insertAt(at: number, insert: string): TextEdit {
  return { from: at, to: at, insert };
}
