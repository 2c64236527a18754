import type { TextEdit } from '../text-edit.ts';

/** What a gesture comes to: edits of the document's text, or a refusal that says why in plain words. */
export type Plan = Planned | Refused;

export interface Planned {
  readonly ok: true;
  /** Sorted, not overlapping, offsets of the text that the plan was made on. */
  readonly edits: readonly TextEdit[];
  /** Ids that this gesture renames, so that positions and comments can move along: `step:old` to `step:new`. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  /** Keys (`step:ID`, `guardrail:ID`) that this gesture creates: select them, place them. */
  readonly created: readonly string[];
}

export interface Refused {
  readonly ok: false;
  readonly code: RefusalCode;
  /** One plain sentence for the person. */
  readonly reason: string;
}

export type RefusalCode =
  | 'step-not-found'
  | 'guardrail-not-found'
  | 'not-found'
  | 'id-taken'
  | 'id-not-allowed'
  | 'not-possible'
  | 'broken-text'
  | 'alias'
  | 'not-expressible';

export function planned(
  edits: readonly TextEdit[],
  extra: Partial<Pick<Planned, 'renamed' | 'created'>> = {},
): Planned {
  return { ok: true, edits, renamed: extra.renamed ?? [], created: extra.created ?? [] };
}

export function refused(code: RefusalCode, reason: string): Refused {
  return { ok: false, code, reason };
}
