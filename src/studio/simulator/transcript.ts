import type { Value } from '../../condition/value.ts';
import type { Procedure, StepId, TriggerCategory } from '../../document/model.ts';
import type { RunEnd, SaidAs, TraceEvent } from '../../engine/trace.ts';

type EventOf<Type extends TraceEvent['type']> = Extract<TraceEvent, { type: Type }>;

/** A fact that a turn, an action or the person set, beside the entry that set it. */
export interface SetFact {
  readonly fact: string;
  readonly value: Value | undefined;
}

/**
 * One thing to read in the conversation. `index` is the position in the trace of the event that it stands for, and
 * `last` that of the last event folded into it.
 */
export type TranscriptEntry = { readonly index: number; readonly last: number } & (
  | { readonly kind: 'customer'; readonly text: string; readonly sets: readonly SetFact[] }
  | {
      readonly kind: 'agent';
      readonly step: StepId;
      readonly as: SaidAs;
      readonly text: string;
      readonly guardrail: string | undefined;
    }
  /** A question that needed no asking: what it collects was known. */
  | { readonly kind: 'passed'; readonly step: StepId }
  | { readonly kind: 'note'; readonly step: StepId; readonly text: string }
  | {
      readonly kind: 'call';
      readonly step: StepId;
      readonly action: string;
      readonly args: Readonly<Record<string, Value>>;
      readonly state: 'called' | 'returned' | 'failed';
      readonly error: string | undefined;
      readonly sets: readonly SetFact[];
    }
  | {
      readonly kind: 'decision';
      readonly step: StepId;
      readonly taken: number | 'otherwise' | undefined;
      readonly next: StepId | undefined;
    }
  | {
      readonly kind: 'trigger';
      readonly step: StepId;
      readonly from: StepId;
      readonly category: TriggerCategory;
    }
  | { readonly kind: 'checks'; readonly step: StepId; readonly checks: readonly EventOf<'checked'>[] }
  /** A step begins another procedure, or goes on from it. */
  | { readonly kind: 'runs'; readonly step: StepId; readonly procedure: string }
  | { readonly kind: 'back'; readonly step: StepId; readonly outcome: string }
  | { readonly kind: 'what-if'; readonly sets: readonly SetFact[] }
  | { readonly kind: 'hand-over'; readonly event: EventOf<'handed-over'> }
  | {
      readonly kind: 'end';
      readonly ended: RunEnd;
      readonly outcome: string;
      readonly reason: string;
      readonly unknown: readonly string[];
    }
);

/**
 * Reads a trace as a conversation: facts fold into the turn or the call that set them, a result into its call,
 * neighbouring checks into one entry. What the contact came with opens no entry; the facts table shows it.
 */
export function transcriptOf(trace: readonly TraceEvent[], procedure: Procedure): readonly TranscriptEntry[] {
  const entries: TranscriptEntry[] = [];
  for (const [index, event] of trace.entries()) {
    if (event.type === 'entered' && wasPassed(trace, index, procedure)) {
      entries.push({ index, last: index, kind: 'passed', step: event.step });
      continue;
    }
    const folded = fold(entries.at(-1), event, index);
    if (folded) {
      entries[entries.length - 1] = folded;
      continue;
    }
    const entry = entryOf(event, index);
    if (entry) entries.push(entry);
  }
  return entries;
}

function wasPassed(trace: readonly TraceEvent[], index: number, procedure: Procedure): boolean {
  const event = trace[index];
  if (event?.type !== 'entered' || procedure.steps.get(event.step)?.kind !== 'question') return false;
  for (const later of trace.slice(index + 1)) {
    if (later.type === 'entered') return true;
    if (later.type === 'triggered' || later.type === 'ended') return false;
    if (later.type === 'said' && later.as === 'question') return false;
  }
  return true;
}

function fold(
  previous: TranscriptEntry | undefined,
  event: TraceEvent,
  index: number,
): TranscriptEntry | undefined {
  if (!previous) return undefined;
  if (event.type === 'set') return foldSet(previous, event, index);
  if (event.type === 'checked' && previous.kind === 'checks' && previous.step === event.step)
    return { ...previous, last: index, checks: [...previous.checks, event] };
  if (previous.kind !== 'call' || previous.state !== 'called') return undefined;
  if (event.type === 'returned') return { ...previous, last: index, state: 'returned' };
  if (event.type === 'failed') return { ...previous, last: index, state: 'failed', error: event.error };
  return undefined;
}

function foldSet(
  previous: TranscriptEntry,
  event: EventOf<'set'>,
  index: number,
): TranscriptEntry | undefined {
  const set = { fact: event.fact, value: event.value };
  const fits =
    (previous.kind === 'customer' && event.by !== 'action' && event.by !== 'contact') ||
    (previous.kind === 'call' && event.by === 'action') ||
    (previous.kind === 'what-if' && event.by === 'person');
  if (!fits || previous.last !== index - 1) return undefined;
  return { ...previous, last: index, sets: [...previous.sets, set] };
}

function entryOf(event: TraceEvent, index: number): TranscriptEntry | undefined {
  const at = { index, last: index };
  switch (event.type) {
    case 'turn':
      return { ...at, kind: 'customer', text: event.text, sets: [] };
    case 'said':
      return {
        ...at,
        kind: 'agent',
        step: event.step,
        as: event.as,
        text: event.text,
        guardrail: event.guardrail,
      };
    case 'instructed':
      return { ...at, kind: 'note', step: event.step, text: event.text };
    case 'called':
      return {
        ...at,
        kind: 'call',
        step: event.step,
        action: event.action,
        args: event.args,
        state: 'called',
        error: undefined,
        sets: [],
      };
    case 'decided':
      return { ...at, kind: 'decision', step: event.step, taken: event.taken, next: event.next };
    case 'triggered':
      return { ...at, kind: 'trigger', step: event.step, from: event.from, category: event.category };
    case 'checked':
      return { ...at, kind: 'checks', step: event.step, checks: [event] };
    case 'set':
      return event.by === 'person'
        ? { ...at, kind: 'what-if', sets: [{ fact: event.fact, value: event.value }] }
        : undefined;
    case 'handed-over':
      return { ...at, kind: 'hand-over', event };
    case 'ended':
      return {
        ...at,
        kind: 'end',
        ended: event.ended,
        outcome: event.outcome,
        reason: event.reason,
        unknown: event.unknown,
      };
    case 'opened':
      return { ...at, kind: 'runs', step: event.step, procedure: event.procedure };
    case 'closed':
      return { ...at, kind: 'back', step: event.step, outcome: event.outcome };
    case 'entered':
    case 'overlapped':
    case 'returned':
    case 'failed':
      return undefined;
  }
}

/** The entry that an event of the trace is read in: its own, or the nearest one before it. */
export function entryAt(entries: readonly TranscriptEntry[], index: number): TranscriptEntry | undefined {
  return entries.findLast((entry) => entry.index <= index);
}

/** The step that an entry belongs to, where it has one. */
export function stepOf(entry: TranscriptEntry): StepId | undefined {
  if (entry.kind === 'hand-over') return entry.event.step;
  return 'step' in entry ? entry.step : undefined;
}
