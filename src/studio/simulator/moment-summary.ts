import type { Procedure, StepKind } from '../../document/model.ts';
import { eventsOf, type Timeline } from './timeline.ts';
import { stepTitle } from './wording.ts';

/** A moment in a few words, for the timeline. */
export interface MomentSummary {
  readonly by: 'start' | 'step' | 'turn' | 'reply' | 'what-if';
  readonly kind: StepKind | undefined;
  readonly label: string;
}

export function describeMoment(timeline: Timeline, index: number, procedure: Procedure): MomentSummary {
  const moment = timeline.moments[index]!;
  const { cause, run } = moment;
  if (cause?.type === 'set-fact') return { by: 'what-if', kind: undefined, label: `What if: ${cause.name}` };
  if (cause?.type === 'answer') return { by: 'reply', kind: undefined, label: cause.text || 'Reply' };
  const { from, to } = eventsOf(timeline, index);
  const events = run.trace.slice(from, to);
  const by = cause === undefined ? 'start' : 'step';
  const turn = events.find((event) => event.type === 'turn');
  if (turn?.type === 'turn')
    return { by: 'turn', kind: undefined, label: turn.text || 'The customer says nothing' };
  const entered = events.findLast((event) => event.type === 'entered');
  if (entered?.type === 'entered') {
    return { by, kind: procedure.steps.get(entered.step)?.kind, label: stepTitle(procedure, entered.step) };
  }
  const ended = events.findLast((event) => event.type === 'ended');
  if (ended?.type === 'ended') {
    const step = ended.step === undefined ? undefined : procedure.steps.get(ended.step)?.kind;
    return { by, kind: step, label: ended.outcome };
  }
  if (cause === undefined) return { by, kind: undefined, label: 'Start' };
  const acted = events.findLast((event) => 'step' in event && event.step !== undefined);
  const step = acted && 'step' in acted ? acted.step : undefined;
  return step === undefined
    ? { by, kind: undefined, label: 'The customer speaks' }
    : { by, kind: procedure.steps.get(step)?.kind, label: stepTitle(procedure, step) };
}
