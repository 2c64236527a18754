import { ChevronRight } from 'lucide-react';
import { Fragment } from 'react';
import { Link, useSearch } from 'wouter';
import { useProcedures } from '../library/use-procedures.ts';
import { addressOfCaller, callersIn } from '../session/callers.ts';
import { useViewState } from '../session/view-state.ts';

/** The way here, where this procedure was opened from a step of another. */
export function Breadcrumb() {
  const callers = callersIn(useSearch());
  const procedures = useProcedures();
  const view = useViewState((state) => state.view);
  if (callers.length === 0) return null;
  return (
    <nav aria-label="Opened from" className="flex min-w-0 items-center">
      {callers.map((caller, index) => {
        const record = procedures.data?.find(({ id }) => id === caller.procedure);
        const address = addressOfCaller(callers, index, view);
        if (address === undefined) return null;
        return (
          <Fragment key={address}>
            <Link
              href={address}
              className="flex h-(--control) min-w-6 items-center rounded-md px-1.5 text-muted hover:bg-hover hover:text-ink"
            >
              <span className="truncate">{record === undefined ? 'Procedure' : titleOf(record.title)}</span>
            </Link>
            <ChevronRight aria-hidden className="size-3.5 shrink-0 text-faint" />
          </Fragment>
        );
      })}
    </nav>
  );
}

function titleOf(title: string): string {
  return title === '' ? 'Untitled procedure' : title;
}
