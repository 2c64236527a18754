import { useCallback } from 'react';
import type { Diagnostic } from '../../document/diagnostic.ts';
import { useSession } from '../session/session-context.tsx';
import { viewNow } from '../session/view-state.ts';

/** Goes to a problem's place: selects its element, and reveals the text. */
export function useJump(): (problem: Diagnostic) => void {
  const session = useSession();
  return useCallback(
    (problem) => {
      const { select, show } = viewNow();
      const element = session.snapshot().document.elementAt(problem.span.from);
      select(element === undefined ? [] : [element], 'problems');
      show({ span: problem.span }, 'problems');
    },
    [session],
  );
}
