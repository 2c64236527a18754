import type { ProvedProblem } from '../../../engine/proofs/prove-procedure.ts';
import { notify } from '../../ui/notify.tsx';
import type { ProcedureSession } from '../procedure-session.ts';
import { watchCalledTexts } from './called-texts.ts';
import type { CalledTexts } from './called-texts.ts';
import { createProver, nothingProved } from './prover.ts';
import type { Proofs, ProofState, Prover } from './prover.ts';
import { startProofWorker } from './start-proof-worker.ts';

export interface Problems {
  /** By position: what reading found, and what was proved. Positions are those of the session's document. */
  readonly all: readonly ProvedProblem[];
  readonly state: ProofState;
  /** What is certain, in plain sentences; of the latest text that was proved. */
  readonly statements: readonly string[];
}

/** The problems of one session, for as long as somebody looks at them. */
export interface ProblemSource {
  /** The same object until something changes. */
  current(this: void): Problems;
  subscribe(this: void, listener: () => void): () => void;
}

const sources = new WeakMap<ProcedureSession, ProblemSource>();

export function problemsOfSession(session: ProcedureSession): ProblemSource {
  let source = sources.get(session);
  if (!source) sources.set(session, (source = createSource(session)));
  return source;
}

function createSource(session: ProcedureSession): ProblemSource {
  const listeners = new Set<() => void>();
  let prover: Prover | undefined;
  let called: CalledTexts | undefined;
  let stopListening: (() => void) | undefined;
  let merged: Problems | undefined;
  let from: { readonly diagnostics: unknown; readonly proofs: Proofs } | undefined;

  const emit = (): void => {
    for (const listener of listeners) listener();
  };

  const open = (): void => {
    prover = createProver({
      start: startProofWorker,
      later: (callback, delay) => {
        const timer = setTimeout(callback, delay);
        return () => clearTimeout(timer);
      },
      now: () => performance.now(),
      changed: emit,
      tell: () =>
        notify('The proofs stopped unexpectedly. They start again with your next change.', { tone: 'error' }),
    });
    called = watchCalledTexts(session, emit);
    stopListening = session.subscribe(emit);
  };

  const close = (): void => {
    stopListening?.();
    called?.stop();
    prover?.close();
    prover = undefined;
  };

  return {
    current: () => {
      const { document } = session.snapshot();
      const proofs = prover?.of(document.text, called?.current()) ?? nothingProved;
      if (!merged || from?.diagnostics !== document.diagnostics || from.proofs !== proofs) {
        from = { diagnostics: document.diagnostics, proofs };
        merged = {
          all: merge(document.diagnostics, proofs.problems),
          state: proofs.state,
          statements: proofs.statements,
        };
      }
      return merged;
    },
    subscribe: (listener) => {
      if (listeners.size === 0) open();
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) close();
      };
    },
  };
}

function merge(read: readonly ProvedProblem[], proved: readonly ProvedProblem[]): readonly ProvedProblem[] {
  if (proved.length === 0) return read;
  return [...read, ...proved].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
}
