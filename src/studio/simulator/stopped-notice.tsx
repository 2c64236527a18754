import { CirclePause } from 'lucide-react';
import { useRehearsal } from './rehearsal-store.ts';
import { stepTitle } from './wording.ts';
import { wholeProcedure } from './whole-procedure.ts';

/** Playing has come to a breakpoint. */
export function StoppedNotice() {
  const { stopped, timeline } = useRehearsal();
  if (stopped === undefined || !timeline) return null;
  return (
    <output className="flex items-center gap-2 border-t border-line bg-subtle px-3 py-1 text-xs text-muted">
      <CirclePause aria-hidden size={14} className="shrink-0" />
      Stopped at the breakpoint on {stepTitle(wholeProcedure(timeline.program), stopped)}. Play goes on from
      here.
    </output>
  );
}
