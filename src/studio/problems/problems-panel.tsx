import { CircleCheck } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Diagnostic, Fix } from '../../document/diagnostic.ts';
import { planned } from '../../document/operations/plan.ts';
import { useDocument, useSession } from '../session/session-context.tsx';
import { useProblems } from '../session/use-problems.ts';
import { viewNow } from '../session/view-state.ts';
import { notify } from '../ui/notify.tsx';
import { groupProblems } from './group-problems.ts';
import { ProblemRow } from './problem-row.tsx';
import { ProofSummary } from './proof-summary.tsx';
import { useJump } from './use-jump.ts';

/** More rows than this make the panel slow, and nobody reads them. */
const mostRows = 500;

/** All problems, by severity. Arrow keys move, Enter jumps. */
export function ProblemsPanel() {
  const session = useSession();
  const document = useDocument();
  const problems = useProblems();
  const jump = useJump();
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const [current, setCurrent] = useState(0);
  const groups = useMemo(() => groupProblems(problems.slice(0, mostRows)), [problems]);
  const count = Math.min(problems.length, mostRows);
  const active = Math.min(current, count - 1);

  if (count === 0) {
    return (
      <div className="flex h-full flex-col gap-1 overflow-y-auto p-2">
        <div className="flex items-start gap-2 px-2 py-1">
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
          <p>
            <span className="font-medium">No problems</span>{' '}
            <span className="text-muted">· The text reads well, and every name is known.</span>
          </p>
        </div>
        <ProofSummary />
      </div>
    );
  }

  const fix = (problem: Diagnostic, remedy: Fix): void => {
    const result = session.apply(planned(remedy.edits), remedy.title);
    if (result.ok) jump(problem);
    else notify(result.reason, { tone: 'error' });
  };

  const moveBy = (event: KeyboardEvent): void => {
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(active + 1, count - 1),
      ArrowUp: Math.max(active - 1, 0),
      Home: 0,
      End: count - 1,
    };
    const target = targets[event.key];
    if (target === undefined || !(event.target as Element).matches('[data-problem]')) return;
    event.preventDefault();
    buttons.current[target]?.focus();
  };

  let index = 0;
  return (
    // The rows are the focusable parts; the list only hears the arrow keys that they let through.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="h-full overflow-y-auto p-2" onKeyDown={moveBy}>
      {groups.map(({ severity, title, problems: rows }) => (
        <section key={severity} aria-label={`${title}, ${rows.length}`} className="mb-2">
          <h3 className="px-2 py-1 text-xs font-semibold text-muted">
            {title} <span className="font-normal text-faint tabular-nums">{rows.length}</span>
          </h3>
          <ul>
            {rows.map((problem) => {
              const at = index++;
              const contact = problem.counterexample;
              const { line, column } = document.position(problem.span.from);
              return (
                <ProblemRow
                  key={`${problem.code} ${problem.span.from} ${problem.message}`}
                  ref={(element) => {
                    buttons.current[at] = element;
                  }}
                  problem={problem}
                  line={line}
                  column={column}
                  current={at === active}
                  onJump={() => jump(problem)}
                  onFix={(remedy) => fix(problem, remedy)}
                  onShow={contact && (() => viewNow().rehearse(contact, problem.message))}
                  onFocus={() => setCurrent(at)}
                />
              );
            })}
          </ul>
        </section>
      ))}
      {problems.length > mostRows && (
        <p className="px-2 py-1 text-faint">
          And {problems.length - mostRows} more. Mend some of these to see them.
        </p>
      )}
      <ProofSummary />
    </div>
  );
}
