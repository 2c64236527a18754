import type { StepId } from '../document/model.ts';
import type { BoundContact } from './contacts/bind-contact.ts';
import { none, type Memory } from './memory.ts';
import type { EndedEvent } from './program.ts';
import type { ActionCall, Escalated, Result, UnknownTrigger, Violation } from './result.ts';
import type { RunEnd, TraceEvent } from './trace.ts';
import { unknownTriggers } from './triggers.ts';

/** What came of a run that has ended. */
export function resultOf(memory: Memory): Result {
  const { ended } = memory;
  if (ended === undefined) throw new Error('a result was asked of a run that has not ended');
  if (memory.trace !== undefined) return new TracedResult(memory, ended, memory.trace.items());
  return {
    id: memory.contact.id,
    ended: ended.ended,
    outcome: ended.outcome,
    reason: ended.reason,
    path: memory.path === undefined ? none : memory.path.items(),
    actions: memory.actions,
    escalation: memory.escalation,
    violations: memory.violations,
    unknown: ended.unknown,
    unknownTriggers: unknownTriggers(memory),
    trace: none,
  };
}

/**
 * A result whose trace is put together when it is asked for, since what a trace opens with belongs to the contact.
 * The fields are declared, not defined: a definition would write each of them twice for every contact of a batch.
 */
class TracedResult implements Result {
  declare readonly id: string;
  declare readonly ended: RunEnd;
  declare readonly outcome: string;
  declare readonly reason: string;
  declare readonly path: readonly StepId[];
  declare readonly actions: readonly ActionCall[];
  declare readonly escalation: Escalated | undefined;
  declare readonly violations: readonly Violation[];
  declare readonly unknown: readonly string[];
  declare readonly unknownTriggers: readonly UnknownTrigger[];
  declare private readonly contact: BoundContact;
  declare private readonly recorded: readonly TraceEvent[];

  constructor(memory: Memory, ended: EndedEvent, recorded: readonly TraceEvent[]) {
    this.id = memory.contact.id;
    this.ended = ended.ended;
    this.outcome = ended.outcome;
    this.reason = ended.reason;
    this.path = memory.path === undefined ? none : memory.path.items();
    this.actions = memory.actions;
    this.escalation = memory.escalation;
    this.violations = memory.violations;
    this.unknown = ended.unknown;
    this.unknownTriggers = unknownTriggers(memory);
    this.contact = memory.contact;
    this.recorded = recorded;
  }

  get trace(): readonly TraceEvent[] {
    return [...this.contact.opening, ...this.recorded];
  }
}

/** The same as plain data, its trace included, for whoever keeps, copies or posts it. */
export function plainResult(result: Result): Result {
  const {
    id,
    ended,
    outcome,
    reason,
    path,
    actions,
    escalation,
    violations,
    unknown,
    unknownTriggers,
    trace,
  } = result;
  return {
    id,
    ended,
    outcome,
    reason,
    path,
    actions,
    escalation,
    violations,
    unknown,
    unknownTriggers,
    trace,
  };
}
