import { TriangleAlert } from 'lucide-react';
import type { ContactProblem } from '../../engine/contacts/contact-problem.ts';

/** What keeps contacts from being read, or from being read whole. */
export function ContactProblems({
  problems,
  onEdit,
}: {
  readonly problems: readonly ContactProblem[];
  readonly onEdit: () => void;
}) {
  const first = problems[0];
  if (!first) return null;
  return (
    <button
      type="button"
      onClick={onEdit}
      title={first.message}
      className="flex shrink-0 items-center gap-1.5 border-t border-line bg-warning-soft px-2 py-1 text-left text-xs text-warning-ink"
    >
      <TriangleAlert aria-hidden size={14} className="shrink-0" />
      <span className="min-w-0 grow truncate">
        {first.line !== undefined && `${first.line}:${first.column ?? 1} `}
        {first.message}
      </span>
      {problems.length > 1 && <span className="shrink-0 tabular-nums">+{problems.length - 1}</span>}
    </button>
  );
}
