import { useEffect, useMemo } from 'react';
import type { SopDocument } from '../../document/document.ts';
import type { ProcedureLookup } from '../../document/procedure-lookup.ts';
import { everyCalledId } from './called-ids.ts';
import { lookFor, useShelf, watchLibrary } from './procedure-shelf.ts';
import { useDocument } from './session-context.tsx';

/** The procedures that the open one runs, directly or through others. */
export interface CalledProcedures {
  /** By their own ids; the same map until one of them changes. */
  readonly documents: ReadonlyMap<string, SopDocument>;
  /** False while the library is still being asked: what is not here may come. */
  readonly isComplete: boolean;
}

export function useCalledProcedures(): CalledProcedures {
  const { procedure } = useDocument();
  const found = useShelf((shelf) => shelf.found);
  const known = useMemo(
    () => new Map([...found].flatMap(([id, shelved]) => (shelved ? [[id, shelved.document] as const] : []))),
    [found],
  );
  const ids = useMemo(() => everyCalledId(procedure, known), [procedure, known]);
  useEffect(() => lookFor(ids), [ids]);
  useEffect(() => (ids.size === 0 ? undefined : watchLibrary()), [ids.size]);
  // By what they are called: typing that calls nothing else leaves the map what it is.
  const called = [...ids].sort().join('\n');
  const documents = useMemo(
    () => new Map([...known].filter(([id]) => called.split('\n').includes(id))),
    [called, known],
  );
  const isComplete = [...ids].every((id) => found.has(id));
  return useMemo(() => ({ documents, isComplete }), [documents, isComplete]);
}

/** Finds the procedures that the open one runs; a new function when one of them changes. */
export function useProcedureLookup(): ProcedureLookup {
  const { documents } = useCalledProcedures();
  return useMemo(() => (id) => documents.get(id), [documents]);
}
