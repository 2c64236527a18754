import { useCallback } from 'react';
import type { SopDocument } from '../../document/document.ts';
import type { Plan } from '../../document/operations/plan.ts';
import { useSession } from '../session/session-context.tsx';

/** Plans on the document as it stands when the gesture is made, which may be later than the form was drawn. */
export type PlanGesture = (document: SopDocument) => Plan;

/** Carries a gesture out as one undo step; gives back why not, in plain words, when it is refused. */
export type Gesture = (label: string, plan: PlanGesture) => string | undefined;

export function useGesture(): Gesture {
  const session = useSession();
  return useCallback(
    (label, plan) => {
      const planned = plan(session.snapshot().document);
      if (!planned.ok) return planned.reason;
      if (planned.edits.length === 0) return undefined;
      const result = session.apply(planned, label);
      if (!result.ok) return result.reason;
      return undefined;
    },
    [session],
  );
}
