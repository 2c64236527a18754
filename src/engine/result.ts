import type { Value } from '../condition/value.ts';
import type { StepId, TriggerCategory } from '../document/model.ts';
import type { GuardrailCheck, RunEnd, TraceEvent } from './trace.ts';

/** A call that was made, whatever came of it. */
export interface ActionCall {
  readonly step: StepId;
  readonly name: string;
  readonly args: Readonly<Record<string, Value>>;
}

/** A guardrail that did not hold. `warn` ones did not stop the run. */
export interface Violation {
  readonly guardrail: string;
  readonly step: StepId;
  readonly check: GuardrailCheck;
  readonly severity: 'block' | 'warn';
  readonly detail: string;
}

export interface Escalated {
  readonly step: StepId;
  readonly queue: string | undefined;
  /** Of the trigger that fired; undefined when a branch led there. */
  readonly category: TriggerCategory | undefined;
}

/** A trigger that could not be decided when it was last evaluated, and so did not fire. */
export interface UnknownTrigger {
  readonly step: StepId;
  readonly position: number;
  /** Facts that it hangs on. */
  readonly facts: readonly string[];
}

/** What came of one contact. `plainResult` makes plain data of one that recorded its trace. */
export interface Result {
  readonly id: string;
  readonly ended: RunEnd;
  /** An end step's outcome; else the same as `ended`. */
  readonly outcome: string;
  readonly reason: string;
  /** Steps in the order entered; empty when it was not recorded. */
  readonly path: readonly StepId[];
  readonly actions: readonly ActionCall[];
  readonly escalation: Escalated | undefined;
  readonly violations: readonly Violation[];
  /** Facts for want of which the run is stuck or blocked. */
  readonly unknown: readonly string[];
  readonly unknownTriggers: readonly UnknownTrigger[];
  /** Empty when it was not recorded. */
  readonly trace: readonly TraceEvent[];
}
