import type { Path, Span } from '../diagnostic.ts';
import type { Node } from './tree.ts';

/**
 * A YAML text as a tree of places. Made by `readSource`; immutable; parts of the text that did not change keep
 * their identity from one reading to the next, so that what hangs on them can be memoised.
 */
export interface Source {
  readonly text: string;
  /** The line ending that new lines take: that of the text's first line. */
  readonly eol: '\n' | '\r\n';
  /**
   * The text as plain JavaScript data: maps are `Map` with string keys in the text's order (so `__proto__` is a key
   * like any other), lists are arrays, scalars by YAML 1.2's core schema, aliases resolved. A map entry
   * that could not be read is left out, a list item becomes null. `undefined` when nothing could be read.
   * Sub-values of unchanged chunks are identical (`===`) to those of the previous reading.
   */
  readonly data: unknown;
  readonly errors: readonly SourceError[];
  /** True when the text has anchors or aliases, where some edits cannot be expressed. */
  readonly hasAliases: boolean;
  /** Where the value at `path` stands; undefined where there is none. The root is `[]`. */
  locate(path: Path): Place | undefined;
  /** The path of the innermost entry whose span contains the offset (an entry's own span, key included). */
  pathAt(offset: number): Path;
  /**
   * Where `[from, to)` of the string at `path` stands in the text, whatever quotes, escapes and folded lines lie
   * between. Undefined where no string stands.
   */
  spanWithin(path: Path, from: number, to: number): Span | undefined;
  /** The places themselves, for those who plan edits; undefined when nothing could be read. */
  readonly root: Node | undefined;
}

export interface Place {
  /** The key's own scalar, quotes included; undefined for list items and the root. */
  readonly key: Span | undefined;
  /** The value's span, without trailing comments and blank lines; empty (from = to) where the value is missing. */
  readonly value: Span;
  /** Key and value together. */
  readonly entry: Span;
  readonly kind: 'scalar' | 'map' | 'list' | 'alias' | 'missing';
}

/** A YAML error. The text around it was read all the same. */
export interface SourceError {
  readonly code: string;
  readonly message: string;
  readonly span: Span;
  /** The innermost readable entry that the error lies in. */
  readonly path: Path;
}
