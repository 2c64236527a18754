import type { ValueType } from '../condition/type.ts';
import type { Path } from './diagnostic.ts';
import type { CellRange } from './table/mapped-text.ts';

/** A CEL expression of the text: a whole scalar, or a part of one inside `{{ }}`. */
export interface PlacedExpression {
  /** The scalar's path. */
  readonly path: Path;
  readonly source: string;
  /** Where `source` begins in the scalar's text. */
  readonly offset: number;
  readonly inTemplate: boolean;
  /** What it must yield; undefined for anything. */
  readonly expected: ValueType | undefined;
  /**
   * For a table's cell, whose `source` holds its column too: the range of the scalar behind a range of the source,
   * undefined where that is the column's.
   */
  readonly place?: (from: number, to: number) => CellRange | undefined;
  /** A cell that is a bare word in a column of texts: quotes were probably forgotten. */
  readonly isBareWord?: boolean;
}
