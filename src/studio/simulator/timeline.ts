import type { Contact } from '../../engine/contact.ts';
import { advance, type RunEvent } from '../../engine/advance.ts';
import type { Program } from '../../engine/program.ts';
import { startRun, type Run } from '../../engine/run.ts';
import type { TraceEvent } from '../../engine/trace.ts';

/** What brought a moment about; undefined for the first one, the start. */
export type Cause = RunEvent | undefined;

/** A run at one point, and how it got there from the moment before. */
export interface Moment {
  readonly run: Run;
  readonly cause: Cause;
}

/**
 * A rehearsal of one contact: every run so far, so that stepping back is exact. Going back keeps what lies ahead
 * until something else is answered or set; then the rest is another story and goes.
 */
export interface Timeline {
  readonly program: Program;
  readonly contact: Contact;
  readonly moments: readonly Moment[];
  readonly at: number;
  /** The rehearsal as it was before the first fact was changed by hand. */
  readonly original: Timeline | undefined;
}

export function startTimeline(program: Program, contact: Contact): Timeline {
  const first = { run: startRun(program, contact), cause: undefined };
  return { program, contact, moments: [first], at: 0, original: undefined };
}

export function currentMoment(timeline: Timeline): Moment {
  return timeline.moments[timeline.at]!;
}

export function currentRun(timeline: Timeline): Run {
  return currentMoment(timeline).run;
}

export function canStepBack(timeline: Timeline): boolean {
  return timeline.at > 0;
}

export function canStepForward(timeline: Timeline): boolean {
  return timeline.at < timeline.moments.length - 1 || currentRun(timeline).status === 'running';
}

export function stepForward(timeline: Timeline): Timeline {
  if (timeline.at < timeline.moments.length - 1) return { ...timeline, at: timeline.at + 1 };
  return currentRun(timeline).status === 'running' ? append(timeline, { type: 'step' }) : timeline;
}

export function stepBack(timeline: Timeline): Timeline {
  return jumpTo(timeline, timeline.at - 1);
}

export function jumpTo(timeline: Timeline, at: number): Timeline {
  const bounded = Math.min(Math.max(at, 0), timeline.moments.length - 1);
  return bounded === timeline.at ? timeline : { ...timeline, at: bounded };
}

/** On to where the run ends or waits for an answer. */
export function runOut(timeline: Timeline): Timeline {
  let next = jumpTo(timeline, timeline.moments.length - 1);
  while (canStepForward(next)) {
    const before = next;
    next = stepForward(before);
    if (next === before) break;
  }
  return next;
}

/** The customer's reply to the question that the run waits on here. */
export function answer(timeline: Timeline, text: string, facts: Readonly<Record<string, unknown>>): Timeline {
  if (currentRun(timeline).status !== 'waiting') return timeline;
  return append(timeline, { type: 'answer', text, facts });
}

/**
 * Continues from here with another value; where the run has ended, from just before its end. The rehearsal as it
 * was is kept for `resetWhatIf`.
 */
export function setFact(timeline: Timeline, name: string, value: unknown): Timeline {
  const open = timeline.moments.findLastIndex(
    ({ run }, index) => index <= timeline.at && run.status !== 'ended',
  );
  if (open === -1) return timeline;
  const base = jumpTo(timeline, open);
  const changed = append(base, { type: 'set-fact', name, value });
  return changed === base ? timeline : { ...changed, original: timeline.original ?? timeline };
}

/** Back to the rehearsal before any fact was changed by hand, at the moment where the first change was made. */
export function resetWhatIf(timeline: Timeline): Timeline {
  return timeline.original ?? timeline;
}

/** The facts changed by hand up to the current moment. */
export function whatIfFacts(timeline: Timeline): readonly string[] {
  const names = timeline.moments
    .slice(0, timeline.at + 1)
    .flatMap(({ cause }) => (cause?.type === 'set-fact' ? [cause.name] : []));
  return [...new Set(names)];
}

/** What the question that waits here still lacks. */
export function askedFacts(timeline: Timeline): readonly string[] {
  return currentRun(timeline).asking?.facts ?? [];
}

/** Trace events that the moment added: `[from, to)` of the run's trace. */
export function eventsOf(timeline: Timeline, moment: number): { readonly from: number; readonly to: number } {
  const from = moment === 0 ? 0 : (timeline.moments[moment - 1]?.run.trace.length ?? 0);
  return { from, to: timeline.moments[moment]?.run.trace.length ?? from };
}

/** The moment in which an event of the trace happened. */
export function momentOf(timeline: Timeline, event: number): number {
  const found = timeline.moments.findIndex(({ run }) => run.trace.length > event);
  return found === -1 ? timeline.moments.length - 1 : found;
}

export function traceOf(timeline: Timeline): readonly TraceEvent[] {
  return currentRun(timeline).trace;
}

/** An event that does not apply leaves the timeline as it was. */
function append(timeline: Timeline, event: RunEvent): Timeline {
  const before = currentRun(timeline);
  const run = advance(timeline.program, before, event);
  if (run === before) return timeline;
  const moments = [...timeline.moments.slice(0, timeline.at + 1), { run, cause: event }];
  return { ...timeline, moments, at: moments.length - 1 };
}
