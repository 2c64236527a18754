import type { Value } from '../condition/value.ts';
import type { StepId, TriggerCategory } from '../document/model.ts';

/**
 * What happened, in order; the vocabulary that a run and a transcript share. Compact: the values of sub-expressions
 * are recomputed on demand from the facts that held at the event (`factsAt`).
 */
export type TraceEvent =
  | { readonly type: 'entered'; readonly step: StepId }
  | {
      readonly type: 'said';
      readonly step: StepId;
      readonly as: SaidAs;
      readonly text: string;
      readonly guardrail: string | undefined;
    }
  | { readonly type: 'instructed'; readonly step: StepId; readonly text: string }
  | { readonly type: 'turn'; readonly text: string; readonly index: number }
  | {
      readonly type: 'set';
      readonly fact: string;
      readonly value: Value | undefined;
      /** `procedure`: given to a procedure that a step runs, or given back by it. */
      readonly by: 'contact' | 'turn' | 'action' | 'person' | 'procedure';
    }
  | {
      readonly type: 'decided';
      readonly step: StepId;
      readonly conditions: readonly ConditionResult[];
      readonly taken: number | 'otherwise' | undefined;
      readonly next: StepId | undefined;
    }
  /** Besides the row that decided, others of a table hold that claims to be unique. */
  | {
      readonly type: 'overlapped';
      readonly step: StepId;
      readonly taken: number;
      readonly also: readonly number[];
    }
  /** A step begins another procedure; its steps are called `step/…`. */
  | { readonly type: 'opened'; readonly step: StepId; readonly procedure: string }
  /** The other procedure came to an end of its own, and the run goes on from the step. */
  | {
      readonly type: 'closed';
      readonly step: StepId;
      readonly procedure: string;
      readonly outcome: string;
      readonly next: StepId | undefined;
    }
  | {
      readonly type: 'triggered';
      readonly step: StepId;
      readonly from: StepId;
      readonly index: number;
      readonly category: TriggerCategory;
    }
  | {
      readonly type: 'called';
      readonly step: StepId;
      readonly action: string;
      readonly args: Readonly<Record<string, Value>>;
    }
  | { readonly type: 'returned'; readonly step: StepId; readonly action: string }
  | { readonly type: 'failed'; readonly step: StepId; readonly action: string; readonly error: string }
  | {
      readonly type: 'checked';
      readonly step: StepId;
      readonly guardrail: string;
      readonly check: GuardrailCheck;
      readonly result: boolean | 'unknown' | 'error';
      readonly severity: 'block' | 'warn';
      readonly detail: string;
    }
  | {
      readonly type: 'handed-over';
      readonly step: StepId;
      readonly queue: string | undefined;
      readonly priority: string;
      readonly category: TriggerCategory | undefined;
      readonly text: string;
    }
  | {
      readonly type: 'ended';
      readonly step: StepId | undefined;
      readonly ended: RunEnd;
      readonly outcome: string;
      readonly reason: string;
      readonly unknown: readonly string[];
    };

export type SaidAs = 'message' | 'question' | 'disclosure' | 'escalation' | 'end';
export type GuardrailCheck = 'disclose' | 'confirm' | 'require' | 'alwaysSay' | 'neverSay' | 'limits';
export type RunEnd = 'end' | 'escalated' | 'out-of-scope' | 'blocked' | 'stuck' | 'looping';

/** The value of one condition that was evaluated. */
export type ConditionResult = boolean | 'unknown' | 'error';
