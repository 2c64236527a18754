import { applyEdits, type TextEdit } from '../../document/text-edit.ts';

/**
 * One text in its two spellings. The document keeps its bytes as they are: a byte order mark, CRLF, lone CR, or all
 * kinds of line ending mixed. The editor knows one line ending only and rewrites whatever differs, so it is given the
 * text with every line break as LF and without the mark, and offsets are carried over here.
 */
export interface EditorText {
  /** The document's own text, byte for byte. */
  readonly document: string;
  /** The same text as the editor holds it. */
  readonly editor: string;
  toEditor(documentOffset: number): number;
  /** A place at a line's end maps to before its line break, whichever that is. */
  toDocument(editorOffset: number): number;
}

const byteOrderMark = '\uFEFF';

export function editorTextOf(document: string): EditorText {
  const start = document.startsWith(byteOrderMark) ? 1 : 0;
  const editor = withPlainBreaks(document.slice(start));
  const breaks = wideBreaks(document, start);
  return {
    document,
    editor,
    toEditor: (offset) => toEditor(breaks, start, clamp(offset, document.length)),
    toDocument: (offset) => {
      const at = clamp(offset, editor.length);
      return at + start + countBelow(breaks, at);
    },
  };
}

function withPlainBreaks(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Where, in the editor's text, the line breaks stand that take two units in the document: CRLF. Ascending. */
function wideBreaks(document: string, start: number): readonly number[] {
  const breaks: number[] = [];
  let at = document.indexOf('\r\n', start);
  while (at >= 0) {
    breaks.push(at - start - breaks.length);
    at = document.indexOf('\r\n', at + 2);
  }
  return breaks;
}

function toEditor(breaks: readonly number[], start: number, offset: number): number {
  if (offset <= start) return 0;
  let low = 0;
  let high = breaks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const end = (breaks[middle] ?? 0) + middle + start + 2;
    if (end <= offset) low = middle + 1;
    else high = middle;
  }
  const next = breaks[low];
  const insideBreak = next !== undefined && next + low + start + 1 === offset;
  return offset - start - low - (insideBreak ? 1 : 0);
}

function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function clamp(offset: number, length: number): number {
  return Math.max(0, Math.min(offset, length));
}

/** A change that the editor reports: `[offset, offset + length)` of its text was replaced. */
export interface EditorChange {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/**
 * What the editor changed, as edits of the document. Changes apply in the order given, each on the result of those
 * before it; those that stand in descending order share one batch, and a batch's offsets refer to the document after
 * the batches before it. New line breaks take `eol`; line breaks that were not touched keep theirs.
 */
export function documentEdits(
  before: EditorText,
  changes: readonly EditorChange[],
  eol: '\n' | '\r\n',
): readonly (readonly TextEdit[])[] {
  const batches: (readonly TextEdit[])[] = [];
  let text = before;
  let batch: TextEdit[] = [];
  let floor = Infinity;
  const close = () => {
    if (batch.length === 0) return;
    batches.push(batch);
    text = editorTextOf(applyEdits(text.document, batch));
    batch = [];
  };
  for (const change of changes) {
    if (change.offset + change.length > floor) close();
    floor = change.offset;
    batch.unshift(documentEdit(text, change, eol));
  }
  close();
  return batches;
}

function documentEdit(text: EditorText, change: EditorChange, eol: '\n' | '\r\n'): TextEdit {
  const from = text.toDocument(change.offset);
  const to = text.toDocument(change.offset + change.length);
  let insert = change.text.replace(/\r\n?|\n/g, eol);
  // Behind a lone CR a line feed would complete it to one CRLF instead of beginning a line of its own.
  if (insert.startsWith('\n') && text.document[from - 1] === '\r') insert = `\r${insert}`;
  return { from, to, insert };
}

/** The document's edits as changes of the editor's text, all on the text before them, ascending. */
export function editorChanges(before: EditorText, edits: readonly TextEdit[]): readonly EditorChange[] {
  return edits.map((edit) => {
    const offset = before.toEditor(edit.from);
    return {
      offset,
      length: before.toEditor(edit.to) - offset,
      text: withPlainBreaks(edit.insert),
    };
  });
}

/** The one change that makes `after` of `before`, as short as can be without cutting a surrogate pair; undefined when equal. */
export function difference(before: string, after: string): EditorChange | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < shorter && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix += 1;
  if (prefix > 0 && isHighSurrogate(before.charCodeAt(prefix - 1))) prefix -= 1;
  let suffix = 0;
  while (
    suffix < shorter - prefix &&
    before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)
  ) {
    suffix += 1;
  }
  if (suffix > 0 && isLowSurrogate(before.charCodeAt(before.length - suffix))) suffix -= 1;
  return {
    offset: prefix,
    length: before.length - prefix - suffix,
    text: after.slice(prefix, after.length - suffix),
  };
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
