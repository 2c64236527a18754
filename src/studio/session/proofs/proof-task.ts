import type { ProvedProblem } from '../../../engine/proofs/prove-procedure.ts';
import type { ChangedStretch } from '../changed-stretch.ts';

/** What the text reads now; a change continues the text of the task before. Versions grow. */
export type ProofTask =
  | { readonly version: number; readonly text: string }
  | { readonly version: number; readonly change: ChangedStretch };

export type ProofReply =
  | { readonly kind: 'proved'; readonly version: number; readonly problems: readonly ProvedProblem[] }
  /** Some of the text cannot be read, so nothing can be proved of it. */
  | { readonly kind: 'unreadable'; readonly version: number }
  | { readonly kind: 'failed'; readonly version: number; readonly message: string };
