import { useCallback } from 'react';
import type { Diagnostic } from '../../document/diagnostic.ts';
import { useSession } from '../session/session-context.tsx';
import { viewNow } from '../session/view-state.ts';

/** Goes to a problem's place: selects its element, and reveals the text. */
export function useJump(): (problem: Diagnostic) => void {
  const session = useSession();
  return useCallback(
    (problem) => {
      const { select, show, setDock } = viewNow();
      const element = session.snapshot().document.elementAt(problem.span.from);
      select(element === undefined ? [] : [element], 'problems');
      // Where there is nothing to see on the canvas, the text is what is left to look at.
      if (element === undefined) setDock('code');
      show({ span: problem.span }, 'problems');
    },
    [session],
  );
}
