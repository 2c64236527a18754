import type { TextEdit } from '../text-edit.ts';

/** A text that edits were made on one after the other, as stretches of the first text and what came between. */
export type Pieces = readonly Piece[];

type Piece = { readonly from: number; readonly to: number } | { readonly insert: string };

export function piecesOf(length: number): Pieces {
  return [{ from: 0, to: length }];
}

function lengthOf(piece: Piece): number {
  return 'insert' in piece ? piece.insert.length : piece.to - piece.from;
}

function cut(piece: Piece, from: number, to: number): Piece {
  return 'insert' in piece
    ? { insert: piece.insert.slice(from, to) }
    : { from: piece.from + from, to: piece.from + to };
}

/** Edits count from the text as the pieces make it, are sorted and do not overlap. */
export function editPieces(pieces: Pieces, edits: readonly TextEdit[]): Pieces {
  const result: Piece[] = [];
  const rest = [...pieces].reverse();
  let at = 0;
  const copyTo = (end: number, keep: boolean): void => {
    while (at < end) {
      const piece = rest.pop();
      if (!piece) return;
      const length = Math.min(lengthOf(piece), end - at);
      if (keep) result.push(cut(piece, 0, length));
      if (length < lengthOf(piece)) rest.push(cut(piece, length, lengthOf(piece)));
      at += length;
    }
  };
  for (const edit of edits) {
    copyTo(edit.from, true);
    if (edit.insert !== '') result.push({ insert: edit.insert });
    copyTo(edit.to, false);
  }
  copyTo(Number.POSITIVE_INFINITY, true);
  return result.filter((piece) => lengthOf(piece) > 0);
}

/** The edits that lead from the first text to the pieces' text in one go. */
export function editsOf(pieces: Pieces, text: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let from = 0;
  let insert = '';
  const close = (to: number): void => {
    if (text.slice(from, to) !== insert) edits.push({ from, to, insert });
    insert = '';
  };
  for (const piece of pieces) {
    if ('insert' in piece) {
      insert += piece.insert;
      continue;
    }
    close(piece.from);
    from = piece.to;
  }
  close(text.length);
  return edits;
}
