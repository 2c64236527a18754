import type { ProcedureSession } from '../procedure-session.ts';
import { everyCalledId } from '../called-ids.ts';
import { lookFor, useShelf, watchLibrary } from '../procedure-shelf.ts';

/** The texts of the procedures that a session's procedure runs, directly or through others, by id. */
export interface CalledTexts {
  /** The same map until one of them changes; undefined while the library is still being asked. */
  current(): ReadonlyMap<string, string> | undefined;
  stop(): void;
}

const none: ReadonlyMap<string, string> = new Map();

export function watchCalledTexts(session: ProcedureSession, changed: () => void): CalledTexts {
  let texts = none;
  let stopWatching: (() => void) | undefined;
  const stopListening = useShelf.subscribe(changed);
  return {
    current: () => {
      const { found } = useShelf.getState();
      const known = new Map([...found].flatMap(([id, each]) => (each ? [[id, each.document] as const] : [])));
      const ids = everyCalledId(session.snapshot().document.procedure, known);
      if (ids.size === 0) return none;
      stopWatching ??= watchLibrary();
      lookFor(ids);
      if (![...ids].every((id) => found.has(id))) return undefined;
      const next = new Map<string, string>();
      for (const id of [...ids].sort()) {
        const document = known.get(id);
        if (document) next.set(id, document.text);
      }
      if (next.size !== texts.size || [...next].some(([id, text]) => texts.get(id) !== text)) texts = next;
      return texts;
    },
    stop: () => {
      stopListening();
      stopWatching?.();
    },
  };
}
