import { isDeepStrictEqual } from 'node:util';
import type { Path, Span } from '../document/diagnostic.ts';
import type { Source } from '../document/source/source.ts';
import type { TextEdit } from '../document/text-edit.ts';
import type { Plain, PlainMap } from './plain-procedure.ts';

/**
 * The first text that edits take away although it belongs to an entry that they have no business with. Blanks, line
 * breaks and commas between entries are nobody's; so is `{}`.
 */
export function lostText(
  source: Source,
  edits: readonly TextEdit[],
  before: PlainMap,
  after: PlainMap,
): string | undefined {
  const touched = [...changedPaths(before, after, [])].flatMap((path) => ownSpan(source, path) ?? []);
  for (const { from, to, insert } of edits) {
    const taken = source.text.slice(from, to);
    if (insert.includes(taken)) continue;
    for (let at = from; at < to; at += 1) {
      if (/[\s,{}[\]]/.test(source.text[at] ?? '') || touched.some((span) => span.from <= at && at < span.to))
        continue;
      return source.text.slice(at, to);
    }
  }
  return undefined;
}

/** What differs: entries that are new have no place yet; of lists with other items or another order, the list. */
function* changedPaths(before: Plain, after: Plain, path: Path): Generator<Path> {
  if (isDeepStrictEqual(before, after)) return;
  if (
    Array.isArray(before) &&
    Array.isArray(after) &&
    before.length === after.length &&
    !isReordered(before, after)
  ) {
    for (const [index, item] of before.entries())
      yield* changedPaths(item, after[index] ?? null, [...path, index]);
  } else if (isMap(before) && isMap(after)) {
    for (const [key, item] of Object.entries(before)) {
      if (!Object.hasOwn(after, key)) yield [...path, key];
      else yield* changedPaths(item, after[key] ?? null, [...path, key]);
    }
  } else {
    yield path;
  }
}

function isReordered(before: readonly Plain[], after: readonly Plain[]): boolean {
  return inAnyOrder(before) === inAnyOrder(after);
}

function inAnyOrder(list: readonly Plain[]): string {
  return list
    .map((item) => JSON.stringify(item))
    .sort()
    .join();
}

function isMap(value: Plain): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entry, the comment behind it, and comment lines below that are indented further. */
function ownSpan(source: Source, path: Path): Span | undefined {
  const place = source.locate(path);
  if (!place) return undefined;
  const { text } = source;
  const { from } = place.entry;
  const column = from - (text.lastIndexOf('\n', from - 1) + 1);
  let to = endOfLine(text, place.entry.to);
  const behind = text.slice(place.entry.to, to);
  if (!/^[ \t]*,?[ \t]*(#.*)?$/.test(behind)) return { from, to: place.entry.to };
  for (;;) {
    const next = text.startsWith('\r', to) ? to + 2 : to + 1;
    const line = text.slice(next, endOfLine(text, next));
    if (to >= text.length || !/^ *#/.test(line) || line.indexOf('#') <= column) return { from, to };
    to = next + line.length;
  }
}

function endOfLine(text: string, at: number): number {
  const end = /\r?\n/g;
  end.lastIndex = at;
  return end.exec(text)?.index ?? text.length;
}
