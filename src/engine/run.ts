import type { Outcome } from '../condition/value.ts';
import type { StepId } from '../document/model.ts';
import type { Contact } from './contact.ts';
import { bindContact, type BoundContact } from './contacts/bind-contact.ts';
import { Log } from './log.ts';
import { awaiting, finished, Memory, type RunState } from './memory.ts';
import type { CompiledStep, Program } from './program.ts';
import { plainResult, resultOf } from './result-of.ts';
import type { Result } from './result.ts';
import type { TraceEvent } from './trace.ts';

/**
 * A run under way. A value: nothing changes it, so keeping it is keeping the position, and going back to it is exact.
 */
export interface Run {
  readonly contact: BoundContact;
  /** `waiting`: a question is open and the contact has no turn left; somebody has to answer. */
  readonly status: 'running' | 'waiting' | 'ended';
  /** The step that it stands at: the one entered last. Undefined before the first. */
  readonly step: StepId | undefined;
  /** The step that the next advance enters, where that is known already. */
  readonly next: StepId | undefined;
  readonly asking: Asking | undefined;
  /** Everything so far. An event may stand in several traces, and more than once in one: tell events by their index. */
  readonly trace: readonly TraceEvent[];
  /** By slot of the program's environment; derived names are not among them. Read facts with `factsOf`. */
  readonly facts: readonly Outcome[];
  /** What came of it, once it has ended. */
  readonly result: Result | undefined;
  /** Of a run that is stuck or blocked: the run before its last step, from where another fact may lead elsewhere. */
  readonly retry: Run | undefined;
  /** Not for callers. */
  readonly state: RunState;
}

/** A question that waits for the customer's turn. */
export interface Asking {
  readonly step: StepId;
  /** Facts that it still lacks. */
  readonly facts: readonly string[];
}

/** A contact may be bound beforehand, when it is run more than once. */
export function startRun(program: Program, contact: Contact | BoundContact): Run {
  const bound = 'slots' in contact ? contact : bindContact(program, contact);
  const memory = new Memory(program, bound);
  memory.trace = new Log();
  memory.begin(bound);
  return captureRun(program, bound, memory, undefined);
}

/** The memory is used up by this. `before` is the run that it was resumed from. */
export function captureRun(
  program: Program,
  contact: BoundContact,
  memory: Memory,
  before: Run | undefined,
): Run {
  const trace = [...(before?.trace ?? contact.opening), ...(memory.trace?.items() ?? [])];
  const result =
    memory.next === finished ? { ...plainResult(resultOf(memory)), path: pathOf(trace), trace } : undefined;
  const state = memory.capture();
  const at = program.steps[state.at];
  const asking = state.next === awaiting && at !== undefined ? askingOf(at, state) : undefined;
  return {
    contact,
    status: statusOf(contact, state, asking),
    step: at?.id,
    next: program.steps[state.next]?.id,
    asking,
    trace,
    facts: state.slots,
    result,
    retry: result?.ended === 'stuck' || result?.ended === 'blocked' ? before : undefined,
    state,
  };
}

function statusOf(contact: BoundContact, state: RunState, asking: Asking | undefined): Run['status'] {
  if (state.next === finished) return 'ended';
  const open = asking !== undefined && asking.facts.length > 0;
  return open && state.used >= contact.turns.length ? 'waiting' : 'running';
}

function askingOf(step: CompiledStep, state: RunState): Asking | undefined {
  if (step.work.kind !== 'question') return undefined;
  const facts = step.work.collects
    .filter(({ slot }) => state.slots[slot] === undefined)
    .map(({ name }) => name);
  return { step: step.id, facts };
}

export function pathOf(trace: readonly TraceEvent[]): StepId[] {
  return trace.flatMap((event) => (event.type === 'entered' ? [event.step] : []));
}

/** The known facts of a run, by name. */
export function factsOf(program: Program, run: Run): ReadonlyMap<string, Outcome> {
  const facts = new Map<string, Outcome>();
  for (const { role, name, slot } of program.environment.declarations) {
    const value = run.facts[slot];
    if (role === 'fact' && value !== undefined) facts.set(name, value);
  }
  return facts;
}
