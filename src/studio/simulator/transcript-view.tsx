import { useEffect, useMemo, useRef } from 'react';
import { formatValue } from '../../condition/coerce.ts';
import { parseTimestamp } from '../../condition/time.ts';
import type { Procedure } from '../../document/model.ts';
import type { Contact } from '../../engine/contact.ts';
import { useViewState } from '../session/view-state.ts';
import { classNames } from '../ui/class-names.ts';
import { useRehearsal } from './rehearsal-store.ts';
import { ReplyComposer } from './reply-composer.tsx';
import { currentRun, eventsOf, traceOf, type Timeline } from './timeline.ts';
import { captionOf, EntryBody } from './transcript-entry.tsx';
import { entryAt, stepOf, transcriptOf, type TranscriptEntry } from './transcript.ts';
import { outermostStep } from './whole-procedure.ts';

/** The conversation up to the current moment. */
export function TranscriptView({
  timeline,
  procedure,
}: {
  readonly timeline: Timeline;
  readonly procedure: Procedure;
}) {
  const trace = traceOf(timeline);
  const entries = useMemo(() => transcriptOf(trace, procedure), [trace, procedure]);
  const selected = useRehearsal((state) => state.selected);
  const chosen = selected === undefined ? undefined : entryAt(entries, selected);
  const fresh = eventsOf(timeline, timeline.at).from;
  const end = useRef<HTMLDivElement>(null);
  const waiting = currentRun(timeline).status === 'waiting';

  useEffect(() => {
    if (entries.length > 0 || waiting) end.current?.scrollIntoView({ block: 'nearest' });
  }, [entries.length, waiting]);

  return (
    <section aria-label="Transcript" className="flex h-full min-h-0 flex-col bg-canvas">
      <div
        role="log"
        aria-live="polite"
        // It scrolls, so the keyboard must reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label="Conversation"
        className="min-h-0 flex-1 overflow-y-auto px-3 py-2"
      >
        <ContactLine contact={timeline.contact} />
        {entries.length === 0 && (
          <p className="py-4 text-center text-sm text-muted">Nothing was said yet. Press Play or Step.</p>
        )}
        <ol className="mx-auto flex max-w-3xl flex-col gap-2.5">
          {entries.map((entry, index) => (
            <EntryItem
              key={entry.index}
              entry={entry}
              repeated={sameSpeaker(entries[index - 1], entry)}
              procedure={procedure}
              chosen={entry === chosen}
              delay={entry.index < fresh ? undefined : freshDelay(entries, entry, fresh)}
            />
          ))}
        </ol>
        <div ref={end} className="h-3" />
      </div>
      {waiting && <ReplyComposer timeline={timeline} procedure={procedure} key={timeline.at} />}
    </section>
  );
}

/** Who writes, on what, when. */
function ContactLine({ contact }: { readonly contact: Contact }) {
  const { id, intent, channel, locale, at } = contact;
  const time = at === undefined ? undefined : parseTimestamp(at);
  const parts = [id, intent, channel, locale, time && formatValue(time)].filter((part) => part !== undefined);
  return (
    <p className="mx-auto mb-2 flex max-w-3xl items-center gap-2 text-2xs text-muted before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
      {parts.join(' · ')}
    </p>
  );
}

/** What a moment added comes in one after the other, all within a fifth of a second. */
function freshDelay(entries: readonly TranscriptEntry[], entry: TranscriptEntry, fresh: number): number {
  const first = entries.findIndex(({ index }) => index >= fresh);
  return Math.min((entries.indexOf(entry) - first) * 60, 180);
}

function EntryItem({
  entry,
  repeated,
  procedure,
  chosen,
  delay,
}: {
  readonly entry: TranscriptEntry;
  /** The entry before has the same caption. */
  readonly repeated: boolean;
  readonly procedure: Procedure;
  readonly chosen: boolean;
  readonly delay: number | undefined;
}) {
  const selectEvent = useRehearsal((state) => state.selectEvent);
  const showTab = useRehearsal((state) => state.showTab);
  const selectKeys = useViewState((state) => state.select);
  const own = entry.kind === 'customer';
  const step = stepOf(entry);
  // What stands in a procedure that a step runs is set off from what stands around it.
  const inside = step?.includes('/') === true;

  function choose(): void {
    selectEvent(entry.index);
    if (step !== undefined) selectKeys([`step:${outermostStep(step)}`], 'simulator');
  }

  return (
    // The caption's button is for the keyboard; the rest of the entry only makes it easier to hit.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <li
      onClick={choose}
      style={
        delay === undefined ? undefined : { animationDelay: `${delay}ms`, animationFillMode: 'backwards' }
      }
      className={`group flex flex-col gap-0.5 rounded-md border-l-2 px-2 py-0.5 ${chosen ? 'border-accent bg-hover' : 'border-transparent'} ${delay === undefined ? '' : 'animate-appear'} ${own ? 'items-end pl-[12%]' : 'items-start pr-[8%]'} ${inside ? 'ml-3 border-l-2 border-l-procedure-line' : ''}`}
    >
      <button
        type="button"
        aria-pressed={chosen}
        onClick={(event) => {
          event.stopPropagation();
          choose();
          showTab('why');
        }}
        className={classNames(
          'max-w-full items-center gap-1 truncate rounded-sm text-2xs text-muted hover:text-ink',
          repeated ? 'sr-only focus-visible:not-sr-only' : 'flex',
          own && 'flex-row-reverse',
        )}
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

function sameSpeaker(before: TranscriptEntry | undefined, entry: TranscriptEntry): boolean {
  if (!before || before.kind === 'customer' || (entry.kind === 'agent' && entry.as === 'disclosure'))
    return false;
  if (before.kind === 'agent' && before.as === 'disclosure') return false;
  return stepOf(before) !== undefined && stepOf(before) === stepOf(entry);
}

function wide(entry: TranscriptEntry): boolean {
  return entry.kind === 'call' || entry.kind === 'hand-over' || entry.kind === 'end';
}
