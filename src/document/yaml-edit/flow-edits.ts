import type { Source } from '../source/source.ts';
import type { TextEdit } from '../text-edit.ts';
import {
  beginsLine,
  columnOf,
  endsLine,
  insertAt,
  lineEnd,
  lineStart,
  removeLines,
  replace,
} from './lines.ts';
import type { Spot } from './spot.ts';

/** An entry or item between brackets. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** Inserts `text` behind the part at `index - 1`. */
export function insertInFlow(
  source: Source,
  spot: Spot,
  parts: readonly Part[],
  index: number,
  inserted: string,
): readonly TextEdit[] {
  const { text, eol } = source;
  const previous = parts[index - 1];
  const next = parts[index];
  if (previous) {
    const comma = commaAfter(text, previous.to);
    const end = comma === undefined ? previous.to : comma + 1;
    if (!beginsLine(text, previous.from) || !endsLine(text, end))
      return [insertAt(previous.to, `, ${inserted}`)];
    const line = `${eol}${' '.repeat(columnOf(text, previous.from))}${inserted}`;
    const at = lineEnd(text, end);
    return comma === undefined
      ? [insertAt(previous.to, ','), insertAt(at, line)]
      : [insertAt(at, `${line},`)];
  }
  if (next) {
    const gap = beginsLine(text, next.from) ? eol + ' '.repeat(columnOf(text, next.from)) : ' ';
    return [insertAt(next.from, `${inserted},${gap}`)];
  }
  const open = spot.from + 1;
  const close = spot.to - 1;
  if (text.slice(open, close).trim() !== '') return [insertAt(open, ` ${inserted}`)];
  return [replace(open, close, spot.node.kind === 'map' ? ` ${inserted} ` : inserted)];
}

export function removeFromFlow(
  source: Source,
  spot: Spot,
  parts: readonly Part[],
  index: number,
): readonly TextEdit[] {
  const { text } = source;
  const part = parts[index];
  if (!part) return [];
  const previous = parts[index - 1];
  const next = parts[index + 1];
  const comma = commaAfter(text, part.to);
  const end = comma === undefined ? part.to : comma + 1;
  const ownLine = beginsLine(text, part.from) && endsLine(text, end);
  const lines = removeLines(text, lineStart(text, part.from), lineEnd(text, end));
  if (next) {
    if (ownLine) return [lines];
    return [replace(part.from, text.slice(end, next.from).includes('#') ? end : next.from, '')];
  }
  if (!previous) {
    const around = text.slice(spot.from + 1, part.from) + text.slice(end, spot.to - 1);
    return [around.trim() === '' ? replace(spot.from + 1, spot.to - 1, '') : replace(part.from, end, '')];
  }
  const before = commaAfter(text, previous.to) ?? previous.to;
  if (comma !== undefined) {
    const from = text.slice(before + 1, part.from).trim() === '' ? before + 1 : part.from;
    return [ownLine ? lines : replace(from, end, '')];
  }
  if (ownLine) return [replace(before, before + 1, ''), lines];
  if (text.slice(before + 1, part.from).trim() === '') return [replace(before, part.to, '')];
  return [replace(before, before + 1, ''), replace(part.from, part.to, '')];
}

/** Where the comma behind a part stands, comments skipped. */
function commaAfter(text: string, from: number): number | undefined {
  const gap = /^(?:[ \t\r\n]+(?:#[^\n]*)?)*/.exec(text.slice(from, from + 4000))?.[0].length ?? 0;
  return text[from + gap] === ',' ? from + gap : undefined;
}
