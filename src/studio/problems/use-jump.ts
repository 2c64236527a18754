import { useCallback } from 'react';
import type { Diagnostic } from '../../document/diagnostic.ts';
import { useSession } from '../session/session-context.tsx';
import { showProblem } from '../session/show-problem.ts';
import { viewNow } from '../session/view-state.ts';

/** Goes to a problem's place. */
export function useJump(): (problem: Diagnostic) => void {
  const session = useSession();
  return useCallback(
    (problem) => {
      // Where there is nothing to see on the canvas, the text is what is left to look at.
      if (session.snapshot().document.elementAt(problem.span.from) === undefined) viewNow().setDock('code');
      showProblem(session, problem);
    },
    [session],
  );
}
