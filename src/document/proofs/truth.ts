import type { Expression } from '../../condition/expression.ts';
import { slotsOf } from '../../condition/expression.ts';
import { satisfy, type Constraint } from '../../condition/satisfiability/satisfy.ts';
import type { ConditionSetting } from './condition-setting.ts';

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
    const proof = impossible([{ expression, holds }], setting);
    if (proof) return { kind, parameters: proof };
  }
  return EITHER;
}

/** The parameters whose present values make it impossible, or none; undefined when it is not proved to be. */
export function impossible(
  constraints: readonly Constraint[],
  setting: ConditionSetting,
): readonly number[] | undefined {
  if (satisfy(constraints, setting).kind !== 'impossible') return undefined;
  const parameters = parametersIn(constraints, setting);
  if (parameters.length === 0 || satisfy(constraints, setting.freed).kind === 'impossible') return [];
  return parameters;
}

function parametersIn(constraints: readonly Constraint[], setting: ConditionSetting): readonly number[] {
  const found = new Set<number>();
  for (const { expression } of constraints) {
    for (const slot of readBy(expression, setting)) {
      if (setting.environment.declarations[slot]?.role === 'parameter') found.add(slot);
    }
  }
  return [...found];
}

/** Whether it hangs on anything but literals and parameters. */
function readsData(expression: Expression, setting: ConditionSetting): boolean {
  if (countsVisits(expression)) return true;
  return [...readBy(expression, setting)].some((slot) => {
    const role = setting.environment.declarations[slot]?.role;
    return role === 'fact' || role === 'context';
  });
}
