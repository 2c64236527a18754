import { useSyncExternalStore } from 'react';
import type { ProvedProblem } from '../../engine/proofs/prove-procedure.ts';
import { problemsOfSession } from './proofs/problems-of-session.ts';
import type { ProofState } from './proofs/prover.ts';
import { useSession } from './session-context.tsx';

/** Everything that is reported about the open procedure, by position: what reading found, and what was proved. */
export function useProblems(): readonly ProvedProblem[] {
  const source = problemsOfSession(useSession());
  return useSyncExternalStore(source.subscribe, () => source.current().all);
}

/** Whether the proofs are those of the text as it stands. */
export function useProofState(): ProofState {
  const source = problemsOfSession(useSession());
  return useSyncExternalStore(source.subscribe, () => source.current().state);
}
