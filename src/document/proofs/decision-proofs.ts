import type { Expression } from '../../condition/expression.ts';
import type { Assignment, Constraint } from '../../condition/satisfiability/problem.ts';
import { isImpossible, satisfy } from '../../condition/satisfiability/satisfy.ts';
import { booleanType, checkedExpression } from '../checked-expression.ts';
import type { DecisionStep, StepId } from '../model.ts';
import { conditionSettingOf, type ConditionSetting } from './condition-setting.ts';
import type { ProofContext } from './proof-rule.ts';
import { countsVisits, impossible, truthOf } from './truth.ts';

/** What is proved about one decision by itself, whatever leads to it. */
export interface DecisionProofs {
  readonly covered: readonly CoveredBranch[];
  /** Values for which every branch is false, where nothing else follows. */
  readonly uncovered: Assignment | undefined;
  /** Proved: whatever the values, where all are known something follows. */
  readonly exhaustive: boolean;
  /** Pairs of rows that both hold, in a table that says that only one does. */
  readonly overlaps: readonly Overlap[];
}

export interface CoveredBranch {
  readonly index: number;
  /** Earlier branches of which one is always taken first; none could be left out. */
  readonly by: readonly number[];
  /** Parameters whose present values it hangs on. */
  readonly parameters: readonly number[];
}

export interface Overlap {
  readonly first: number;
  readonly second: number;
  readonly example: Assignment;
}

export interface ProvedDecision {
  readonly id: StepId;
  readonly step: DecisionStep;
  readonly proofs: DecisionProofs;
  /** Undefined where a condition cannot be read. */
  readonly conditions: readonly (Expression | undefined)[];
  readonly setting: ConditionSetting;
}

const proved = new WeakMap<ConditionSetting, WeakMap<DecisionStep, ProvedDecision>>();

/** All decisions; each is proved once for as long as it and what conditions may read stay the same. */
export function* provedDecisions(context: ProofContext): Generator<ProvedDecision> {
  const setting = conditionSettingOf(context);
  let known = proved.get(setting);
  if (!known) proved.set(setting, (known = new WeakMap()));
  for (const [id, step] of context.procedure.steps) {
    if (step.kind !== 'decision') continue;
    let decision = known.get(step);
    if (!decision || decision.id !== id) {
      const conditions = step.branches.map(
        ({ when }) => checkedExpression(when, context.environment, booleanType).expression,
      );
      decision = { id, step, conditions, setting, proofs: prove(step, conditions, setting) };
      known.set(step, decision);
    }
    yield decision;
  }
}

/** Pairs of rows beyond which a table is not looked through. */
const MOST_PAIRS = 1_000;

function prove(
  step: DecisionStep,
  conditions: readonly (Expression | undefined)[],
  setting: ConditionSetting,
): DecisionProofs {
  return {
    covered: conditions.flatMap((_, index) => coveredBranch(index, conditions, setting) ?? []),
    uncovered: step.otherwise === undefined ? uncoveredValues(conditions, setting) : undefined,
    exhaustive: step.otherwise !== undefined || leavesNothing(conditions, setting),
    overlaps: step.columns && step.hits === 'unique' ? overlapsOf(conditions, setting) : [],
  };
}

function coveredBranch(
  index: number,
  conditions: readonly (Expression | undefined)[],
  setting: ConditionSetting,
): CoveredBranch | undefined {
  const expression = conditions[index];
  if (expression === undefined || index === 0) return undefined;
  const own: Constraint = { expression, holds: true };
  const without = (indices: readonly number[]): readonly Constraint[] => [
    ...indices.flatMap((earlier) => {
      const condition = conditions[earlier];
      return condition === undefined ? [] : [{ expression: condition, holds: false }];
    }),
    own,
  ];
  let by = [...Array(index).keys()];
  if (impossible(without(by), setting.proofs) === undefined) return undefined;
  if (truthOf(expression, setting).kind === 'never' || impossible([own], setting.proofs) !== undefined)
    return undefined;
  for (const earlier of by.toReversed()) {
    const rest = by.filter((one) => one !== earlier);
    if (isImpossible(without(rest), setting.proofs)) by = rest;
  }
  return { index, by, parameters: impossible(without(by), setting.proofs) ?? [] };
}

function uncoveredValues(
  conditions: readonly (Expression | undefined)[],
  setting: ConditionSetting,
): Assignment | undefined {
  const constraints: Constraint[] = [];
  for (const expression of conditions) {
    if (expression === undefined || countsVisits(expression, setting)) return undefined;
    constraints.push({ expression, holds: false });
  }
  if (constraints.length === 0) return undefined;
  const found = satisfy(constraints, setting.examples);
  return found.kind === 'possible' ? found.example : undefined;
}

function leavesNothing(conditions: readonly (Expression | undefined)[], setting: ConditionSetting): boolean {
  const constraints = conditions.flatMap((expression): readonly Constraint[] =>
    expression === undefined ? [] : [{ expression, holds: false }],
  );
  return constraints.length > 0 && satisfy(constraints, setting).kind === 'impossible';
}

function overlapsOf(
  conditions: readonly (Expression | undefined)[],
  setting: ConditionSetting,
): readonly Overlap[] {
  const overlaps: Overlap[] = [];
  let pairs = 0;
  for (const [second, one] of conditions.entries()) {
    if (one === undefined || countsVisits(one, setting)) continue;
    for (const [first, other] of conditions.slice(0, second).entries()) {
      if (other === undefined || countsVisits(other, setting)) continue;
      if ((pairs += 1) > MOST_PAIRS) return overlaps;
      const found = satisfy(
        [
          { expression: other, holds: true },
          { expression: one, holds: true },
        ],
        setting.examples,
      );
      if (found.kind === 'possible') overlaps.push({ first, second, example: found.example });
    }
  }
  return overlaps;
}
