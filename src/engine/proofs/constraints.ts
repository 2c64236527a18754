import type { CompareExpression, Expression, NameExpression } from '../../condition/expression.ts';
import { BOOLEAN } from '../../condition/type-rules.ts';
import type { Constraint, Setting } from '../../condition/satisfiability/problem.ts';
import { satisfy, type Satisfaction } from '../../condition/satisfiability/satisfy.ts';
import type { Value } from '../../condition/value.ts';
import type { Program } from '../program.ts';
import { parameterOf } from './reads.ts';
import type { Solver } from './solve.ts';
import { variableOf, type Demand, type Moment, type Reading } from './walk.ts';

/** Whether demands can be satisfied together, by reasoning. What reasoning knows no words for is left out. */
export function satisfyDemands(program: Program, demands: readonly Demand[], solver: Solver): Satisfaction {
  const constraints = new Constraints(program, solver);
  for (const demand of demands) constraints.add(demand);
  return satisfy(constraints.all, settingOf(program, solver.locale));
}

/** The demands that hang together with the last ones by the values that they read. */
export function connectedTo(
  last: readonly Demand[],
  demands: readonly Demand[],
  solver: Solver,
): readonly Demand[] {
  const variables = new Set(last.flatMap((demand) => solver.variablesOf(demand).map(({ key }) => key)));
  const found = new Set(last);
  for (let size = -1; size !== found.size;) {
    size = found.size;
    for (const demand of demands) {
      if (found.has(demand)) continue;
      const read = solver.variablesOf(demand);
      if (!read.some(({ key }) => variables.has(key))) continue;
      found.add(demand);
      for (const { key } of read) variables.add(key);
    }
  }
  return demands.filter((demand) => found.has(demand));
}

class Constraints {
  readonly all: Constraint[] = [];
  private readonly told = new Set<string>();

  constructor(
    private readonly program: Program,
    private readonly solver: Solver,
  ) {}

  /** That something is unknown or an error is no constraint: without it more is possible, never less. */
  add(demand: Demand): void {
    if (demand.wanted !== 'true' && demand.wanted !== 'false') return;
    const versions = this.versionsOf(demand);
    if (versions === undefined) return;
    const { visits } = demand.moment;
    this.all.push({
      expression: demand.condition.expression,
      holds: demand.wanted === 'true',
      versions,
      visits,
    });
  }

  /** Tells, along the way, what is known of the slots that it reads. */
  private versionsOf({ condition, moment }: Reading): ReadonlyMap<number, number> | undefined {
    const versions = new Map<number, number>();
    for (const slot of condition.inputs) {
      const version = this.versionOf(slot, moment);
      versions.set(slot, version);
      const key = variableOf(slot, version);
      if (this.told.has(key)) continue;
      this.told.add(key);
      this.tell(slot, version, moment);
    }
    return versions;
  }

  private versionOf(slot: number, moment: Moment): number {
    return slot === this.program.context.turns ? moment.turns : this.solver.state(moment, slot).version;
  }

  private tell(slot: number, version: number, moment: Moment): void {
    const name = this.nameOf(slot);
    const versions = new Map([[slot, version]]);
    if (slot === this.program.context.turns) {
      this.all.push({ expression: equal(name, literal(moment.turns)), holds: true, versions });
      return;
    }
    const { status, from } = this.solver.state(moment, slot);
    if (status !== 'open') {
      const expression: Expression = { kind: 'has', operand: name, type: BOOLEAN, from: 0, to: 0 };
      this.all.push({ expression, holds: status === 'known', versions });
    }
    if (from === undefined || from.condition.inputs.includes(slot)) return;
    const behind = this.versionsOf(from);
    if (behind === undefined) return;
    this.all.push({
      expression: equal(name, from.condition.expression),
      holds: true,
      versions: new Map([...behind, [slot, version]]),
      visits: from.moment.visits,
    });
  }

  private nameOf(slot: number): NameExpression {
    const declaration = this.program.environment.declarations[slot];
    if (declaration === undefined) throw new Error(`there is no slot ${slot}`);
    const { name, role, type, unit } = declaration;
    return { kind: 'name', name, slot, role, unit, type, from: 0, to: 0 };
  }
}

function equal(left: Expression, right: Expression): CompareExpression {
  return { kind: 'compare', operator: '==', left, right, type: BOOLEAN, from: 0, to: 0 };
}

function literal(value: number): Expression {
  return { kind: 'literal', value, type: { kind: 'number' }, from: 0, to: 0 };
}

const settings = new WeakMap<Program, Map<string | undefined, Setting>>();

function settingOf(program: Program, locale: string | undefined): Setting {
  let byLocale = settings.get(program);
  if (byLocale === undefined) settings.set(program, (byLocale = new Map()));
  let setting = byLocale.get(locale);
  if (setting === undefined) byLocale.set(locale, (setting = makeSetting(program, locale)));
  return setting;
}

function makeSetting(program: Program, locale: string | undefined): Setting {
  const { context, environment, procedure } = program;
  const { intents, channels } = procedure.scope;
  const domains = new Map<number, readonly Value[]>();
  if (intents.length > 0) domains.set(context.intent, intents);
  if (channels.length > 0) domains.set(context.channel, channels);
  if (locale !== undefined) domains.set(context.locale, [locale]);
  return {
    environment,
    derived: (slot) => program.derived[slot]?.expression,
    parameter: (slot) => parameterOf(program, slot),
    domains,
  };
}
