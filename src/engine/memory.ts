import type { Frame } from '../condition/compile.ts';
import type { Outcome, Value } from '../condition/value.ts';
import type { StepId } from '../document/model.ts';
import type { BoundContact, Write } from './contacts/bind-contact.ts';
import { nowhere, type CompiledStep, type EndedEvent, type Program, type Readers } from './program.ts';
import type { Log } from './log.ts';
import type { ActionCall, Escalated, Violation } from './result.ts';
import type { RunEnd, TraceEvent } from './trace.ts';

/** In place of the next step: a question waits for the customer. */
export const awaiting = -2;
/** In place of the next step: nothing follows. */
export const finished = -3;

/** A derived name that has not been computed since one of its inputs was written. */
const pending: Outcome = Object.freeze({ pending: true });

type UndecidedTriggers = (readonly string[] | undefined)[];

/** Everything that a run hangs on. Its lists belong to the memory that works on them; once captured they no longer change. */
export interface RunState {
  /** By slot; of derived names it holds nothing. */
  readonly slots: readonly Outcome[];
  /** By slot: derived names computed so far. */
  readonly computed: Outcome[];
  /** By slot: when it was last written, counted in writes that happened together. Empty when nothing asks. */
  readonly stamps: number[];
  readonly clock: number;
  /** By step. Empty when nothing asks. */
  readonly visits: number[];
  /** By trigger: whether an input was written since it was evaluated. */
  readonly dirty: boolean[];
  readonly anyDirty: boolean;
  readonly allDirty: boolean;
  /** By trigger: the facts that it lacked when it was last evaluated, if it was unknown then. */
  readonly undecided: UndecidedTriggers;
  /** By disclosure: whether it has been said. */
  readonly disclosed: boolean[];
  readonly entered: number;
  /** The step entered last; `nowhere` at first. */
  readonly at: number;
  /** The step to enter next, or `awaiting`, or `finished`. */
  readonly next: number;
  /** How often the present question was asked. */
  readonly asked: number;
  readonly turns: number;
  /** Turns of the contact that were used. */
  readonly used: number;
  /** The trigger that led to the step to enter next. */
  readonly fired: number;
  readonly actions: readonly ActionCall[];
  readonly violations: readonly Violation[];
  readonly escalation: Escalated | undefined;
  readonly ended: EndedEvent | undefined;
}

export const none: readonly never[] = [];

/**
 * What a run remembers while it works. It is the only thing in the engine that changes in place, and it never leaves
 * the engine: a run captures it after every step, the batch runner uses one for all its contacts.
 */
export class Memory implements Frame {
  /** Shared with the contact or with a captured state until something is written. */
  slots: readonly Outcome[] = [];
  disclosed: boolean[] = [];
  dirty: boolean[] = [];
  anyDirty = false;
  /** No trigger has been evaluated yet: `dirty` and `undecided` say nothing. */
  allDirty = false;
  undecided: UndecidedTriggers = [];
  entered = 0;
  at = nowhere;
  next = finished;
  asked = 0;
  turns = 0;
  used = 0;
  fired = nowhere;
  actions: readonly ActionCall[] = none;
  violations: readonly Violation[] = none;
  escalation: Escalated | undefined;
  ended: EndedEvent | undefined;
  /** Events are recorded here, if anywhere; those that a contact's trace opens with are not repeated. */
  trace: Log<TraceEvent> | undefined;
  path: Log<StepId> | undefined;

  private ownsSlots = false;
  private computed: Outcome[] = [];
  private stamps: number[] = [];
  private clock = 0;
  private counts: number[] = [];

  constructor(
    readonly program: Program,
    public contact: BoundContact,
  ) {
    if (program.confirms) this.stamps = program.initial.map(() => 0);
    if (program.countsVisits) this.counts = program.steps.map(() => 0);
    this.computed = program.initial.map(() => undefined);
    this.dirty = program.triggers.map(() => false);
    this.undecided = program.triggers.map(() => undefined);
    this.disclosed = program.disclosures.map(() => false);
  }

  /** Goes to the beginning of a contact. Its lists are used again from one contact to the next. */
  begin(contact: BoundContact): void {
    const { program } = this;
    this.contact = contact;
    this.slots = contact.slots;
    this.ownsSlots = false;
    for (const slot of program.derivedSlots) this.computed[slot] = pending;
    this.disclosed.fill(false);
    if (program.confirms) this.stamps.fill(0);
    if (program.countsVisits) this.counts.fill(0);
    this.anyDirty = this.allDirty = program.triggers.length > 0;
    this.clock = 0;
    this.entered = 0;
    this.at = nowhere;
    this.asked = 0;
    this.turns = 0;
    this.used = 0;
    this.fired = nowhere;
    this.actions = none;
    this.violations = none;
    this.escalation = undefined;
    this.ended = undefined;
    this.path?.clear();
    this.trace?.clear();
    this.next =
      contact.outOfScope === undefined ? program.start : this.end('out-of-scope', contact.outOfScope, none);
  }

  /** Takes up a captured state; the state itself stays as it is. */
  resume(state: RunState): void {
    this.slots = state.slots;
    this.ownsSlots = false;
    this.computed = state.computed.slice();
    this.stamps = state.stamps.slice();
    this.clock = state.clock;
    this.counts = state.visits.slice();
    this.dirty = state.dirty.slice();
    this.anyDirty = state.anyDirty;
    this.allDirty = state.allDirty;
    this.undecided = state.undecided.slice();
    this.disclosed = state.disclosed.slice();
    this.entered = state.entered;
    this.at = state.at;
    this.next = state.next;
    this.asked = state.asked;
    this.turns = state.turns;
    this.used = state.used;
    this.fired = state.fired;
    this.actions = state.actions;
    this.violations = state.violations;
    this.escalation = state.escalation;
    this.ended = state.ended;
  }

  /** Hands the state over; the memory must not be used afterwards. */
  capture(): RunState {
    return {
      slots: this.slots,
      computed: this.computed,
      stamps: this.stamps,
      clock: this.clock,
      visits: this.counts,
      dirty: this.dirty,
      anyDirty: this.anyDirty,
      allDirty: this.allDirty,
      undecided: this.undecided,
      disclosed: this.disclosed,
      entered: this.entered,
      at: this.at,
      next: this.next,
      asked: this.asked,
      turns: this.turns,
      used: this.used,
      fired: this.fired,
      actions: this.actions,
      violations: this.violations,
      escalation: this.escalation,
      ended: this.ended,
    };
  }

  derived(slot: number): Outcome {
    const known = this.computed[slot];
    if (known !== pending) return known;
    const condition = this.program.derived[slot];
    const value = condition === undefined ? undefined : condition.evaluate(this);
    this.computed[slot] = value;
    return value;
  }

  /** What is written from now on is written later than what was. */
  tick(): void {
    this.clock++;
  }

  stampOf(slot: number): number {
    return this.stamps[slot] ?? 0;
  }

  countVisit(step: CompiledStep): void {
    this.counts[step.index] = (this.counts[step.index] ?? 0) + 1;
    if (step.visitReaders !== undefined) this.touch(step.visitReaders);
  }

  visits(stepId: string): number {
    const index = this.program.stepIndex.get(stepId);
    return index === undefined ? 0 : (this.counts[index] ?? 0);
  }

  write({ slot, value, event }: Write): void {
    this.writeSlot(slot, value);
    if (this.trace !== undefined) this.trace.push(event);
  }

  writeSlot(slot: number, value: Value | undefined): void {
    if (!this.ownsSlots) {
      this.slots = this.slots.slice();
      this.ownsSlots = true;
    }
    (this.slots as Outcome[])[slot] = value;
    if (this.program.confirms) this.stamps[slot] = this.clock;
    const readers = this.program.readers[slot];
    if (readers !== undefined) this.touch(readers);
  }

  /** Writes a value that was known since the moment `stamp`. */
  writeAt(stamp: number, slot: number, fact: string, value: Value | undefined): void {
    this.writeSlot(slot, value);
    if (this.program.confirms) this.stamps[slot] = stamp;
    if (this.trace !== undefined) this.trace.push({ type: 'set', fact, value, by: 'procedure' });
  }

  /** Triggers that come to be in force are evaluated whatever was written. */
  wake(triggers: readonly number[]): void {
    for (const trigger of triggers) this.dirty[trigger] = true;
    this.anyDirty ||= triggers.length > 0;
  }

  private touch(readers: Readers): void {
    for (const slot of readers.derived) this.computed[slot] = pending;
    for (const trigger of readers.triggers) {
      this.dirty[trigger] = true;
      this.anyDirty = true;
    }
  }

  /** Ends the run; yields `finished`. */
  end(ended: Exclude<RunEnd, 'end'>, reason: string, unknown: readonly string[]): number {
    const step = this.at === nowhere ? undefined : this.stepAt(this.at).id;
    return this.endWith({ type: 'ended', step, ended, outcome: ended, reason, unknown });
  }

  endWith(event: EndedEvent): number {
    this.ended = event;
    if (this.trace !== undefined) this.trace.push(event);
    this.next = finished;
    return finished;
  }

  stepAt(index: number): CompiledStep {
    const step = this.program.steps[index];
    if (step === undefined) throw new Error(`there is no step ${index}`);
    return step;
  }
}
