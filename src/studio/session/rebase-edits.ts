import type { TextEdit } from '../../document/text-edit.ts';

/**
 * Edits planned on `before`, as they stand on `after`; undefined when one of them touches what changed between the
 * two. Knows one changed stretch, which is what typing within a frame or one remote update makes.
 */
export function rebaseEdits(
  edits: readonly TextEdit[],
  before: string,
  after: string,
): readonly TextEdit[] | undefined {
  if (before === after) return edits;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < shorter - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  const changedTo = before.length - tail;
  const shift = after.length - before.length;
  const moved: TextEdit[] = [];
  for (const edit of edits) {
    if (edit.to < head) moved.push(edit);
    else if (edit.from > changedTo) moved.push({ ...edit, from: edit.from + shift, to: edit.to + shift });
    else return undefined;
  }
  return moved;
}
