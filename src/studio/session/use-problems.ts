import { useSyncExternalStore } from 'react';
import type { ProvedProblem } from '../../engine/proofs/prove-procedure.ts';
import type { Problems } from './proofs/problems-of-session.ts';
import { problemsOfSession } from './proofs/problems-of-session.ts';
import { useSession } from './session-context.tsx';

/** Everything that is reported about the open procedure, by position: what reading found, and what was proved. */
export function useProblems(): readonly ProvedProblem[] {
  const source = problemsOfSession(useSession());
  return useSyncExternalStore(source.subscribe, () => source.current().all);
}

/** How far the proofs are, and what they came to. */
export function useProofs(): Pick<Problems, 'state' | 'statements'> {
  const source = problemsOfSession(useSession());
  return useSyncExternalStore(source.subscribe, source.current);
}
