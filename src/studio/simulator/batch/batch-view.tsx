import { Check, CircleAlert, Play, Square, X } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { countVerdicts, type BatchReport, type BatchRow } from './batch-report.ts';
import type { BatchTask } from './batch-task.ts';
import { CoverageList } from './coverage-list.tsx';
import { OutcomeChart } from './outcome-chart.tsx';
import { useBatch } from './batch-store.ts';

/** All contacts at once: how they ended, whether as expected, and what none of them reached. */
export function BatchView({
  task,
  onOpen,
  onClose,
}: {
  /** What a run would be about now; undefined while the procedure cannot run. */
  readonly task: BatchTask | undefined;
  readonly onOpen: (contactId: string) => void;
  readonly onClose: () => void;
}) {
  const { state, start, cancel } = useBatch();
  const stale =
    state.kind === 'done' &&
    (state.task.procedure !== task?.procedure || state.task.contacts !== task.contacts);
  return (
    <section aria-label="All contacts" className="@container flex h-full min-h-0 flex-col bg-surface">
      <header className="flex shrink-0 items-center gap-2 border-b border-line px-3 py-1">
        <h2 className="font-medium">All contacts</h2>
        {stale && <Badge tone="warning">changed since</Badge>}
        <span className="grow" />
        {state.kind === 'running' ? (
          <Button icon={<Square aria-hidden />} onClick={() => cancel()}>
            Cancel
          </Button>
        ) : (
          <Button icon={<Play aria-hidden />} disabled={!task} onClick={() => task && start(task)}>
            Run again
          </Button>
        )}
        <IconButton label="Close the summary" onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </header>
      <section
        aria-label="Summary of all contacts"
        // It scrolls, so the keyboard must reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto focus-visible:-outline-offset-2"
      >
        {state.kind === 'idle' && (
          <EmptyState title="Nothing was run" text="Run all contacts to see how they end." />
        )}
        {state.kind === 'failed' && (
          <EmptyState
            icon={<CircleAlert aria-hidden />}
            title="The contacts could not be run"
            text={state.message}
          />
        )}
        {state.kind === 'running' && <Progress done={state.done} total={state.total} />}
        {state.kind === 'done' && <Report report={state.report} onOpen={onOpen} />}
      </section>
    </section>
  );
}

function Progress({ done, total }: { readonly done: number; readonly total: number }) {
  return (
    <div className="mx-auto flex max-w-90 flex-col gap-2 p-8 text-center">
      <progress
        className="h-2 w-full accent-accent"
        max={Math.max(total, 1)}
        value={done}
        aria-label="Contacts run"
      />
      <p className="text-sm text-muted tabular-nums">{total === 0 ? 'Reading…' : `${done} of ${total}`}</p>
    </div>
  );
}

const rowsAtOnce = 200;

function differs({ differences }: BatchRow): boolean {
  return differences !== undefined && differences.length > 0;
}

function Report({ report, onOpen }: { readonly report: BatchReport; readonly onOpen: (id: string) => void }) {
  const [outcome, setOutcome] = useState<string>();
  const { met, differing, open } = countVerdicts(report.rows);
  const [limit, setLimit] = useState(rowsAtOnce);
  const chosen = outcome === undefined ? report.rows : report.rows.filter((row) => row.outcome === outcome);
  const rows = chosen.toSorted((a, b) => Number(differs(b)) - Number(differs(a)));
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-4 p-3">
      <output className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <span>
          <b className="text-lg font-semibold tabular-nums">{report.rows.length}</b> contacts
        </span>
        {met > 0 && (
          <span className="flex items-center gap-1 text-end-ink">
            <Check aria-hidden size={14} /> {met} as expected
          </span>
        )}
        {differing > 0 && (
          <span className="flex items-center gap-1 text-error-ink">
            <X aria-hidden size={14} /> {differing} otherwise
          </span>
        )}
        {open > 0 && <span className="text-muted">{open} expect nothing</span>}
        <span className="ml-auto text-xs text-faint tabular-nums">
          {Math.max(1, Math.round(report.took))} ms
        </span>
      </output>
      <div className="grid grid-cols-1 gap-x-8 gap-y-4 @3xl:grid-cols-[3fr_2fr]">
        <OutcomeChart rows={report.rows} chosen={outcome} onChoose={setOutcome} />
        <div className="flex flex-col gap-4">
          <CoverageList title="Steps" covered={report.steps} />
          <CoverageList title="Branches" covered={report.branches} />
        </div>
      </div>
      <table className="w-full table-fixed text-left text-sm">
        <caption className="sr-only">How each contact ended</caption>
        <thead className="text-xs text-muted">
          <tr className="border-b border-line [&>th]:py-1 [&>th]:pr-2 [&>th]:font-medium">
            <th scope="col" className="w-[38%]">
              Contact
            </th>
            <th scope="col" className="w-[37%]">
              Outcome
            </th>
            <th scope="col">Expected</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, limit).map((row, index) => (
            <Row key={index} row={row} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
      {rows.length > limit && (
        <Button className="self-center" onClick={() => setLimit(limit + rowsAtOnce)}>
          Show {Math.min(rowsAtOnce, rows.length - limit)} more of {rows.length}
        </Button>
      )}
    </div>
  );
}

function Row({ row, onOpen }: { readonly row: BatchRow; readonly onOpen: (id: string) => void }) {
  const { differences } = row;
  return (
    <tr className="border-b border-line align-top hover:bg-hover [&>td]:py-1 [&>td]:pr-2">
      <td>
        <button
          type="button"
          title={`Rehearse ${row.id}`}
          className="max-w-full truncate rounded-sm font-medium text-accent-ink hover:underline"
          onClick={() => onOpen(row.id)}
        >
          {row.id}
        </button>
      </td>
      <td className="break-words">
        {row.outcome}
        {row.ended !== 'end' && row.ended !== row.outcome && (
          <span className="block text-2xs text-muted">{row.ended}</span>
        )}
        {row.unknown.length > 0 && (
          <span className="block text-2xs text-warning-ink">unknown: {row.unknown.join(', ')}</span>
        )}
      </td>
      <td>
        {differences === undefined ? (
          <span className="text-faint">–</span>
        ) : differences.length === 0 ? (
          <span className="flex items-center gap-1 text-end-ink">
            <Check aria-hidden size={14} /> met
          </span>
        ) : (
          <ul className="text-error-ink">
            {differences.map((difference) => (
              <li key={difference} className="break-words">
                {difference}
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}
