import type { TextEdit } from '../../document/text-edit.ts';

/** One part of what Y.Text reports of a change. */
export interface DeltaPart {
  readonly retain?: number;
  readonly delete?: number;
  readonly insert?: unknown;
}

/** A delta as edits of the text before it, ascending; neighbouring parts become one replacement. */
export function editsOfDelta(delta: readonly DeltaPart[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let open = false;
  for (const part of delta) {
    if (part.retain !== undefined) {
      at += part.retain;
      open = false;
      continue;
    }
    const insert = typeof part.insert === 'string' ? part.insert : '';
    const last = open ? edits.pop() : undefined;
    edits.push({
      from: last?.from ?? at,
      to: at + (part.delete ?? 0),
      insert: (last?.insert ?? '') + insert,
    });
    at += part.delete ?? 0;
    open = true;
  }
  return edits;
}
