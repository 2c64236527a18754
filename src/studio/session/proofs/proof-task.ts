import type { ProvedProblem } from '../../../engine/proofs/prove-procedure.ts';
import type { ChangedStretch } from '../changed-stretch.ts';

/** Texts of other procedures, by their ids. */
export type OtherTexts = ReadonlyMap<string, string>;

/** What the text reads now. Versions grow. */
export interface ProofTask {
  readonly version: number;
  /** The whole of it, or how it differs from the text of the task before. */
  readonly text: string | { readonly change: ChangedStretch | undefined };
  /** The procedures that its steps run; left out where they are those of the task before. */
  readonly others?: OtherTexts;
}

export type ProofReply =
  | {
      readonly kind: 'proved';
      readonly version: number;
      readonly problems: readonly ProvedProblem[];
      /** What is certain, in plain sentences. */
      readonly statements: readonly string[];
    }
  /** Some of the text cannot be read, so nothing can be proved of it. */
  | { readonly kind: 'unreadable'; readonly version: number }
  | { readonly kind: 'failed'; readonly version: number; readonly message: string };
