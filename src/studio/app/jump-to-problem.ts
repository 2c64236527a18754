import type { ProcedureSession } from '../session/procedure-session.ts';
import { problemsOfSession } from '../session/proofs/problems-of-session.ts';
import { viewNow } from '../session/view-state.ts';
import { notify } from '../ui/notify.tsx';

/** The problem after or before the one that was shown last, round and round. */
export function jumpToProblem(session: ProcedureSession, direction: 1 | -1): void {
  const { document } = session.snapshot();
  const problems = problemsOfSession(session).current().all;
  const { reveal, select, show } = viewNow();
  const starts = problems.map(({ span }) => span.from);
  if (starts.length === 0) {
    notify('No problems');
    return;
  }
  const shown = reveal !== undefined && 'span' in reveal.target ? reveal.target.span.from : -1;
  const at = starts.lastIndexOf(shown);
  const from = at < 0 && direction < 0 ? 0 : at;
  const next = problems[(from + direction + starts.length) % starts.length];
  if (next === undefined) return;
  const element = document.elementAt(next.span.from);
  select(element === undefined ? [] : [element], 'problems');
  show({ span: next.span }, 'problems');
}
