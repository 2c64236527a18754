import type { StepId } from '../../document/model.ts';
import {
  explainCondition,
  explainTriggers,
  type ConditionExplanation,
  type TriggerExplanation,
} from '../../engine/explain.ts';
import { factsAt } from '../../engine/facts-at.ts';
import type { Program } from '../../engine/program.ts';
import type { Run } from '../../engine/run.ts';
import type { ConditionResult, TraceEvent } from '../../engine/trace.ts';
import { wholeProcedure } from './whole-procedure.ts';

type EventOf<Type extends TraceEvent['type']> = Extract<TraceEvent, { type: Type }>;

/** One way out of a decision: whether it was taken, and why or why not. */
export interface BranchWhy {
  readonly index: number;
  readonly label: string | undefined;
  readonly next: StepId | undefined;
  /** `not-reached`: an earlier branch decided before this one was looked at. */
  readonly result: ConditionResult | 'not-reached';
  readonly taken: boolean;
  readonly explanation: ConditionExplanation | undefined;
}

export interface DecisionWhy {
  readonly branches: readonly BranchWhy[];
  readonly otherwise: { readonly next: StepId | undefined; readonly taken: boolean };
}

export interface CheckWhy {
  readonly event: EventOf<'checked'>;
  /** Of a confirmation or a requirement. */
  readonly explanation: ConditionExplanation | undefined;
}

/** Everything that decided what happened while the run stood at one step. */
export interface Why {
  readonly step: StepId | undefined;
  readonly arrival: Arrival;
  /** What a question collects, and whether it was known after the event. */
  readonly collects: readonly { readonly fact: string; readonly known: boolean }[];
  readonly decision: DecisionWhy | undefined;
  readonly checks: readonly CheckWhy[];
  /** As they were at the event; empty where triggers do not fire. */
  readonly triggers: readonly TriggerExplanation[];
  readonly fired: EventOf<'triggered'> | undefined;
  readonly ended: EventOf<'ended'> | undefined;
}

/** What led the run to the step. */
export type Arrival =
  | { readonly kind: 'start' }
  /** `event` is the place in the trace of what led here. */
  | ({ readonly from: StepId; readonly event: number } & (
      | { readonly kind: 'link' }
      | { readonly kind: 'branch'; readonly taken: number | 'otherwise'; readonly why: string | undefined }
      | { readonly kind: 'error'; readonly error: string }
      | { readonly kind: 'trigger'; readonly category: string; readonly why: string | undefined }
    ));

/** Explains the visit of a step that the event at `index` belongs to. */
export function whyOf(program: Program, run: Run, index: number): Why {
  const { trace } = run;
  const from = Math.max(
    trace.findLastIndex((event, at) => at <= index && event.type === 'entered'),
    0,
  );
  const following = trace.findIndex((event, at) => at > from && event.type === 'entered');
  const visit = trace.slice(from, following === -1 ? trace.length : following);
  const first = trace[from];
  const step = first?.type === 'entered' ? first.step : undefined;
  const work = program.steps[program.stepIndex.get(step ?? '') ?? -1];
  const fired = visit.find((event) => event.type === 'triggered');
  return {
    step,
    arrival: arrivalOf(program, run, from),
    collects: collectsOf(program, run, step, index),
    decision: decisionOf(program, run, visit, from),
    checks: visit.flatMap((event, at): readonly CheckWhy[] =>
      event.type === 'checked' ? [{ event, explanation: explainCondition(program, run, from + at) }] : [],
    ),
    triggers: work?.triggersFire ? explainTriggers(program, run, triggersAt(trace, from, index)) : [],
    fired,
    ended: visit.find((event) => event.type === 'ended'),
  };
}

function collectsOf(program: Program, run: Run, id: StepId | undefined, index: number): Why['collects'] {
  const step = id === undefined ? undefined : wholeProcedure(program).steps.get(id);
  if (step?.kind !== 'question') return [];
  let after = index + 1;
  while (run.trace[after]?.type === 'set') after += 1;
  const facts = factsAt(program, run, after);
  return step.collects.map((fact) => ({ fact, known: facts.value(fact) !== undefined }));
}

function arrivalOf(program: Program, run: Run, entered: number): Arrival {
  const { trace } = run;
  for (let at = entered - 1; at >= 0; at -= 1) {
    const event = trace[at];
    switch (event?.type) {
      case 'decided':
        return event.taken === undefined
          ? { kind: 'link', from: event.step, event: at }
          : {
              kind: 'branch',
              from: event.step,
              event: at,
              taken: event.taken,
              why:
                event.taken === 'otherwise'
                  ? undefined
                  : explainCondition(program, run, at, event.taken)?.sentence,
            };
      case 'triggered':
        return {
          kind: 'trigger',
          from: event.from,
          event: at,
          category: event.category,
          why: explainCondition(program, run, at)?.sentence,
        };
      case 'failed':
        return { kind: 'error', from: event.step, event: at, error: event.error };
      case 'entered':
        return { kind: 'link', from: event.step, event: at };
      default:
    }
  }
  return { kind: 'start' };
}

function decisionOf(
  program: Program,
  run: Run,
  visit: readonly TraceEvent[],
  from: number,
): DecisionWhy | undefined {
  const at = visit.findIndex((event) => event.type === 'decided');
  const event = visit[at];
  if (event?.type !== 'decided') return undefined;
  const step = wholeProcedure(program).steps.get(event.step);
  if (step?.kind !== 'decision') return undefined;
  return {
    branches: step.branches.map(({ label, next }, index) => ({
      index,
      label,
      next,
      result: event.conditions[index] ?? 'not-reached',
      taken: event.taken === index,
      explanation: explainCondition(program, run, from + at, index),
    })),
    otherwise: { next: step.otherwise, taken: event.taken === 'otherwise' },
  };
}

/** Triggers are looked at on entry and after each turn: the event after which they were, for the one asked about. */
function triggersAt(trace: readonly TraceEvent[], entered: number, index: number): number {
  const turn = trace.findLastIndex((event, at) => at <= index && at > entered && event.type === 'turn');
  let at = Math.max(turn, entered) + 1;
  if (turn !== -1) while (trace[at]?.type === 'set') at += 1;
  return at;
}
