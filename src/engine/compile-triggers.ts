import { booleanType } from '../document/checked-expression.ts';
import type { StepId } from '../document/model.ts';
import { compareTriggers } from '../document/trigger-order.ts';
import type { ConditionCompiler } from './compile-condition.ts';
import { nowhere, type CompiledTrigger } from './program.ts';
import type { Scope } from './scopes.ts';

/** The triggers of all scopes, in the order in which they are evaluated. */
export function compileTriggers(
  scopes: readonly Scope[],
  stepIndex: ReadonlyMap<StepId, number>,
  conditions: ConditionCompiler,
): readonly CompiledTrigger[] {
  const triggers: CompiledTrigger[] = [];
  for (const scope of scopes) {
    for (const [ownId, escalation] of scope.procedure.steps) {
      if (escalation.kind !== 'escalation' || !scope.reachable.has(ownId)) continue;
      const stepId = `${scope.prefix}${ownId}`;
      const step = stepIndex.get(stepId) ?? nowhere;
      for (const [position, { when, category }] of escalation.triggers.entries()) {
        const path = ['steps', ownId, 'triggers', position, 'when'];
        const condition = conditions.compile(scope, when, path, booleanType);
        const { evaluate } = condition;
        triggers.push({ evaluate, scope, step, stepId, position, category, condition });
      }
    }
  }
  return triggers.sort(compareTriggers);
}
