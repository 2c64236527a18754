/** Replaces `[from, to)`. Offsets are UTF-16 units of the text that the edit was planned on. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/**
 * Applies edits that were planned on `text`. They must be sorted by `from` and must not overlap; two insertions at
 * one place keep their order.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    if (edit.from < at || edit.to < edit.from || edit.to > text.length) {
      throw new RangeError(`edit [${edit.from}, ${edit.to}) does not fit behind offset ${at}`);
    }
    result += text.slice(at, edit.from) + edit.insert;
    at = edit.to;
  }
  return result + text.slice(at);
}
