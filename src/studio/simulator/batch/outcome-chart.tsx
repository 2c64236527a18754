import { countOutcomes, type BatchRow, type OutcomeCount } from './batch-report.ts';

const fills: Readonly<Record<OutcomeCount['ended'], string>> = {
  end: 'bg-end-line',
  escalated: 'bg-escalation-line',
  'out-of-scope': 'bg-line-control',
  blocked: 'bg-guardrail-line',
  stuck: 'bg-warning-line',
  looping: 'bg-error-line',
};

/** How the contacts ended, as bars; pressing one shows only those contacts. */
export function OutcomeChart({
  rows,
  chosen,
  onChoose,
}: {
  readonly rows: readonly BatchRow[];
  readonly chosen: string | undefined;
  readonly onChoose: (outcome: string | undefined) => void;
}) {
  const counts = countOutcomes(rows);
  const most = counts[0]?.count ?? 1;
  return (
    <ul aria-label="Outcomes" className="flex flex-col gap-0.5">
      {counts.map(({ outcome, ended, count }) => (
        <li key={`${ended} ${outcome}`}>
          <button
            type="button"
            aria-pressed={chosen === outcome}
            onClick={() => onChoose(chosen === outcome ? undefined : outcome)}
            className="grid w-full grid-cols-[minmax(6rem,40%)_1fr_2rem] items-center gap-2 rounded-sm px-1 text-left text-sm hover:bg-hover aria-pressed:bg-accent-soft"
          >
            <span className="truncate" title={outcome}>
              {outcome}
            </span>
            <span className="h-2 overflow-hidden rounded-full bg-sunken">
              <span
                className={`block h-full rounded-full ${fills[ended]}`}
                style={{ width: `${(count / most) * 100}%` }}
              />
            </span>
            <span className="text-right text-muted tabular-nums">{count}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
