import type { Link } from './operations/link.ts';
import type { TextEdit } from './text-edit.ts';

export type Severity = 'error' | 'warning' | 'info';

/** The address of a value inside the document: map keys and list indices from the root, e.g. `['steps','deny','outcome']`. */
export type Path = readonly (string | number)[];

/** UTF-16 offsets into the document's text, `to` excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One-click remedy. Its edits were planned on the text that the diagnostic was made from. */
export interface Fix {
  readonly title: string;
  /** May be planned when first asked for; empty where the text does not allow it. */
  readonly edits: readonly TextEdit[];
}

export interface Diagnostic {
  /** Stable, kebab-case, documented in docs/diagnostics.md. */
  readonly code: string;
  readonly severity: Severity;
  /** One plain sentence: what is wrong, and what to do. */
  readonly message: string;
  readonly span: Span;
  /** The value or key it speaks of; the nearest one that exists. */
  readonly path: Path;
  readonly fixes: readonly Fix[];
  /** The way through the procedure that shows it, from the start. */
  readonly trail?: readonly Link[];
}
