import { EvaluationError, type Outcome, type Value } from '../../condition/value.ts';
import type { Frame } from '../../condition/compile.ts';
import type { Program } from '../program.ts';
import { candidatesFor, plainValue, poolOf } from './candidates.ts';
import {
  variableOf,
  type Demand,
  type Moment,
  type Reading,
  type SlotState,
  type Wanted,
  type Written,
} from './walk.ts';

/** Values by `variableOf`. */
export type Values = ReadonlyMap<string, Value>;

export interface Variable extends Written {
  readonly key: string;
  /** The act that its value comes from. */
  readonly home: number;
}

interface Change {
  readonly key: string;
  readonly value: Value;
  readonly cost: number;
}

/** How a solver reads the state of slots that a moment says nothing about. */
export type StateOf = (moment: Moment, slot: number) => SlotState;

/** Trials of one repair; a trial evaluates the demands that read one variable. */
const mostTrials = 600;

/**
 * Looks for values with which every demand comes out as wanted, by trying the values at which conditions change
 * their mind. What it finds holds; that it finds nothing means nothing.
 */
export class Solver {
  /** Trials so far, all searches together. */
  trials = 0;
  private readonly variables = new WeakMap<Demand, readonly Variable[]>();

  constructor(
    private readonly program: Program,
    readonly state: StateOf,
    /** The one that all its contacts have. */
    readonly locale: string | undefined,
  ) {}

  /** The given values and plain ones for the rest, if they satisfy all demands. */
  keep(demands: readonly Demand[], given: Values): Values | undefined {
    const fresh = demands.some((demand) => this.variablesOf(demand).some(({ key }) => !given.has(key)));
    let values = given;
    if (fresh) {
      const filled = new Map(given);
      for (const demand of demands) this.fill(demand, filled);
      values = filled;
    }
    return demands.every((demand) => this.holds(demand, values)) ? values : undefined;
  }

  /** What a demand comes to hangs on no value. */
  isSettled(demand: Demand): boolean {
    return this.variablesOf(demand).length === 0;
  }

  private fill(demand: Demand, values: Map<string, Value>): void {
    for (const { key, slot } of this.variablesOf(demand))
      if (!values.has(key)) values.set(key, this.plain(slot));
  }

  /** Values for all demands that change as few of the given ones as it takes; undefined when none were found. */
  solve(demands: readonly Demand[], given: Values, most = mostTrials): Values | undefined {
    const values = new Map(given);
    const touching = new Map<string, Demand[]>();
    for (const demand of demands) {
      this.fill(demand, values);
      for (const { key } of this.variablesOf(demand)) {
        const list = touching.get(key);
        if (list) list.push(demand);
        else touching.set(key, [demand]);
      }
    }
    const broken = new Set(demands.filter((demand) => !this.holds(demand, values)));
    const lately = new Map<string, number>();
    const limit = this.trials + most;
    for (let round = 1; broken.size > 0; round++) {
      if (this.trials > limit || round > 60) return undefined;
      let change: Change | undefined;
      for (const demand of [...broken].slice(0, 3)) {
        const other = this.bestChange(demand, values, touching, broken, lately, round);
        if (other !== undefined && (change === undefined || other.cost < change.cost)) change = other;
      }
      if (change === undefined) return undefined;
      values.set(change.key, change.value);
      lately.set(change.key, round);
      for (const each of touching.get(change.key) ?? []) {
        if (this.holds(each, values)) broken.delete(each);
        else broken.add(each);
      }
    }
    return values;
  }

  /** The change of one variable of a demand that leaves the fewest demands broken; preferably not one of late. */
  private bestChange(
    demand: Demand,
    values: Map<string, Value>,
    touching: ReadonlyMap<string, readonly Demand[]>,
    broken: ReadonlySet<Demand>,
    lately: ReadonlyMap<string, number>,
    round: number,
  ): Change | undefined {
    const variables = this.variablesOf(demand);
    const present = variables.map(({ key }) => values.get(key) as Value);
    let best: Change | undefined;
    for (const { key, slot } of variables) {
      const declaration = this.program.environment.declarations[slot];
      if (declaration === undefined) continue;
      const before = values.get(key) as Value;
      const penalty = round - (lately.get(key) ?? -9) < 4 ? 0.5 : 0;
      const affected = touching.get(key) ?? [];
      for (const value of this.candidates(slot, present, before)) {
        if (value === before) continue;
        this.trials++;
        values.set(key, value);
        let cost = penalty;
        for (const each of affected) {
          if (this.holds(each, values)) cost -= broken.has(each) ? 1 : 0;
          else cost += broken.has(each) ? 0 : 1;
          if (best !== undefined && cost > best.cost + affected.length) break;
        }
        if (!this.holds(demand, values)) cost += 0.75;
        if (best === undefined || cost < best.cost) best = { key, value, cost };
        if (cost < -0.99 && penalty === 0 && broken.size === 1) {
          values.set(key, before);
          return { key, value, cost };
        }
      }
      values.set(key, before);
    }
    return best;
  }

  isContext(slot: number): boolean {
    return this.program.environment.declarations[slot]?.role === 'context';
  }

  private candidates(slot: number, present: readonly Value[], current: Value): readonly Value[] {
    const { context, environment, procedure } = this.program;
    const { scope } = procedure;
    if (slot === context.intent && scope.intents.length > 0) return scope.intents;
    if (slot === context.channel && scope.channels.length > 0) return scope.channels;
    if (slot === context.locale) return this.locale === undefined ? [] : [this.locale];
    const declaration = environment.declarations[slot];
    return declaration === undefined
      ? []
      : candidatesFor(declaration, poolOf(this.program, slot), present, current);
  }

  private plain(slot: number): Value {
    const { context, environment } = this.program;
    const special = [context.intent, context.channel, context.locale].includes(slot);
    if (special) return this.candidates(slot, [], '')[0] ?? 'other';
    const declaration = environment.declarations[slot];
    return declaration === undefined ? '' : plainValue(declaration);
  }

  /** The variables that a demand reads; what is unknown at its moment is none. */
  variablesOf(demand: Demand): readonly Variable[] {
    const found = this.variables.get(demand);
    if (found !== undefined) return found;
    const variables = new Map<string, Variable>();
    this.gather(demand, variables);
    const list = [...variables.values()];
    this.variables.set(demand, list);
    return list;
  }

  private gather({ condition, moment }: Reading, into: Map<string, Variable>): void {
    for (const slot of condition.inputs) {
      if (slot === this.program.context.turns) continue;
      const { status, version, home, from } = this.state(moment, slot);
      if (from !== undefined) this.gather(from, into);
      else if (status === 'known') {
        const key = variableOf(slot, version);
        into.set(key, { slot, version, home, key });
      }
    }
  }

  holds(demand: Demand, values: Values): boolean {
    return comesTo(this.outcomeOf(demand, values), demand.wanted);
  }

  private outcomeOf({ condition, moment }: Reading, values: Values): Outcome {
    const { program } = this;
    const slots: Outcome[] = program.initial.slice();
    for (const slot of condition.inputs) {
      const { status, version, from } = this.state(moment, slot);
      if (from !== undefined) slots[slot] = this.outcomeOf(from, values);
      else if (status === 'known') slots[slot] = values.get(variableOf(slot, version));
    }
    slots[program.context.turns] = moment.turns;
    const frame: Frame = {
      slots,
      derived: (slot) => program.derived[slot]?.evaluate(frame),
      visits: (step) => moment.visits.get(step) ?? 0,
    };
    return condition.evaluate(frame);
  }
}

function comesTo(outcome: Outcome, wanted: Wanted): boolean {
  switch (wanted) {
    case 'true':
      return outcome === true;
    case 'false':
      return outcome === false;
    case 'not-true':
      return outcome !== true;
    case 'not-false':
      return outcome !== false;
    case 'known':
      return outcome !== undefined && !(outcome instanceof EvaluationError);
  }
}
