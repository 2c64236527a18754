import type { ValueType } from '../type.ts';

/**
 * A condition as people fill it in: rows of "subject, operator, value", all of which or any of which must hold.
 * Immutable. A row or group that is left as it was read keeps its own text, whatever becomes of its neighbours.
 */
export interface Rows {
  readonly kind: 'group';
  readonly join: 'and' | 'or';
  readonly rows: readonly Row[];
}

export type Row = Rows | CompareRow | ListRow | TextRow;

export interface CompareRow {
  readonly kind: 'compare';
  /** Source text: a fact, a field of a list's item, `size(order.items)`, a sum … */
  readonly subject: string;
  readonly type: ValueType;
  readonly operator: RowOperator;
  /** `nothing` for operators that compare with nothing. */
  readonly value: RowValue;
}

/** What is asked of the items of a list. */
export interface ListRow {
  readonly kind: 'list';
  readonly quantifier: 'any' | 'all' | 'none';
  /** Source text. */
  readonly list: string;
  /** Of one item. */
  readonly type: ValueType;
  /** Stands for the item in the rows below. */
  readonly variable: string;
  readonly of: Rows;
}

/** CEL that rows cannot show, as written. */
export interface TextRow {
  readonly kind: 'text';
  readonly text: string;
}

export type RowOperator =
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | 'in'
  | 'not in'
  | 'includes'
  | 'not includes'
  | 'startsWith'
  | 'not startsWith'
  | 'endsWith'
  | 'not endsWith'
  | 'contains'
  | 'not contains'
  | 'matches'
  | 'not matches'
  | 'true'
  | 'false'
  | 'known'
  | 'unknown';

export type RowValue =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  /** RFC 3339, or a duration such as `30d`. */
  | { readonly kind: 'timestamp' | 'duration'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly RowValue[] }
  /** A fact, derived fact or parameter. */
  | { readonly kind: 'name'; readonly name: string }
  /** Any other CEL. */
  | { readonly kind: 'source'; readonly source: string };

export const NOTHING: RowValue = { kind: 'nothing' };
