import type { Row } from './rows.ts';

/** How a row stood in the text that it was read from. */
export interface Written {
  /** With its brackets. */
  readonly text: string;
  /** What stood between it and the row before it: the `&&` or `||` with blanks, line breaks and comments. */
  readonly before: string;
  /** The same to the row after it. */
  readonly after: string;
}

const written = new WeakMap<Row, Written>();

/** By identity: whoever changes a row makes a new one, which has no text yet. */
export function rememberWritten<Kind extends Row>(row: Kind, how: Written): Kind {
  written.set(row, how);
  return row;
}

export function writtenOf(row: Row): Written | undefined {
  return written.get(row);
}
