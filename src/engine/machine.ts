import type { Frame } from '../condition/compile.ts';
import { explainExpression } from '../condition/explain.ts';
import { describeOutcome } from '../condition/sentence.ts';
import { EvaluationError, type Outcome, type Value } from '../condition/value.ts';
import type { StepId } from '../document/model.ts';
import type { BoundContact, BoundTurn, Write } from './contacts/bind-contact.ts';
import {
  nowhere,
  pending,
  type ActionWork,
  type CompiledGuardrail,
  type CompiledStep,
  type Condition,
  type DecisionWork,
  type EndedEvent,
  type EscalationWork,
  type Program,
  type QuestionWork,
  type Readers,
} from './program.ts';
import type { ActionCall, Escalated, Result, UnknownTrigger, Violation } from './result.ts';
import { brokenRules, holds, renderText, saidEvent, type TextViolation } from './texts.ts';
import type { GuardrailCheck, RunEnd, TraceEvent } from './trace.ts';
import { unknownFacts } from './unknown-facts.ts';

/** A run that enters more steps than this goes round in circles. */
export const stepLimit = 500;

/** In place of the next step: a question waits for the customer. */
export const awaiting = -2;
/** In place of the next step: nothing follows. */
export const finished = -3;

/** Everything that a run hangs on. A machine owns its state's lists while it works; once captured they are frozen by convention. */
export interface MachineState {
  readonly slots: Outcome[];
  /** By slot: when it was last written, counted in writes that happened together. Empty when nothing asks. */
  readonly stamps: number[];
  readonly clock: number;
  /** By step. Empty when nothing asks. */
  readonly visits: number[];
  /** By trigger: whether an input was written since it was evaluated. */
  readonly dirty: boolean[];
  readonly anyDirty: boolean;
  /** By trigger: whether it was unknown when it was last evaluated. */
  readonly undecided: boolean[];
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

const none: readonly never[] = [];

/**
 * The one interpreter. The stepper captures its state after every visit, the batch runner lets it run through; so
 * they cannot disagree. It is the only thing in the engine that changes in place, and never leaves it.
 */
export class Machine implements Frame {
  slots: Outcome[] = [];
  next = finished;
  /** Events are recorded here, if anywhere. */
  trace: TraceEvent[] | undefined;
  path: StepId[] | undefined;

  private stamps: number[] = [];
  private clock = 0;
  private counts: number[] = [];
  private dirty: boolean[] = [];
  private anyDirty = false;
  private undecided: boolean[] = [];
  private disclosed: boolean[] = [];
  private entered = 0;
  private at = nowhere;
  private asked = 0;
  private turns = 0;
  private used = 0;
  private fired = nowhere;
  private actions: readonly ActionCall[] = none;
  private violations: readonly Violation[] = none;
  private escalation: Escalated | undefined;
  private ended: EndedEvent | undefined;

  constructor(
    private readonly program: Program,
    private contact: BoundContact,
  ) {}

  /** Puts the machine at the beginning of a contact. Its lists are used again from one contact to the next. */
  begin(contact: BoundContact): void {
    const { program } = this;
    this.contact = contact;
    const given = contact.slots;
    const { slots, dirty, undecided, disclosed } = this;
    for (let slot = 0; slot < given.length; slot++) slots[slot] = given[slot];
    for (let index = 0; index < program.triggers.length; index++) {
      dirty[index] = true;
      undecided[index] = false;
    }
    for (let index = 0; index < program.disclosures.length; index++) disclosed[index] = false;
    if (program.confirms) for (let slot = 0; slot < given.length; slot++) this.stamps[slot] = 0;
    if (program.countsVisits)
      for (let index = 0; index < program.steps.length; index++) this.counts[index] = 0;
    this.anyDirty = program.triggers.length > 0;
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
    if (this.trace !== undefined) for (const event of contact.opening) this.trace.push(event);
    this.next =
      contact.outOfScope === undefined ? program.start : this.end('out-of-scope', contact.outOfScope, none);
  }

  /** Takes up a captured state; the state itself stays as it is. */
  resume(state: MachineState): void {
    this.slots = state.slots.slice();
    this.stamps = state.stamps.slice();
    this.clock = state.clock;
    this.counts = state.visits.slice();
    this.dirty = state.dirty.slice();
    this.anyDirty = state.anyDirty;
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

  /** Hands the state over; the machine must not be used afterwards. */
  capture(): MachineState {
    return {
      slots: this.slots,
      stamps: this.stamps,
      clock: this.clock,
      visits: this.counts,
      dirty: this.dirty,
      anyDirty: this.anyDirty,
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

  /** Runs to the end on the contact's own turns; a question that none of them answers leaves the run stuck. */
  runThrough(): void {
    while (this.next !== finished) {
      if (this.next !== awaiting) this.next = this.visit(this.next);
      else if (!this.takeNextTurn()) this.next = this.leaveUnanswered();
    }
  }

  /** The contact's next turn; false when it has none left. */
  takeNextTurn(): boolean {
    const turn = this.contact.turns[this.used];
    if (turn === undefined) return false;
    this.used++;
    this.takeTurn(turn);
    return true;
  }

  takeTurn(turn: BoundTurn): void {
    const step = this.stepAt(this.at);
    if (this.trace !== undefined) this.trace.push({ type: 'turn', text: turn.text, index: this.turns });
    this.turns++;
    this.clock++;
    for (const write of turn.writes) this.write(write);
    this.writeSlot(this.program.context.turns, this.turns);
    if (this.anyDirty) {
      const to = this.evaluateTriggers(step);
      if (to !== nowhere) {
        this.next = to;
        return;
      }
    }
    this.next = this.afterTurn(step, step.work as QuestionWork);
  }

  /** A person sets a fact, or makes it unknown. */
  setFact(write: Write): void {
    this.clock++;
    this.write(write);
  }

  /** Whether the question that waits has been answered meanwhile. */
  get answered(): boolean {
    return this.next === awaiting && this.knows(this.stepAt(this.at).work as QuestionWork);
  }

  /** Passes the question that waits without a turn. */
  passQuestion(): void {
    const step = this.stepAt(this.at);
    this.next = this.leave(step, (step.work as QuestionWork).next);
  }

  derived(slot: number): Outcome {
    const known = this.slots[slot];
    if (known !== pending) return known;
    const condition = this.program.derived[slot];
    const value = condition === undefined ? undefined : condition.evaluate(this);
    this.slots[slot] = value;
    return value;
  }

  visits(stepId: string): number {
    const index = this.program.stepIndex.get(stepId);
    return index === undefined ? 0 : (this.counts[index] ?? 0);
  }

  result(): Result {
    const { ended } = this;
    if (ended === undefined) throw new Error('a result was asked of a run that has not ended');
    return {
      id: this.contact.contact.id,
      ended: ended.ended,
      outcome: ended.outcome,
      reason: ended.reason,
      path: this.path ?? none,
      actions: this.actions,
      escalation: this.escalation,
      violations: this.violations,
      unknown: ended.unknown,
      unknownTriggers: this.unknownTriggers(),
      trace: this.trace ?? none,
    };
  }

  /** Enters a step and does what it says. Yields the step to enter next, `awaiting` or `finished`. */
  visit(index: number): number {
    if (this.entered >= stepLimit) {
      return this.end('looping', `The run entered ${stepLimit} steps and came to no end.`, none);
    }
    const step = this.stepAt(index);
    this.at = index;
    this.entered++;
    if (this.trace !== undefined) this.trace.push(step.entered);
    if (this.path !== undefined) this.path.push(step.id);
    if (this.program.countsVisits) {
      this.counts[index] = (this.counts[index] ?? 0) + 1;
      if (step.visitReaders !== undefined) this.touch(step.visitReaders);
    }
    if (this.anyDirty && step.triggersFire) {
      const to = this.evaluateTriggers(step);
      if (to !== nowhere) return to;
    }
    const { work } = step;
    if (work.kind === 'decision' && step.before.length === 0) return this.decide(step, work);
    if (work.kind !== 'action' && !this.checkBefore(step, none)) return finished;
    switch (work.kind) {
      case 'decision':
        return this.decide(step, work);
      case 'message':
        if (!this.sayAll(step, work.says)) return finished;
        if (this.trace !== undefined && work.instruct !== undefined) {
          this.trace.push({ type: 'instructed', step: step.id, text: renderText(work.instruct, this) });
        }
        return this.leave(step, work.next);
      case 'question':
        if (!this.sayAll(step, work.discloses)) return finished;
        if (this.knows(work)) return this.leave(step, work.next);
        this.asked = 0;
        return this.ask(step, work);
      case 'action':
        return this.call(step, work);
      case 'escalation':
        return this.escalate(step, work);
      case 'end':
        if (!this.sayAll(step, work.says) || !this.checkAlwaysSaid(step)) return finished;
        return this.endWith(work.ended);
    }
  }

  private decide(step: CompiledStep, work: DecisionWork): number {
    const { conditions } = work;
    for (let index = 0; index < conditions.length; index++) {
      const outcome = (conditions[index] as DecisionWork['conditions'][number])(this);
      if (outcome === false) continue;
      const branch = work.branches[index] as DecisionWork['branches'][number];
      if (outcome === true) {
        if (this.trace !== undefined) this.trace.push(branch.taken);
        return branch.next === nowhere ? this.leave(step, nowhere) : branch.next;
      }
      if (this.trace !== undefined) this.trace.push(outcome === undefined ? branch.unknown : branch.error);
      return this.stick(step, branch.condition, outcome);
    }
    if (this.trace !== undefined) this.trace.push(work.otherwiseDecided);
    if (work.otherwise !== nowhere) return work.otherwise;
    return this.end('stuck', `No branch of ${step.id} holds, and it has no otherwise.`, none);
  }

  private stick(step: CompiledStep, condition: Condition, outcome: Outcome, what = step.id): number {
    if (outcome === undefined) {
      const facts = unknownFacts(this.program, condition, this);
      return this.end(
        'stuck',
        `${what} hangs on ${listOf(facts)}, which ${facts.length === 1 ? 'is' : 'are'} unknown.`,
        facts,
      );
    }
    const message =
      outcome instanceof EvaluationError ? outcome.message : 'The condition is neither true nor false.';
    return this.end('stuck', `${what} cannot be decided: ${message}`, none);
  }

  private leave(step: CompiledStep, next: number): number {
    return next === nowhere ? this.end('stuck', `${step.id} leads nowhere.`, none) : next;
  }

  /** The step of the first trigger that fires, `finished` when one has an error, else `nowhere`. */
  private evaluateTriggers(step: CompiledStep): number {
    const { triggers } = this.program;
    this.anyDirty = false;
    for (let index = 0; index < triggers.length; index++) {
      if (this.dirty[index] !== true) continue;
      this.dirty[index] = false;
      const trigger = triggers[index] as Program['triggers'][number];
      const outcome = trigger.condition.evaluate(this);
      if (outcome === false) {
        this.undecided[index] = false;
        continue;
      }
      if (outcome === undefined) {
        this.undecided[index] = true;
        continue;
      }
      this.undecided[index] = false;
      this.anyDirty = true;
      const { stepId, position, category } = trigger;
      if (outcome !== true)
        return this.stick(step, trigger.condition, outcome, `Trigger ${position + 1} of ${stepId}`);
      if (this.trace !== undefined) {
        this.trace.push({ type: 'triggered', step: stepId, from: step.id, index: position, category });
      }
      this.fired = index;
      return trigger.step;
    }
    return nowhere;
  }

  private knows(work: QuestionWork): boolean {
    for (const { slot } of work.collects) if (this.slots[slot] === undefined) return false;
    return true;
  }

  private missing(work: QuestionWork): readonly string[] {
    return work.collects.filter(({ slot }) => this.slots[slot] === undefined).map(({ name }) => name);
  }

  private ask(step: CompiledStep, work: QuestionWork): number {
    this.asked++;
    return this.sayAll(step, work.asks) ? awaiting : finished;
  }

  private afterTurn(step: CompiledStep, work: QuestionWork): number {
    if (this.knows(work)) return this.leave(step, work.next);
    if (this.asked <= work.retries) return this.ask(step, work);
    if (work.giveUp !== nowhere) return work.giveUp;
    const facts = this.missing(work);
    return this.end(
      'stuck',
      `${step.id} asked ${times(this.asked)} and still lacks ${listOf(facts)}.`,
      facts,
    );
  }

  private leaveUnanswered(): number {
    const step = this.stepAt(this.at);
    const facts = this.missing(step.work as QuestionWork);
    return this.end(
      'stuck',
      `${step.id} asks for ${listOf(facts)}, and the customer says nothing more.`,
      facts,
    );
  }

  private call(step: CompiledStep, work: ActionWork): number {
    const entries: (readonly [string, Value])[] = [];
    for (const { name, optional, condition } of work.args) {
      const value = condition.evaluate(this);
      if (value === undefined && optional) continue;
      if (value === undefined || value instanceof EvaluationError) {
        return this.stick(step, condition, value, `${step.id}'s ${name}`);
      }
      entries.push([name, value]);
    }
    if (!this.checkBefore(step, work.inputs)) return finished;
    const args = Object.fromEntries(entries);
    let earlier = 0;
    for (const call of this.actions) if (call.name === work.action) earlier++;
    this.actions = [...this.actions, { step: step.id, name: work.action, args }];
    this.trace?.push({ type: 'called', step: step.id, action: work.action, args });
    const results = this.contact.results.get(work.action) ?? none;
    const result = results[Math.min(earlier, results.length - 1)];
    if (result !== undefined && !result.ok) {
      this.trace?.push({ type: 'failed', step: step.id, action: work.action, error: result.error });
      if (work.onError !== nowhere) return work.onError;
      return this.end(
        'stuck',
        `${work.action} failed (${result.error}), and ${step.id} has no onError.`,
        none,
      );
    }
    this.trace?.push({ type: 'returned', step: step.id, action: work.action });
    if (result !== undefined && result.writes.length > 0) {
      this.clock++;
      for (const write of result.writes) this.write(write);
    }
    return this.leave(step, work.next);
  }

  private escalate(step: CompiledStep, work: EscalationWork): number {
    if (!this.sayAll(step, work.says)) return finished;
    const category = this.program.triggers[this.fired]?.category;
    this.escalation = { step: step.id, queue: work.queue, category };
    if (this.trace !== undefined) {
      const text = work.handoff === undefined ? '' : renderText(work.handoff, this);
      this.trace.push({
        type: 'handed-over',
        step: step.id,
        queue: work.queue,
        priority: work.priority,
        category,
        text,
      });
    }
    const queue = work.queue === undefined ? '' : ` to ${work.queue}`;
    const why = category === undefined ? '' : ` (${category})`;
    return this.end('escalated', `${step.id} hands over${queue}${why}.`, none);
  }

  /** False when a guardrail blocks. */
  private checkBefore(step: CompiledStep, inputs: readonly number[]): boolean {
    for (const index of step.before) {
      const guardrail = this.program.guardrails[index] as CompiledGuardrail;
      if (guardrail.disclose !== undefined) {
        const said = this.disclosed[guardrail.disclose] === true;
        const detail = said ? 'its disclosure was said' : 'its disclosure was not said';
        if (!this.settle(step, guardrail, 'disclose', said, detail)) return false;
      }
      if (
        guardrail.confirm !== undefined &&
        !this.checkCondition(step, guardrail, 'confirm', guardrail.confirm, inputs)
      ) {
        return false;
      }
      if (
        guardrail.require !== undefined &&
        !this.checkCondition(step, guardrail, 'require', guardrail.require, none)
      ) {
        return false;
      }
    }
    return true;
  }

  private checkCondition(
    step: CompiledStep,
    guardrail: CompiledGuardrail,
    check: 'confirm' | 'require',
    condition: Condition,
    inputs: readonly number[],
  ): boolean {
    const outcome = condition.evaluate(this);
    if (outcome === true) {
      const lapsed = inputs.length === 0 ? none : this.writtenAfter(condition.inputs, inputs);
      if (lapsed.length === 0) return this.settle(step, guardrail, check, true, 'holds');
      return this.settle(step, guardrail, check, false, `${listOf(lapsed)} changed after the yes`);
    }
    const facts = outcome === undefined ? unknownFacts(this.program, condition, this) : none;
    const detail = describeOutcome(explainExpression(condition.expression, this));
    const result = outcome === undefined ? 'unknown' : outcome === false ? false : 'error';
    return this.settle(step, guardrail, check, result, detail, facts);
  }

  /** Which of an action's inputs were written after the last write of what a confirmation reads. */
  private writtenAfter(yes: readonly number[], inputs: readonly number[]): readonly string[] {
    if (yes.length === 0) return none;
    let given = 0;
    for (const slot of yes) given = Math.max(given, this.stamps[slot] ?? 0);
    return inputs
      .filter((slot) => (this.stamps[slot] ?? 0) > given)
      .map((slot) => this.program.environment.declarations[slot]?.name ?? '');
  }

  private checkAlwaysSaid(step: CompiledStep): boolean {
    for (const guardrail of this.program.guardrails) {
      if (guardrail.alwaysSay === undefined) continue;
      const said = this.disclosed[guardrail.alwaysSay] === true;
      const detail = said ? 'it was said' : 'it was never said';
      if (!this.settle(step, guardrail, 'alwaysSay', said, detail)) return false;
    }
    return true;
  }

  /** Records what a check came to; false when the guardrail blocks, and the run has ended. */
  private settle(
    step: CompiledStep,
    guardrail: CompiledGuardrail,
    check: GuardrailCheck,
    result: boolean | 'unknown' | 'error',
    detail: string,
    facts: readonly string[] = none,
  ): boolean {
    const { id, severity } = guardrail;
    this.trace?.push({ type: 'checked', step: step.id, guardrail: id, check, result, severity, detail });
    if (result === true) return true;
    this.violations = [...this.violations, { guardrail: id, step: step.id, check, severity, detail }];
    if (severity === 'warn') return true;
    this.end('blocked', `${id} blocks ${step.id}: ${detail}.`, facts);
    return false;
  }

  private sayAll(step: CompiledStep, sayings: readonly number[]): boolean {
    for (const index of sayings) if (!this.say(step, index)) return false;
    return true;
  }

  /** Rules are checked before a text is said: what a blocking one forbids is not said. */
  private say(step: CompiledStep, index: number): boolean {
    const prepared = this.contact.texts.sayings[index];
    if (prepared === undefined) throw new Error(`text ${index} was not prepared`);
    if (prepared.quiet && this.trace === undefined) return true;
    const text = renderText(prepared.text, this);
    const literal = prepared.said !== undefined;
    const { governedBy } = prepared.saying;
    const { guardrails } = this.program;
    const violations: readonly TextViolation[] = literal
      ? prepared.violations
      : brokenRules(guardrails, governedBy, text, prepared.language);
    for (const { guardrail, check, detail } of violations) {
      if (!this.settle(step, guardrails[guardrail] as CompiledGuardrail, check, false, detail)) return false;
    }
    for (const disclosure of prepared.discloses) this.disclosed[disclosure] = true;
    const wordings = this.contact.texts.disclosures;
    for (let each = 0; each < wordings.length; each++) {
      const wording = wordings[each];
      if (
        wording === undefined ||
        this.disclosed[each] === true ||
        (literal && wording.literal !== undefined)
      )
        continue;
      if (holds(text, renderText(wording, this))) this.disclosed[each] = true;
    }
    this.trace?.push(prepared.said ?? saidEvent(prepared.saying, text));
    return true;
  }

  private write({ slot, value, event }: Write): void {
    this.writeSlot(slot, value);
    if (this.trace !== undefined) this.trace.push(event);
  }

  private writeSlot(slot: number, value: Value | undefined): void {
    this.slots[slot] = value;
    if (this.program.confirms) this.stamps[slot] = this.clock;
    const readers = this.program.readers[slot];
    if (readers !== undefined) this.touch(readers);
  }

  private touch(readers: Readers): void {
    for (const slot of readers.derived) this.slots[slot] = pending;
    for (const trigger of readers.triggers) {
      this.dirty[trigger] = true;
      this.anyDirty = true;
    }
  }

  private unknownTriggers(): readonly UnknownTrigger[] {
    let found: UnknownTrigger[] | undefined;
    const { triggers } = this.program;
    for (let index = 0; index < triggers.length; index++) {
      if (this.undecided[index] !== true) continue;
      const { stepId, position, condition } = triggers[index] as Program['triggers'][number];
      found ??= [];
      found.push({ step: stepId, position, facts: unknownFacts(this.program, condition, this) });
    }
    return found ?? none;
  }

  private end(ended: Exclude<RunEnd, 'end'>, reason: string, unknown: readonly string[]): number {
    const step = this.at === nowhere ? undefined : this.stepAt(this.at).id;
    return this.endWith({ type: 'ended', step, ended, outcome: ended, reason, unknown });
  }

  private endWith(event: EndedEvent): number {
    this.ended = event;
    if (this.trace !== undefined) this.trace.push(event);
    this.next = finished;
    return finished;
  }

  private stepAt(index: number): CompiledStep {
    const step = this.program.steps[index];
    if (step === undefined) throw new Error(`there is no step ${index}`);
    return step;
  }
}

function listOf(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? 'nothing';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
