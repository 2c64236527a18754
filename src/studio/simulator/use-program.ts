import { useDeferredValue, useMemo, useState } from 'react';
import type { Diagnostic } from '../../document/diagnostic.ts';
import { compileProcedure } from '../../engine/compile.ts';
import type { Program } from '../../engine/program.ts';
import { useProcedureLookup } from '../session/procedure-lookup.ts';
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
  const procedures = useProcedureLookup();
  const compiled = useMemo(() => compileProcedure(document, procedures), [document, procedures]);
  const [last, setLast] = useState<Program>();
  if (compiled.ok && compiled.program !== last) setLast(compiled.program);
  return compiled.ok
    ? { program: compiled.program, problems: [] }
    : { program: last, problems: compiled.problems };
}
