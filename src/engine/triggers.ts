import { none, type Memory } from './memory.ts';
import { nowhere, type CompiledStep, type CompiledTrigger } from './program.ts';
import type { UnknownTrigger } from './result.ts';
import { stick } from './stuck.ts';
import { unknownFacts } from './unknown-facts.ts';

/**
 * Evaluates, in order, the triggers in force at a step of which an input was written since they were last evaluated;
 * the others would come to what they came to then. Yields the step of the first that fires, `finished` when one has an error, else
 * `nowhere`.
 */
export function evaluateTriggers(memory: Memory, step: CompiledStep): number {
  const { triggers } = memory.program;
  const { dirty, undecided } = memory;
  const all = memory.allDirty;
  memory.allDirty = false;
  memory.anyDirty = false;
  for (let index = 0; index < triggers.length; index++) {
    if (!all && dirty[index] !== true) continue;
    dirty[index] = false;
    const trigger = triggers[index] as CompiledTrigger;
    // Those of a procedure that a step runs wait until it begins.
    if (trigger.scope.caller !== undefined && !step.scope.chain.includes(trigger.scope)) {
      if (all) undecided[index] = undefined;
      continue;
    }
    const outcome = trigger.evaluate(memory);
    undecided[index] =
      outcome === undefined ? unknownFacts(memory.program, trigger.condition, memory) : undefined;
    if (outcome === false || outcome === undefined) continue;
    if (all) {
      dirty.fill(true, index + 1);
      undecided.fill(undefined, index + 1);
    }
    memory.anyDirty = true;
    const { stepId, position, category } = trigger;
    if (outcome !== true)
      return stick(memory, `Trigger ${position + 1} of ${stepId}`, trigger.condition, outcome);
    if (memory.trace !== undefined) {
      memory.trace.push({ type: 'triggered', step: stepId, from: step.id, index: position, category });
    }
    memory.fired = index;
    return trigger.step;
  }
  return nowhere;
}

/** The triggers that were unknown when they were last evaluated, with the facts that they lacked then. */
export function unknownTriggers(memory: Memory): readonly UnknownTrigger[] {
  if (memory.allDirty) return none;
  let found: UnknownTrigger[] | undefined;
  const { triggers } = memory.program;
  for (let index = 0; index < triggers.length; index++) {
    const facts = memory.undecided[index];
    if (facts === undefined) continue;
    const { stepId, position } = triggers[index] as CompiledTrigger;
    found ??= [];
    found.push({ step: stepId, position, facts });
  }
  return found ?? none;
}
