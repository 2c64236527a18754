import type { Frame } from '../compile.ts';
import type { Outcome } from '../value.ts';
import { compiled } from './calculation.ts';
import type { Assignment, Constraint, Setting } from './problem.ts';

/** Tries an example out, with the closures that a run uses. */
export function holds(constraints: readonly Constraint[], assignment: Assignment, setting: Setting): boolean {
  return constraints.every((constraint) => outcomeOf(constraint, assignment, setting) === constraint.holds);
}

/** Undefined too when it hangs on a count that is not known. */
function outcomeOf(constraint: Constraint, assignment: Assignment, setting: Setting): Outcome {
  const { versions } = constraint;
  let guessed = false;
  const slots = setting.environment.declarations.map(({ role }, slot): Outcome => {
    const fixed = role === 'parameter' ? setting.parameter(slot) : undefined;
    return fixed === undefined ? assignment.get(`${slot}@${versions?.get(slot) ?? 0}`) : fixed;
  });
  const within: number[] = [];
  const frame: Frame = {
    slots,
    derived(slot) {
      const expression = within.includes(slot) ? undefined : setting.derived(slot);
      if (expression === undefined) return undefined;
      within.push(slot);
      const value = compiled(expression)(frame);
      within.pop();
      return value;
    },
    visits(stepId) {
      const known = constraint.visits?.get(stepId);
      if (known === undefined) guessed = true;
      return known ?? 0;
    },
  };
  const outcome = compiled(constraint.expression)(frame);
  return guessed ? undefined : outcome;
}
