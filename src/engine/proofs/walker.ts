import type {
  CompiledGuardrail,
  CompiledStep,
  Condition,
  Program,
  QuestionWork,
  Returned,
} from '../program.ts';
import type { Obligation } from './obligation.ts';
import { conditionsOf, interestsOf, mayFail, type Interests } from './reads.ts';
import type { Part } from './split-condition.ts';
import type { SpokenTexts } from './spoken.ts';
import { WalkFacts } from './walk-facts.ts';
import { atStart, type Moment, type SlotState, type Walk } from './walk.ts';
import type { Way } from './ways.ts';

const none: readonly never[] = [];
const nothing: ReadonlySet<number> = new Set();

/**
 * Walks a program from step to step on paper, for an obligation and the words of one locale. Each step forward yields
 * every walk that a contact's possible knowledge tells apart; none where no contact can go that way, or where another
 * guardrail would stop it.
 */
export class Walker {
  private readonly facts: WalkFacts;
  private readonly interests: Interests;
  /** Some decision looks at the number of turns: whether a question is asked makes a difference. */
  private readonly turnsDecide: boolean;

  constructor(
    private readonly program: Program,
    private readonly obligation: Obligation,
    private readonly spoken: SpokenTexts,
  ) {
    this.facts = new WalkFacts(program, spoken);
    this.interests = interestsOf(program);
    const triggers = new Set(program.triggers.map(({ condition }) => condition));
    this.turnsDecide = conditionsOf(program).some(
      (condition) => !triggers.has(condition) && condition.inputs.includes(program.context.turns),
    );
  }

  state(moment: Moment, slot: number): SlotState {
    return this.facts.state(moment, slot);
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

  /** The walks that go on along a way out of the step where a walk stands. */
  go(walk: Walk, way: Way): readonly Walk[] {
    const step = this.stepOf(walk);
    const from = { ...walk, turnsBefore: none };
    const left =
      way.slot === 'trigger' && !way.afterTurn
        ? this.facts.read(from, this.triggerCondition(way), 'true')
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
        walks = walks.filter((each) => this.facts.heard(this.facts.spokenAt(each, step, 'always'), wanted));
      }
      walks = walks.flatMap((each) => this.passGuardrails(each, step.before));
      walks = walks.map((each) => this.facts.spokenAt(each, step, 'always'));
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
      passes.push((walk) => (this.facts.heard(walk, disclose) ? [walk] : []));
    }
    if (check === 'require' && confirm !== undefined)
      passes.push((walk) => this.facts.read(walk, confirm, 'true'));
    return passes;
  }

  /** The condition comes to the opposite, or is unknown for want of one of its facts. */
  private fail(walk: Walk, { condition, holds }: Part): readonly Walk[] {
    const otherwise = holds ? 'not-true' : 'not-false';
    const unknown = condition.inputs.flatMap((slot): readonly Walk[] => {
      const state = this.facts.state(walk, slot);
      if (state.status === 'known' || slot === this.program.context.turns) return none;
      const without = this.facts.set(walk, slot, { ...state, status: 'unknown' });
      return [this.facts.demand(without, condition, otherwise)];
    });
    const failed = this.facts.read(walk, condition, holds ? 'false' : 'true');
    const sure = condition.inputs.some((slot) => this.facts.state(walk, slot).status === 'unknown');
    const all = sure ? [...unknown, ...failed] : [...failed, ...unknown];
    return mayFail(this.program, condition.expression) && condition.inputs.length > 0
      ? [...all, ...this.facts.know(walk, condition, otherwise)]
      : all;
  }

  /** The yes was given, and something that the action's input hangs on was written later. */
  private lapse(walk: Walk, step: CompiledStep, condition: Condition): readonly Walk[] {
    const inputs = step.work.kind === 'action' ? step.work.inputs : none;
    return this.facts.read(walk, condition, 'true').flatMap((each) => {
      const given = Math.max(0, ...condition.inputs.map((slot) => this.facts.stamp(each, slot)));
      const later = inputs.filter((slot) => this.facts.stamp(each, slot) > given);
      return later.map((slot): Walk => {
        const state = this.facts.state(each, slot);
        const written = slot === this.program.context.turns ? [] : [{ slot, version: state.version }];
        const known = written.length === 0 ? each : this.facts.set(each, slot, { ...state, status: 'known' });
        return { ...known, forced: written.reduce((chain, item) => ({ item, before: chain }), each.forced) };
      });
    });
  }

  private work(walk: Walk, step: CompiledStep, way: Way): readonly Walk[] {
    const { work } = step;
    switch (work.kind) {
      case 'decision': {
        const passed = this.passGuardrails(walk, step.before);
        const until = way.slot === 'branch' ? way.index : work.branches.length;
        let walks = passed;
        for (const { condition } of work.branches.slice(0, until)) {
          walks = walks.flatMap((each) => this.facts.read(each, condition, 'false'));
        }
        const taken = work.branches[until]?.condition;
        return taken === undefined ? walks : walks.flatMap((each) => this.facts.read(each, taken, 'true'));
      }
      case 'message':
        return this.passGuardrails(walk, step.before).map((each) =>
          this.facts.spokenAt(each, step, 'always'),
        );
      case 'question':
        return this.passGuardrails(walk, step.before)
          .map((each) => this.facts.spokenAt(each, step, 'always'))
          .flatMap((each) => this.ask(each, step, work, way));
      case 'action': {
        const ready = this.readArguments([walk], step);
        const passed = ready.flatMap((each) => this.passGuardrails(each, step.before));
        const ok = way.slot !== 'onError';
        return passed.map((each) => this.facts.returned(each, work.action, ok));
      }
      case 'procedure': {
        const passed = this.passGuardrails(walk, step.before);
        return work.gives.reduce(
          (walks, { slot, condition }) => walks.flatMap((each) => this.facts.define(each, slot, condition)),
          passed,
        );
      }
      case 'return': {
        const spoken = this.facts.spokenAt(walk, step, 'always');
        return work.returns.reduce<readonly Walk[]>(
          (walks, returned) =>
            walks.flatMap((each) => this.facts.define(each, returned.slot, this.conditionOf(returned))),
          [spoken],
        );
      }
      case 'escalation':
      case 'end':
        return none;
    }
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
      .filter((slot) => this.facts.state(walk, slot).status !== 'known');
    const unknown = missing.filter((slot) => this.facts.state(walk, slot).status === 'unknown');
    if (way.slot === 'giveUp') {
      if (missing.length === 0) return none;
      const leave = [missing, ...(missing.length > 1 ? missing.map((slot) => [slot]) : [])];
      return leave.map((left) => {
        let each = this.facts.spokenAt(walk, step, 'when-asked');
        for (const slot of left)
          each = this.facts.set(each, slot, { ...this.facts.state(each, slot), status: 'unknown' });
        each = this.facts.turn(
          each,
          step,
          missing.filter((slot) => !left.includes(slot)),
        );
        for (let again = 0; again < work.retries; again++) each = this.facts.turn(each, step, none);
        return each;
      });
    }
    const asked = (): Walk => this.facts.turn(this.facts.spokenAt(walk, step, 'when-asked'), step, missing);
    if (way.slot === 'trigger') {
      return missing.length === 0 ? none : this.facts.read(asked(), this.triggerCondition(way), 'true');
    }
    const walks: Walk[] = [];
    const returned =
      unknown.length === 0 && missing.every((slot) => this.facts.state(walk, slot).home !== atStart);
    if (missing.length > 0 && !returned) walks.push(asked());
    if (unknown.length === 0 && (missing.length === 0 || returned || this.mattersUnasked(step, missing))) {
      const unasked = missing.reduce((each, slot) => this.facts.learn(each, slot), walk);
      // No condition may read it, and yet it has to be known for the question to be passed.
      walks.push(
        missing.reduce<Walk>((each, slot) => {
          const { version } = this.facts.state(each, slot);
          return { ...each, forced: { item: { slot, version }, before: each.forced } };
        }, unasked),
      );
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
    const first = this.facts.turn(this.facts.spokenAt(walk, step, 'when-asked'), step, yes);
    return [this.facts.turn(first, step, rest)];
  }

  /** What the guardrails before a step ask, as far as they would stop the run. */
  private passGuardrails(walk: Walk, indices: readonly number[]): readonly Walk[] {
    let walks: readonly Walk[] = [walk];
    for (const index of indices) {
      const { severity, disclose, confirm, require } = this.program.guardrails[index] as CompiledGuardrail;
      if (severity !== 'block') continue;
      if (disclose !== undefined) walks = walks.filter((each) => this.facts.heard(each, disclose));
      for (const condition of [confirm, require]) {
        if (condition !== undefined)
          walks = walks.flatMap((each) => this.facts.read(each, condition, 'true'));
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
          : some.flatMap((each) => this.facts.read(each, condition, 'known')),
      walks,
    );
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
