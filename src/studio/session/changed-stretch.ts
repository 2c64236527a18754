/** Where two texts differ: `[from, to)` of the one reads `insert` in the other. */
export interface ChangedStretch {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The shortest single stretch that turns `before` into `after`; undefined where they are the same. */
export function changedStretch(before: string, after: string): ChangedStretch | undefined {
  if (before === after) return undefined;
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
  return { from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) };
}
