import type { ProvedProblem } from '../../engine/proofs/prove-procedure.ts';
import { useSnapshot } from './session-context.tsx';

/** Everything that is reported about the open procedure, by position: what reading found, and what was proved. */
export function useProblems(): readonly ProvedProblem[] {
  return useSnapshot().document.diagnostics;
}
