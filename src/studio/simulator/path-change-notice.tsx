import { Route, X } from 'lucide-react';
import { IconButton } from '../ui/icon-button.tsx';
import { useRehearsal } from './rehearsal-store.ts';
import { stepTitle } from './wording.ts';
import type { PathChange } from './replay.ts';
import { wholeProcedure } from './whole-procedure.ts';

/** After an edit under an open rehearsal: the contact takes another path now. */
export function PathChangeNotice() {
  const { change, timeline, jump, dismissChange } = useRehearsal();
  if (!change || !timeline) return null;
  const title = (step: string): string => stepTitle(wholeProcedure(timeline.program), step);
  return (
    <output className="flex items-center gap-2 border-t border-line bg-accent-soft px-3 py-0.5 text-xs text-accent-ink">
      <Route aria-hidden size={14} className="shrink-0" />
      <span className="min-w-0 grow">The path changed. {describeChange(change, title)}</span>
      <button
        type="button"
        className="shrink-0 rounded-sm font-medium underline"
        onClick={() => {
          jump(change.moment);
          dismissChange();
        }}
      >
        Go there
      </button>
      <IconButton label="Dismiss" className="-my-1" onClick={dismissChange}>
        <X aria-hidden />
      </IconButton>
    </output>
  );
}

export function describeChange(change: PathChange, title: (step: string) => string): string {
  const place = change.after === undefined ? 'It now' : `After ${title(change.after)} it now`;
  const now = change.now === undefined ? 'stops' : `goes to ${title(change.now)}`;
  const was = change.was === undefined ? 'stopping' : `going to ${title(change.was)}`;
  return change.now !== undefined && change.was !== undefined
    ? `${place} ${now} instead of ${title(change.was)}.`
    : `${place} ${now} instead of ${was}.`;
}
