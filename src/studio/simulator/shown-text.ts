import type { TextEdit } from '../../document/text-edit.ts';

/** A text as a text area holds it: with line feeds only. */
export function shownText(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** Where an offset of the text stands in the shown one. */
export function shownOffset(text: string, offset: number): number {
  return shownText(text.slice(0, offset)).length;
}

/**
 * What typing in a text area comes to, as an edit of the text behind it: line ends outside the typed stretch stay as
 * they are, and new ones are like the text's.
 */
export function typedEdit(text: string, typed: string, eol: '\n' | '\r\n'): TextEdit | undefined {
  const edit = difference(shownText(text), typed);
  if (edit.from === edit.to && edit.insert === '') return undefined;
  return {
    from: offsetBehind(text, edit.from),
    to: offsetBehind(text, edit.to),
    insert: edit.insert.replaceAll('\n', eol),
  };
}

function offsetBehind(text: string, shown: number): number {
  let at = 0;
  for (let passed = 0; passed < shown; passed += 1) at += text.startsWith('\r\n', at) ? 2 : 1;
  return at;
}

/** The one stretch in which two texts differ. */
export function difference(before: string, after: string): TextEdit {
  let from = 0;
  const most = Math.min(before.length, after.length);
  while (from < most && before[from] === after[from]) from += 1;
  let tail = 0;
  while (tail < most - from && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}
