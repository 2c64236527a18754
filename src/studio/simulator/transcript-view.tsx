import { useEffect, useMemo, useRef } from 'react';
import type { Procedure } from '../../document/model.ts';
import { useViewState } from '../session/view-state.ts';
import { useRehearsal } from './rehearsal-store.ts';
import { ReplyComposer } from './reply-composer.tsx';
import { currentRun, eventsOf, traceOf, type Timeline } from './timeline.ts';
import { captionOf, EntryBody } from './transcript-entry.tsx';
import { entryAt, stepOf, transcriptOf, type TranscriptEntry } from './transcript.ts';

/** The conversation up to the current moment. */
export function TranscriptView({
  timeline,
  procedure,
}: {
  readonly timeline: Timeline;
  readonly procedure: Procedure;
}) {
  const trace = traceOf(timeline);
  const entries = useMemo(() => transcriptOf(trace), [trace]);
  const selected = useRehearsal((state) => state.selected);
  const chosen = selected === undefined ? undefined : entryAt(entries, selected);
  const fresh = eventsOf(timeline, timeline.at).from;
  const end = useRef<HTMLDivElement>(null);
  const waiting = currentRun(timeline).status === 'waiting';

  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [entries.length, waiting]);

  return (
    <section aria-label="Transcript" className="flex h-full min-h-0 flex-col bg-canvas">
      <div
        role="log"
        aria-live="polite"
        tabIndex={0}
        aria-label="Conversation"
        className="min-h-0 flex-1 overflow-y-auto px-3 py-2"
      >
        {entries.length === 0 && (
          <p className="py-6 text-center text-sm text-muted">Nothing was said yet. Press Play or Step.</p>
        )}
        <ol className="mx-auto flex max-w-3xl flex-col gap-2.5">
          {entries.map((entry) => (
            <EntryItem
              key={entry.index}
              entry={entry}
              procedure={procedure}
              chosen={entry === chosen}
              delay={entry.index < fresh ? undefined : freshDelay(entries, entry, fresh)}
            />
          ))}
        </ol>
        <div ref={end} />
      </div>
      {waiting && <ReplyComposer timeline={timeline} procedure={procedure} key={timeline.at} />}
    </section>
  );
}

/** What a moment added comes in one after the other, all within a fifth of a second. */
function freshDelay(entries: readonly TranscriptEntry[], entry: TranscriptEntry, fresh: number): number {
  const first = entries.findIndex(({ index }) => index >= fresh);
  return Math.min((entries.indexOf(entry) - first) * 60, 180);
}

function EntryItem({
  entry,
  procedure,
  chosen,
  delay,
}: {
  readonly entry: TranscriptEntry;
  readonly procedure: Procedure;
  readonly chosen: boolean;
  readonly delay: number | undefined;
}) {
  const selectEvent = useRehearsal((state) => state.selectEvent);
  const showTab = useRehearsal((state) => state.showTab);
  const selectKeys = useViewState((state) => state.select);
  const own = entry.kind === 'customer';
  const step = stepOf(entry);

  function choose(): void {
    selectEvent(entry.index);
    if (step !== undefined) selectKeys([`step:${step}`], 'simulator');
  }

  return (
    <li
      onClick={choose}
      style={
        delay === undefined ? undefined : { animationDelay: `${delay}ms`, animationFillMode: 'backwards' }
      }
      className={`group flex flex-col gap-0.5 rounded-md border-l-2 px-2 py-0.5 ${chosen ? 'border-accent bg-hover' : 'border-transparent'} ${delay === undefined ? '' : 'animate-appear'} ${own ? 'items-end pl-[12%]' : 'items-start pr-[8%]'}`}
    >
      <button
        type="button"
        aria-pressed={chosen}
        onClick={(event) => {
          event.stopPropagation();
          choose();
          showTab('why');
        }}
        className="flex max-w-full items-center gap-1 truncate rounded-sm text-2xs text-muted hover:text-ink"
      >
        <span className="truncate">{captionOf(entry, procedure)}</span>
        <span className="text-accent-ink opacity-0 group-hover:opacity-100 group-focus-within:opacity-100">
          Why?
        </span>
      </button>
      <div className={`min-w-0 max-w-full ${own ? '' : 'self-start'} ${wide(entry) ? 'w-full' : ''}`}>
        <EntryBody entry={entry} procedure={procedure} />
      </div>
    </li>
  );
}

function wide(entry: TranscriptEntry): boolean {
  return entry.kind === 'call' || entry.kind === 'hand-over' || entry.kind === 'end';
}
