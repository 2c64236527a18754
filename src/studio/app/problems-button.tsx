import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useViewState } from '../session/view-state.ts';
import { Tooltip } from '../ui/tooltip.tsx';
import { describeCount, useProblemCount } from './problem-count.tsx';
import type { ProblemCount } from './problem-count.tsx';

export function ProblemsButton() {
  const count = useProblemCount();
  const setDock = useViewState(({ setDock }) => setDock);
  const said = describeCount(count);
  return (
    <Tooltip text={`Problems: ${said}`} shortcut="alt+3">
      <button
        type="button"
        aria-label={`Problems: ${said}`}
        onClick={() => setDock('problems')}
        className="flex h-(--control) shrink-0 items-center gap-1.5 rounded-md px-2 font-medium text-muted tabular-nums hover:bg-hover [&_svg]:size-4"
      >
        {marks(count)}
      </button>
    </Tooltip>
  );
}

function marks({ errors, warnings }: ProblemCount): ReactNode {
  if (errors + warnings === 0) return <CircleCheck aria-hidden className="text-faint" />;
  return (
    <>
      {errors > 0 && (
        <>
          <CircleX aria-hidden className="text-error-ink" />
          {errors}
        </>
      )}
      {warnings > 0 && (
        <>
          <TriangleAlert aria-hidden className="text-warning-ink" />
          {warnings}
        </>
      )}
    </>
  );
}
