import type {
  CompiledGuardrail,
  CompiledStep,
  Condition,
  Program,
  QuestionWork,
  Returned,
} from '../program.ts';
import type { Obligation } from './obligation.ts';
import { originsOf, type Origins } from './origins.ts';
import { askedAbout, conditionsOf, interestsOf, mayFail, neededFor, type Interests } from './reads.ts';
import { splitCondition, type Part } from './split-condition.ts';
import type { SpokenTexts } from './spoken.ts';
import {
  atStart,
  type Act,
  type Demand,
  type Moment,
  type SlotState,
  type Walk,
  type Wanted,
  type Written,
} from './walk.ts';
import type { Way } from './ways.ts';

const none: readonly never[] = [];
const nothing: ReadonlySet<number> = new Set();
const unasked: SlotState = { version: 0, status: 'unknown', home: atStart, stamp: 0 };
const free: SlotState = { version: 0, status: 'open', home: atStart, stamp: 0 };

/**
 * Walks a program from step to step on paper, for an obligation and the words of one locale. Each step forward yields
 * every walk that a contact's possible knowledge tells apart; none where no contact can go that way, or where another
 * guardrail would stop it.
 */
export class Walker {
  private readonly origins: Origins;
  private readonly interests: Interests;
  /** Some decision looks at the number of turns: whether a question is asked makes a difference. */
  private readonly turnsDecide: boolean;

  constructor(
    private readonly program: Program,
    private readonly obligation: Obligation,
    private readonly spoken: SpokenTexts,
  ) {
    this.origins = originsOf(program);
    this.interests = interestsOf(program);
    const triggers = new Set(program.triggers.map(({ condition }) => condition));
    this.turnsDecide = conditionsOf(program).some(
      (condition) => !triggers.has(condition) && condition.inputs.includes(program.context.turns),
    );
  }

  start(): Walk {
    const step = this.program.start;
    return {
      step,
      before: undefined,
      way: undefined,
      length: 1,
      clock: 0,
      slots: new Map(),
      visits: this.countVisit(new Map(), step),
      turns: 0,
      said: nothing,
      perhapsSaid: nothing,
      demands: undefined,
      acts: undefined,
      actCount: 0,
      forced: undefined,
      turnsBefore: none,
    };
  }

  state(moment: Moment, slot: number): SlotState {
    return moment.slots.get(slot) ?? (this.origins.asked.has(slot) ? unasked : free);
  }

  /** The walks that go on along a way out of the step where a walk stands. */
  go(walk: Walk, way: Way): readonly Walk[] {
    const step = this.stepOf(walk);
    const from = { ...walk, turnsBefore: none };
    const left =
      way.slot === 'trigger' && !way.afterTurn
        ? this.read(from, this.triggerCondition(way), 'true')
        : this.work(from, step, way);
    return left.map((each) => ({
      ...each,
      step: way.to,
      way,
      before: walk,
      length: walk.length + 1,
      visits: this.countVisit(each.visits, way.to),
    }));
  }

  /** The walks on which the obligation is not kept at the step where a walk stands. */
  conclude(walk: Walk): readonly Walk[] {
    const step = this.stepOf(walk);
    const { guardrail, check, failure } = this.obligation;
    let walks: readonly Walk[] = [walk];
    if (step.work.kind === 'action') walks = this.readArguments(walks, step);
    if (check === 'alwaysSay') {
      for (const other of this.program.guardrails) {
        if (other === guardrail) break;
        if (other.severity !== 'block' || other.alwaysSay === undefined || other.scope !== step.scope)
          continue;
        const wanted = other.alwaysSay;
        walks = walks.filter((each) => this.heard(this.spokenAt(each, step, 'always'), wanted));
      }
      walks = walks.flatMap((each) => this.passGuardrails(each, step.before));
      walks = walks.map((each) => this.spokenAt(each, step, 'always'));
    } else {
      const earlier = step.before.slice(0, step.before.indexOf(guardrail.index));
      walks = walks.flatMap((each) => this.passGuardrails(each, earlier));
      const own = guardrail.severity === 'block' ? this.earlierChecks(guardrail) : none;
      walks = own.reduce((some, pass) => some.flatMap(pass), walks);
    }
    switch (failure.kind) {
      case 'unsaid':
        return walks.filter((each) => !each.said.has(failure.disclosure));
      case 'not-true':
        return walks.flatMap((each) => this.fail(each, failure));
      case 'lapsed':
        return walks.flatMap((each) => this.lapse(each, step, failure.condition));
    }
  }

  /** What the same guardrail checks before the check in question. */
  private earlierChecks(guardrail: CompiledGuardrail): readonly ((walk: Walk) => readonly Walk[])[] {
    const { check } = this.obligation;
    const { disclose, confirm } = guardrail;
    const passes: ((walk: Walk) => readonly Walk[])[] = [];
    if (check !== 'disclose' && disclose !== undefined) {
      passes.push((walk) => (this.heard(walk, disclose) ? [walk] : []));
    }
    if (check === 'require' && confirm !== undefined) passes.push((walk) => this.read(walk, confirm, 'true'));
    return passes;
  }

  private heard(walk: Walk, disclosure: number): boolean {
    return walk.said.has(disclosure) || walk.perhapsSaid.has(disclosure);
  }

  /** The condition comes to the opposite, or is unknown for want of one of its facts. */
  private fail(walk: Walk, { condition, holds }: Part): readonly Walk[] {
    const otherwise = holds ? 'not-true' : 'not-false';
    const unknown = condition.inputs.flatMap((slot): readonly Walk[] => {
      const state = this.state(walk, slot);
      if (state.status === 'known' || slot === this.program.context.turns) return none;
      const without = this.set(walk, slot, { ...state, status: 'unknown' });
      return [this.demand(without, condition, otherwise)];
    });
    const failed = this.read(walk, condition, holds ? 'false' : 'true');
    const sure = condition.inputs.some((slot) => this.state(walk, slot).status === 'unknown');
    const all = sure ? [...unknown, ...failed] : [...failed, ...unknown];
    return mayFail(this.program, condition.expression) && condition.inputs.length > 0
      ? [...all, ...this.know(walk, condition, otherwise)]
      : all;
  }

  /** The yes was given, and something that the action's input hangs on was written later. */
  private lapse(walk: Walk, step: CompiledStep, condition: Condition): readonly Walk[] {
    const inputs = step.work.kind === 'action' ? step.work.inputs : none;
    return this.read(walk, condition, 'true').flatMap((each) => {
      const given = Math.max(0, ...condition.inputs.map((slot) => this.stamp(each, slot)));
      const later = inputs.filter((slot) => this.stamp(each, slot) > given);
      return later.map((slot): Walk => {
        const state = this.state(each, slot);
        const written = slot === this.program.context.turns ? [] : [{ slot, version: state.version }];
        const known = written.length === 0 ? each : this.set(each, slot, { ...state, status: 'known' });
        return { ...known, forced: written.reduce((chain, item) => ({ item, before: chain }), each.forced) };
      });
    });
  }

  private stamp(walk: Walk, slot: number): number {
    if (slot === this.program.context.turns) return walk.turns === 0 ? 0 : this.state(walk, slot).stamp;
    const state = this.state(walk, slot);
    return state.status === 'unknown' ? 0 : state.stamp;
  }

  private work(walk: Walk, step: CompiledStep, way: Way): readonly Walk[] {
    const { work } = step;
    switch (work.kind) {
      case 'decision': {
        const passed = this.passGuardrails(walk, step.before);
        const until = way.slot === 'branch' ? way.index : work.branches.length;
        let walks = passed;
        for (const { condition } of work.branches.slice(0, until)) {
          walks = walks.flatMap((each) => this.read(each, condition, 'false'));
        }
        const taken = work.branches[until]?.condition;
        return taken === undefined ? walks : walks.flatMap((each) => this.read(each, taken, 'true'));
      }
      case 'message':
        return this.passGuardrails(walk, step.before).map((each) => this.spokenAt(each, step, 'always'));
      case 'question':
        return this.passGuardrails(walk, step.before)
          .map((each) => this.spokenAt(each, step, 'always'))
          .flatMap((each) => this.ask(each, step, work, way));
      case 'action': {
        const ready = this.readArguments([walk], step);
        const passed = ready.flatMap((each) => this.passGuardrails(each, step.before));
        const ok = way.slot !== 'onError';
        return passed.map((each) => this.returned(each, work.action, ok));
      }
      case 'procedure': {
        const passed = this.passGuardrails(walk, step.before);
        return work.gives.reduce(
          (walks, { slot, condition }) => walks.flatMap((each) => this.define(each, slot, condition)),
          passed,
        );
      }
      case 'return': {
        const spoken = this.spokenAt(walk, step, 'always');
        return work.returns.reduce<readonly Walk[]>(
          (walks, returned) =>
            walks.flatMap((each) => this.define(each, returned.slot, this.conditionOf(returned))),
          [spoken],
        );
      }
      case 'escalation':
      case 'end':
        return none;
    }
  }

  /** Writes a slot with what a condition comes to, as old as what that hangs on. */
  private define(walk: Walk, slot: number, condition: Condition): readonly Walk[] {
    return this.read(walk, condition, 'known', true).map((each) => {
      const needed = [...neededFor(this.program, condition.expression, undefined)];
      const unknown = needed.some((input) => this.state(each, input).status === 'unknown');
      const { version, home } = this.state(each, slot);
      const stamp = Math.max(0, ...condition.inputs.map((input) => this.stamp(each, input)));
      const from = { condition, moment: momentOf(each) };
      return this.set(
        each,
        slot,
        unknown
          ? { version: version + 1, status: 'unknown', home, stamp }
          : { version: version + 1, status: 'known', home, stamp, from },
      );
    });
  }

  private conditionOf({ from, isDerived, inputs, name }: Returned): Condition {
    const declaration = this.program.environment.declarations[from];
    if (declaration === undefined) throw new Error(`there is no slot ${from}`);
    const { type, role } = declaration;
    return {
      source: name,
      expression: { kind: 'name', name, slot: from, role, unit: undefined, type, from: 0, to: 0 },
      evaluate: (frame) => (isDerived ? frame.derived(from) : frame.slots[from]),
      inputs,
      plain: false,
    };
  }

  private ask(walk: Walk, step: CompiledStep, work: QuestionWork, way: Way): readonly Walk[] {
    const missing = work.collects
      .map(({ slot }) => slot)
      .filter((slot) => this.state(walk, slot).status !== 'known');
    const unknown = missing.filter((slot) => this.state(walk, slot).status === 'unknown');
    if (way.slot === 'giveUp') {
      if (missing.length === 0) return none;
      const leave = [missing, ...(missing.length > 1 ? missing.map((slot) => [slot]) : [])];
      return leave.map((left) => {
        let each = this.spokenAt(walk, step, 'when-asked');
        for (const slot of left)
          each = this.set(each, slot, { ...this.state(each, slot), status: 'unknown' });
        each = this.turn(
          each,
          step,
          missing.filter((slot) => !left.includes(slot)),
        );
        for (let again = 0; again < work.retries; again++) each = this.turn(each, step, none);
        return each;
      });
    }
    const asked = (): Walk => this.turn(this.spokenAt(walk, step, 'when-asked'), step, missing);
    if (way.slot === 'trigger') {
      return missing.length === 0 ? none : this.read(asked(), this.triggerCondition(way), 'true');
    }
    const walks: Walk[] = [];
    const returned = unknown.length === 0 && missing.every((slot) => this.state(walk, slot).home !== atStart);
    if (missing.length > 0 && !returned) walks.push(asked());
    if (unknown.length === 0 && (missing.length === 0 || returned || this.mattersUnasked(step, missing))) {
      walks.push(missing.reduce((each, slot) => this.learn(each, slot), walk));
    }
    if (returned && missing.length > 0) walks.push(asked());
    walks.push(...this.inTwoTurns(walk, step, work, missing));
    return walks;
  }

  /** Whether it makes a difference that a question is passed because everything is known. */
  private mattersUnasked(step: CompiledStep, missing: readonly number[]): boolean {
    const { failure } = this.obligation;
    if (this.turnsDecide) return true;
    if (failure.kind === 'unsaid') return this.spoken.says(step.index, failure.disclosure) === 'when-asked';
    return missing.some((slot) => failure.condition.inputs.includes(slot));
  }

  /** The yes first, and then what it was about. */
  private inTwoTurns(
    walk: Walk,
    step: CompiledStep,
    { retries }: QuestionWork,
    missing: readonly number[],
  ): readonly Walk[] {
    const { failure } = this.obligation;
    if (failure.kind !== 'lapsed' || retries < 1) return none;
    const yes = missing.filter((slot) => failure.condition.inputs.includes(slot));
    if (yes.length === 0 || yes.length === missing.length) return none;
    const rest = missing.filter((slot) => !yes.includes(slot));
    const first = this.turn(this.spokenAt(walk, step, 'when-asked'), step, yes);
    return [this.turn(first, step, rest)];
  }

  /** One turn of the customer, which tells these and may tell anew of every signal. */
  private turn(walk: Walk, step: CompiledStep, slots: readonly number[]): Walk {
    const home = walk.actCount;
    const stamp = walk.clock + 1;
    const changed = new Map(walk.slots);
    for (const slot of this.origins.signals) {
      if (!this.interests.slots.has(slot)) continue;
      const state = this.state(walk, slot);
      changed.set(slot, { ...state, version: state.version + 1, home, stamp });
    }
    const sets = slots.map((slot): Written => {
      const { version } = changed.get(slot) ?? this.state(walk, slot);
      changed.set(slot, { version: version + 1, status: 'known', home, stamp });
      return { slot, version: version + 1 };
    });
    const turns = this.program.context.turns;
    changed.set(turns, { version: walk.turns + 1, status: 'known', home, stamp });
    const act: Act = { kind: 'turn', step: step.index, sets };
    const after: Walk = {
      ...walk,
      slots: changed,
      clock: stamp,
      turns: walk.turns + 1,
      acts: { item: act, before: walk.acts },
      actCount: home + 1,
    };
    return { ...after, turnsBefore: [...walk.turnsBefore, after] };
  }

  private returned(walk: Walk, action: string, ok: boolean): Walk {
    const home = walk.actCount;
    const slots = ok ? (this.origins.returned.get(action) ?? none) : none;
    const stamp = walk.clock + 1;
    const changed = new Map(walk.slots);
    for (const slot of slots) {
      const { version, status } = this.state(walk, slot);
      changed.set(slot, {
        version: version + 1,
        status: status === 'unknown' ? 'open' : status,
        home,
        stamp,
      });
    }
    const act: Act = { kind: 'result', action, ok };
    return {
      ...walk,
      slots: slots.length === 0 ? walk.slots : changed,
      clock: slots.length === 0 ? walk.clock : stamp,
      acts: { item: act, before: walk.acts },
      actCount: home + 1,
    };
  }

  /** What the guardrails before a step ask, as far as they would stop the run. */
  private passGuardrails(walk: Walk, indices: readonly number[]): readonly Walk[] {
    let walks: readonly Walk[] = [walk];
    for (const index of indices) {
      const { severity, disclose, confirm, require } = this.program.guardrails[index] as CompiledGuardrail;
      if (severity !== 'block') continue;
      if (disclose !== undefined) walks = walks.filter((each) => this.heard(each, disclose));
      for (const condition of [confirm, require]) {
        if (condition !== undefined) walks = walks.flatMap((each) => this.read(each, condition, 'true'));
      }
    }
    return walks;
  }

  private readArguments(walks: readonly Walk[], { work }: CompiledStep): readonly Walk[] {
    if (work.kind !== 'action') return walks;
    return work.args.reduce(
      (some, { optional, condition }) =>
        optional || condition.inputs.length === 0
          ? some
          : some.flatMap((each) => this.read(each, condition, 'known')),
      walks,
    );
  }

  private spokenAt(walk: Walk, step: CompiledStep, when: 'always' | 'when-asked'): Walk {
    let { said, perhapsSaid } = walk;
    for (let disclosure = 0; disclosure < this.program.disclosures.length; disclosure++) {
      if (said.has(disclosure)) continue;
      const spoken = this.spoken.says(step.index, disclosure);
      if (spoken === when || (spoken === 'perhaps' && this.completes(walk, step, disclosure))) {
        said = new Set(said).add(disclosure);
      } else if (spoken === 'perhaps' && !perhapsSaid.has(disclosure)) {
        perhapsSaid = new Set(perhapsSaid).add(disclosure);
      }
    }
    return said === walk.said && perhapsSaid === walk.perhapsSaid ? walk : { ...walk, said, perhapsSaid };
  }

  /** A disclosure with values in it is said when all of them are known. */
  private completes(walk: Walk, step: CompiledStep, disclosure: number): boolean {
    if (!this.spoken.repeats(step.index, disclosure)) return false;
    return this.spoken
      .gapsOf(disclosure)
      .every(
        ({ expression, inputs }) =>
          !mayFail(this.program, expression) &&
          inputs.every((slot) => this.state(walk, slot).status === 'known'),
      );
  }

  /**
   * The walks on which a condition comes to this. What it reads becomes known, unless it is known to be unknown;
   * where the condition asks whether something is known, both are tried.
   */
  private read(
    walk: Walk,
    condition: Condition,
    wanted: 'true' | 'false' | 'known',
    mayBeUnknown = false,
  ): readonly Walk[] {
    const { program } = this;
    const outcome = wanted === 'known' ? undefined : wanted === 'true';
    const needed = neededFor(program, condition.expression, outcome);
    for (const slot of needed) {
      if (this.state(walk, slot).status === 'unknown' && !mayBeUnknown) return none;
    }
    let walks: readonly Walk[] = [walk];
    for (const slot of askedAbout(program, condition.expression)) {
      if (needed.has(slot) || this.state(walk, slot).status !== 'open') continue;
      walks = walks.flatMap((each) => [
        this.set(each, slot, { ...this.state(each, slot), status: 'unknown' }),
        this.learn(each, slot),
      ]);
    }
    return walks.flatMap((each) =>
      mayBeUnknown ? [this.learnAll(each, condition)] : this.know(each, condition, wanted),
    );
  }

  private know(walk: Walk, condition: Condition, wanted: Wanted): readonly Walk[] {
    return [this.demand(this.learnAll(walk, condition), condition, wanted)];
  }

  private learnAll(walk: Walk, { inputs }: Condition): Walk {
    return inputs.reduce((each, slot) => this.learn(each, slot), walk);
  }

  private learn(walk: Walk, slot: number): Walk {
    const state = this.state(walk, slot);
    return state.status === 'open' ? this.set(walk, slot, { ...state, status: 'known' }) : walk;
  }

  private set(walk: Walk, slot: number, state: SlotState): Walk {
    return { ...walk, slots: new Map(walk.slots).set(slot, state) };
  }

  private demand(walk: Walk, condition: Condition, wanted: Wanted): Walk {
    const moment = momentOf(walk);
    const demands = demandsFor(this.program, condition, wanted, moment);
    let chain = walk.demands;
    for (const item of demands) chain = { item, before: chain };
    return { ...walk, demands: chain };
  }

  private triggerCondition({ index }: Way): Condition {
    const trigger = this.program.triggers[index];
    if (trigger === undefined) throw new Error(`there is no trigger ${index}`);
    return trigger.condition;
  }

  private countVisit(visits: ReadonlyMap<string, number>, step: number): ReadonlyMap<string, number> {
    const id = this.program.steps[step]?.id ?? '';
    return this.interests.counted.has(id) ? new Map(visits).set(id, (visits.get(id) ?? 0) + 1) : visits;
  }

  private stepOf({ step }: Walk): CompiledStep {
    const found = this.program.steps[step];
    if (found === undefined) throw new Error(`there is no step ${step}`);
    return found;
  }
}

/** One demand for each part that can be asked for by itself. */
export function demandsFor(
  program: Program,
  condition: Condition,
  wanted: Wanted,
  moment: Moment,
): readonly Demand[] {
  if (wanted !== 'true' && wanted !== 'false') return [{ condition, wanted, moment }];
  return splitCondition(program, condition, wanted === 'true').map((part) => ({
    condition: part.condition,
    wanted: part.holds ? 'true' : 'false',
    moment,
  }));
}

function momentOf({ slots, visits, turns }: Moment): Moment {
  return { slots, visits, turns };
}
