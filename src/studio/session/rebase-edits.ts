import type { TextEdit } from '../../document/text-edit.ts';
import { changedStretch } from './changed-stretch.ts';
import type { ChangedStretch } from './changed-stretch.ts';

/**
 * Edits planned on `before`, as they stand on `after`; undefined when one of them touches what changed between the
 * two. Knows one changed stretch, which is what typing within a frame or one remote update makes.
 */
export function rebaseEdits(
  edits: readonly TextEdit[],
  before: string,
  after: string,
): readonly TextEdit[] | undefined {
  const stretch = changedStretch(before, after);
  return stretch ? moveEdits(edits, stretch) : edits;
}

/** Edits as they stand once the stretch has changed; undefined when one of them touches it. */
export function moveEdits(
  edits: readonly TextEdit[],
  stretch: ChangedStretch,
): readonly TextEdit[] | undefined {
  const moved: TextEdit[] = [];
  for (const edit of edits) {
    const at = moveSpan(edit, stretch);
    if (!at) return undefined;
    moved.push({ ...edit, ...at });
  }
  return moved;
}

/** A span as it stands once the stretch has changed; undefined when it touches it. */
export function moveSpan(
  { from, to }: { readonly from: number; readonly to: number },
  stretch: ChangedStretch,
): { readonly from: number; readonly to: number } | undefined {
  if (to < stretch.from) return { from, to };
  if (from <= stretch.to) return undefined;
  const shift = stretch.insert.length - (stretch.to - stretch.from);
  return { from: from + shift, to: to + shift };
}
