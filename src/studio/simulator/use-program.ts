import { useDeferredValue, useEffect, useRef, useState } from 'react';
import type { Diagnostic } from '../../document/diagnostic.ts';
import { compileProcedure } from '../../engine/compile.ts';
import type { Program } from '../../engine/program.ts';
import { useDocument } from '../session/session-context.tsx';

export interface RunnableProgram {
  /** The last version that could run; undefined when none could so far. */
  readonly program: Program | undefined;
  /** Why the procedure as it stands cannot run. */
  readonly problems: readonly Diagnostic[];
}

/** The open procedure made ready to run. While it is broken, the last one that was not goes on. */
export function useProgram(): RunnableProgram {
  const document = useDeferredValue(useDocument());
  const last = useRef<Program>(undefined);
  const [runnable, setRunnable] = useState<RunnableProgram>(() => compile());

  function compile(): RunnableProgram {
    const compiled = compileProcedure(document);
    if (compiled.ok) last.current = compiled.program;
    return { program: last.current, problems: compiled.ok ? [] : compiled.problems };
  }

  const seen = useRef(document);
  useEffect(() => {
    if (seen.current === document) return;
    seen.current = document;
    setRunnable(compile());
    // `compile` reads nothing but the document.
  }, [document]);
  return runnable;
}
