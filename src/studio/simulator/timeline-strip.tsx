// A listbox with one tab stop; the panel's keys move in it.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events */
import { FlaskConical, MessageSquareReply, UserRound } from 'lucide-react';
import { useEffect, useId } from 'react';
import type { Procedure } from '../../document/model.ts';
import { classNames } from '../ui/class-names.ts';
import { elementColor } from '../ui/element-kind.ts';
import { ElementIcon } from '../ui/element-icon.tsx';
import { describeMoment, type MomentSummary } from './moment-summary.ts';
import { useRehearsal } from './rehearsal-store.ts';
import type { Timeline } from './timeline.ts';

/** Every step so far, in a row: the current one is marked, what lies ahead is paler. */
export function TimelineStrip({
  timeline,
  procedure,
}: {
  readonly timeline: Timeline;
  readonly procedure: Procedure;
}) {
  const jump = useRehearsal((state) => state.jump);
  const id = useId();
  useEffect(() => {
    window.document
      .getElementById(`${id}-${timeline.at}`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [id, timeline]);
  return (
    <div
      role="listbox"
      aria-label="Timeline"
      aria-orientation="horizontal"
      aria-activedescendant={`${id}-${timeline.at}`}
      tabIndex={0}
      className="flex min-w-0 grow items-center gap-0.5 overflow-x-auto rounded-md py-0.5 [scrollbar-width:none]"
    >
      {timeline.moments.map((_, index) => {
        const summary = describeMoment(timeline, index, procedure);
        const here = index === timeline.at;
        return (
          <div
            key={index}
            id={`${id}-${index}`}
            role="option"
            aria-selected={here}
            aria-label={`${index}: ${summary.label}`}
            title={summary.label}
            onClick={() => jump(index)}
            className={classNames(
              'flex h-6 pointer-coarse:h-9 pointer-coarse:px-2 shrink-0 items-center gap-1 rounded-md border px-1 text-2xs',
              here
                ? 'max-w-44 border-current bg-raised pr-1.5 font-medium shadow-low'
                : 'border-transparent hover:bg-hover',
              index > timeline.at && 'opacity-55',
              summary.kind !== undefined ? elementColor[summary.kind].ink : 'text-muted',
            )}
          >
            <MomentIcon summary={summary} />
            {here && <span className="truncate text-ink">{summary.label}</span>}
          </div>
        );
      })}
    </div>
  );
}

function MomentIcon({ summary }: { readonly summary: MomentSummary }) {
  if (summary.by === 'what-if') return <FlaskConical aria-hidden size={13} className="text-accent-ink" />;
  if (summary.by === 'reply') return <MessageSquareReply aria-hidden size={13} />;
  if (summary.by === 'turn') return <UserRound aria-hidden size={13} />;
  if (summary.kind !== undefined) return <ElementIcon kind={summary.kind} size={14} />;
  return <span aria-hidden className="mx-0.5 size-1.5 rounded-full bg-current" />;
}
