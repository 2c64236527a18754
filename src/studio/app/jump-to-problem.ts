import type { ProcedureSession } from '../session/procedure-session.ts';
import { problemsOfSession } from '../session/proofs/problems-of-session.ts';
import { showProblem } from '../session/show-problem.ts';
import { viewNow } from '../session/view-state.ts';
import { notify } from '../ui/notify.tsx';

/** The problem after or before the one that was shown last, round and round; each place once. */
export function jumpToProblem(session: ProcedureSession, direction: 1 | -1): void {
  const problems = problemsOfSession(session).current().all;
  const places = problems.filter(({ span }, index) => problems[index - 1]?.span.from !== span.from);
  if (places.length === 0) {
    notify('No problems');
    return;
  }
  const { reveal } = viewNow();
  const shown = reveal !== undefined && 'span' in reveal.target ? reveal.target.span.from : -1;
  const at = places.findIndex(({ span }) => span.from === shown);
  const from = at < 0 && direction < 0 ? 0 : at;
  const next = places[(from + direction + places.length) % places.length];
  if (next !== undefined) showProblem(session, next);
}
