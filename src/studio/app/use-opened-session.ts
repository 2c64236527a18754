import { useEffect, useState } from 'react';
import { library, updateLog } from '../api/browser.ts';
import { openSession } from '../session/open-session.ts';
import type { ProcedureSession } from '../session/procedure-session.ts';
import { viewNow } from '../session/view-state.ts';

export type OpenedSession =
  | { readonly state: 'opening' | 'missing' }
  | { readonly state: 'failed'; readonly error: Error }
  | { readonly state: 'open'; readonly session: ProcedureSession };

/** Opens a procedure for as long as the component lives. */
export function useOpenedSession(id: string): OpenedSession {
  const [opened, setOpened] = useState<OpenedSession>({ state: 'opening' });
  useEffect(() => {
    let here = true;
    const opening = openSession(id, library, updateLog);
    opening.then(
      (session) => {
        if (here) setOpened(session === undefined ? { state: 'missing' } : { state: 'open', session });
      },
      (reason: unknown) => {
        const error = reason instanceof Error ? reason : new Error(String(reason));
        if (here) setOpened({ state: 'failed', error });
      },
    );
    return () => {
      here = false;
      viewNow().leaveProcedure();
      // What could not be opened was told above; what cannot be closed was told by the save status.
      opening.then((session) => session?.close()).catch(() => undefined);
    };
  }, [id]);
  return opened;
}
