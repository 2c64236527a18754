import type { Expression } from '../../condition/expression.ts';
import type { Program } from '../program.ts';
import { knownFrom, type Known } from './implied.ts';
import { partsOf } from './reads.ts';
import type { Solver } from './solve.ts';
import type { Demand, Moment } from './walk.ts';

/** Whether it is proved that no values satisfy all demands. False where it cannot be told. */
export function areImpossible(program: Program, demands: readonly Demand[], solver: Solver): boolean {
  return new Contradiction(program, solver).isIn(demands);
}

class Contradiction {
  private readonly holds = new Map<string, boolean>();
  /** The one constant that something equals, by what it is. */
  private readonly constants = new Map<string, string>();

  constructor(
    private readonly program: Program,
    private readonly solver: Solver,
  ) {}

  isIn(demands: readonly Demand[]): boolean {
    return demands.some((demand) => {
      const { condition, wanted, moment } = demand;
      if (this.solver.isSettled(demand)) return !this.solver.holds(demand, new Map());
      const holds = wanted === 'true' || wanted === 'not-false';
      return wanted !== 'known' && this.add(condition.expression, holds, moment);
    });
  }

  /** True when it contradicts what was added before. */
  private add(expression: Expression, outcome: boolean, moment: Moment): boolean {
    return knownFrom(this.program, expression, outcome).some((known) => {
      const key = `${known.key} @${this.versionsIn(known.expression, moment)}`;
      if (this.holds.get(key) === !known.holds) return true;
      this.holds.set(key, known.holds);
      return this.isOtherConstant(known, moment) || this.addOrigin(known, moment);
    });
  }

  /** `a == "x"` and `a == "y"` both. */
  private isOtherConstant({ key, holds, expression }: Known, moment: Moment): boolean {
    if (!holds || expression.kind !== 'compare' || !key.includes(' == ')) return false;
    const sides = [expression.left, expression.right];
    const constant = sides.find((side) => side.kind === 'literal');
    const other = sides.find((side) => side.kind !== 'literal');
    if (constant?.kind !== 'literal' || other === undefined || typeof constant.value === 'object')
      return false;
    const what = `${nameOf(other)}@${this.versionsIn(other, moment)}`;
    const value = `${typeof constant.value} ${String(constant.value)}`;
    const before = this.constants.get(what);
    this.constants.set(what, value);
    return nameOf(other) !== '' && before !== undefined && before !== value;
  }

  /** What a procedure was told, or gave back, is what it was made of. */
  private addOrigin({ expression, holds }: Known, moment: Moment): boolean {
    if (expression.kind !== 'name') return false;
    const { from } = this.solver.state(moment, expression.slot);
    return from !== undefined && this.add(from.condition.expression, holds, from.moment);
  }

  private versionsIn(expression: Expression, moment: Moment): string {
    const slots = new Set<number>();
    const visits: string[] = [];
    for (const part of partsOf(this.program, expression)) {
      if (part.kind === 'name' && (part.role === 'fact' || part.role === 'context')) slots.add(part.slot);
      if (part.kind === 'visits') visits.push(`${part.stepId}=${moment.visits.get(part.stepId) ?? 0}`);
    }
    const versions = [...slots]
      .sort((one, other) => one - other)
      .map((slot) => this.solver.state(moment, slot).version);
    return [...versions, ...visits].join(',');
  }
}

function nameOf(expression: Expression): string {
  return expression.kind === 'name' ? expression.name : '';
}
