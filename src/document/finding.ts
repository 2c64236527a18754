import type { Path, Severity } from './diagnostic.ts';
import type { Editable } from './operations/editable.ts';
import type { Plan } from './operations/plan.ts';

/**
 * What a rule found, told by paths: a finding outlives edits elsewhere. `present-finding.ts` turns it into a
 * diagnostic of one text.
 */
export interface Finding {
  readonly message: string;
  readonly path: Path;
  /** Which part of the entry at `path` is meant; its value unless said. */
  readonly at?: 'key' | 'value' | 'entry';
  /** A range of the scalar at `path`, counted in its text as YAML reads it. */
  readonly range?: { readonly from: number; readonly to: number };
  readonly remedies?: readonly Remedy[];
}

/** A finding with its code; rules that report one code leave it to the rule. */
export interface CodedFinding extends Finding {
  readonly code: string;
  readonly severity: Severity;
}

/** A fix, as an intent. */
export type Remedy =
  /** Writes another text in place of the finding's range, key or value. */
  | { readonly kind: 'replace'; readonly title: string; readonly with: string }
  /** Puts a number or a boolean in quotes. */
  | { readonly kind: 'quote'; readonly title: string }
  /** Writes the version of the format at the beginning. */
  | { readonly kind: 'set-version'; readonly title: string }
  /** Carries out a gesture. Planned when somebody asks for the edits, since planning reads the text anew. */
  | { readonly kind: 'gesture'; readonly title: string; readonly plan: (document: Editable) => Plan };
