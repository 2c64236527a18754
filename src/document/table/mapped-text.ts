import type { Stretch } from './top-level.ts';

/** A range of a cell's text. */
export interface CellRange {
  readonly from: number;
  readonly to: number;
  /** It is a word that stands for a text, without the quotes that CEL has around it. */
  readonly isWord: boolean;
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly origin: Stretch;
  readonly isWord: boolean;
}

/** CEL made of a cell's text and of what the table adds to it, which remembers where each part comes from. */
export class MappedText {
  #text = '';
  readonly #pieces: Piece[] = [];

  get text(): string {
    return this.#text;
  }

  /** What the cell does not say itself. */
  add(text: string): this {
    this.#text += text;
    return this;
  }

  copy(origin: Stretch): this {
    return this.#put(origin.text, origin, false);
  }

  /** A word of the cell, as a CEL text. */
  quote(origin: Stretch): this {
    return this.#put(JSON.stringify(origin.text), origin, true);
  }

  /** The range of the cell behind a range of the CEL; undefined where none of it comes from the cell. */
  place(from: number, to: number): CellRange | undefined {
    const touched = this.#pieces.filter((piece) => piece.from < to && from < piece.to);
    const [first, ...more] = touched;
    const last = more.at(-1) ?? first;
    if (!first || !last) return this.#placeBetween(from);
    if (more.length > 0 || from < first.from || to > first.to) {
      return { from: first.origin.at, to: endOf(last), isWord: false };
    }
    if (first.isWord) return { from: first.origin.at, to: endOf(first), isWord: true };
    const offset = first.origin.at - first.from;
    return { from: from + offset, to: to + offset, isWord: false };
  }

  /** What is missing behind a part is missing there. */
  #placeBetween(from: number): CellRange | undefined {
    const before = this.#pieces.filter((piece) => piece.to <= from).at(-1);
    return before && { from: before.origin.at, to: endOf(before), isWord: false };
  }

  #put(text: string, origin: Stretch, isWord: boolean): this {
    const from = this.#text.length;
    this.#text += text;
    this.#pieces.push({ from, to: this.#text.length, origin, isWord });
    return this;
  }
}

function endOf({ origin }: Piece): number {
  return origin.at + origin.text.length;
}
