import type { TextEdit } from '../../document/text-edit.ts';

/** A stretch of the original text, or new text. */
type Piece = { readonly from: number; readonly to: number } | string;

/** One list of edits that does what the lists do one after the other, each planned on the text after those before. */
export function composeEdits(lists: readonly (readonly TextEdit[])[]): readonly TextEdit[] {
  let pieces: readonly Piece[] = [{ from: 0, to: Number.POSITIVE_INFINITY }];
  for (const edits of lists) {
    for (const edit of edits.toReversed()) {
      pieces = [...cut(pieces, 0, edit.from), edit.insert, ...cut(pieces, edit.to, Number.POSITIVE_INFINITY)];
    }
  }
  return editsOf(pieces);
}

function cut(pieces: readonly Piece[], from: number, to: number): readonly Piece[] {
  const result: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const length = typeof piece === 'string' ? piece.length : piece.to - piece.from;
    const start = Math.max(from - at, 0);
    const end = Math.min(to - at, length);
    if (start < end) {
      result.push(
        typeof piece === 'string'
          ? piece.slice(start, end)
          : { from: piece.from + start, to: Math.min(piece.from + end, piece.to) },
      );
    }
    at += length;
  }
  return result;
}

function editsOf(pieces: readonly Piece[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let insert = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      insert += piece;
      continue;
    }
    if (insert !== '' || piece.from > at) edits.push({ from: at, to: piece.from, insert });
    at = piece.to;
    insert = '';
  }
  return edits;
}
