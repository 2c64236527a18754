import type { Diagnostic, Path, Span } from './diagnostic.ts';
import type { Procedure } from './model.ts';
import type { Place, Source } from './source/source.ts';

/**
 * A SOP text, read. Immutable. `parseDocument(text, previous?)` makes it in `parse.ts`; passing the previous
 * document makes rereading cost what changed and keeps the identity of every step, guardrail and declaration that
 * did not.
 */
export interface SopDocument {
  readonly text: string;
  readonly source: Source;
  readonly procedure: Procedure;
  /** All of them: YAML, schema, names, conditions, rules; by position in the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** False when the YAML itself has errors: the canvas then shows what was recovered. */
  readonly wellFormed: boolean;
  /** Steps and guardrails (`step:ID`, `guardrail:ID`) whose text cannot be read at present. */
  readonly broken: readonly string[];
  locate(path: Path): Place | undefined;
  /** 1-based line and column (UTF-16) of an offset. */
  position(offset: number): { readonly line: number; readonly column: number };
  /** The step or guardrail whose entry contains the offset. */
  elementAt(offset: number): string | undefined;
  /** The span of a step's or guardrail's whole entry, by key (`step:ID`, `guardrail:ID`). */
  elementSpan(key: string): Span | undefined;
}
