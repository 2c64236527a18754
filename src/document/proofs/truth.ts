import type { Expression } from '../../condition/expression.ts';
import { slotsOf, visitsOf } from '../../condition/expression.ts';
import type { Constraint, Setting } from '../../condition/satisfiability/problem.ts';
import { isImpossible } from '../../condition/satisfiability/satisfy.ts';
import type { ConditionSetting, ProofSetting } from './condition-setting.ts';

/** What a condition comes to whatever the contact: `never` and `always` are proved, and unknown is neither. */
export interface Truth {
  readonly kind: 'never' | 'always' | 'either';
  /** Parameters whose present values it hangs on. */
  readonly parameters: readonly number[];
}

const EITHER: Truth = { kind: 'either', parameters: [] };

const truths = new WeakMap<ConditionSetting, WeakMap<Expression, Truth>>();

export function truthOf(expression: Expression, setting: ConditionSetting): Truth {
  let known = truths.get(setting);
  if (!known) truths.set(setting, (known = new WeakMap()));
  let truth = known.get(expression);
  if (!truth) known.set(expression, (truth = findTruth(expression, setting)));
  return truth;
}

function findTruth(expression: Expression, setting: ConditionSetting): Truth {
  // What parameters alone decide is a switch, and `true` is written on purpose.
  if (!readsData(expression, setting) && (expression.kind !== 'literal' || expression.value === true)) {
    return EITHER;
  }
  for (const [kind, holds] of [
    ['never', true],
    ['always', false],
  ] as const) {
    const proof = impossible([{ expression, holds }], setting.unscoped);
    if (proof) return { kind, parameters: proof };
  }
  return EITHER;
}

/** The parameters whose present values make it impossible, or none; undefined when it is not proved to be. */
export function impossible(
  constraints: readonly Constraint[],
  setting: ProofSetting,
): readonly number[] | undefined {
  if (!isImpossible(constraints, setting)) return undefined;
  const parameters = parametersIn(constraints, setting);
  if (parameters.length === 0 || isImpossible(constraints, setting.freed)) return [];
  return parameters;
}

function parametersIn(constraints: readonly Constraint[], setting: Setting): readonly number[] {
  const found = new Set<number>();
  for (const { expression } of constraints) {
    for (const slot of readBy(expression, setting)) {
      const { role, type } = setting.environment.declarations[slot] ?? {};
      if (role === 'parameter' && type?.kind !== 'boolean') found.add(slot);
    }
  }
  return [...found];
}

/** Whether it hangs on anything but literals and parameters. */
function readsData(expression: Expression, setting: ConditionSetting): boolean {
  if (countsVisits(expression, setting)) return true;
  return [...readBy(expression, setting)].some((slot) => {
    const role = setting.environment.declarations[slot]?.role;
    return role === 'fact' || role === 'context';
  });
}

/** The slots that a condition reads, through derived names. */
export function readBy(
  expression: Expression,
  setting: Setting,
  into: Set<number> = new Set(),
): ReadonlySet<number> {
  for (const slot of slotsOf(expression)) {
    if (into.has(slot)) continue;
    into.add(slot);
    const behind = setting.derived(slot);
    if (behind !== undefined) readBy(behind, setting, into);
  }
  return into;
}

/** Whether it hangs on how often the run was somewhere, or on how long it lasts. */
export function countsVisits(expression: Expression, setting: ConditionSetting): boolean {
  if (visitsOf(expression).size > 0) return true;
  for (const slot of readBy(expression, setting)) {
    const { name, role } = setting.environment.declarations[slot] ?? {};
    if (role === 'context' && name === 'turns') return true;
    const behind = setting.derived(slot);
    if (behind !== undefined && visitsOf(behind).size > 0) return true;
  }
  return false;
}
