import { explainExpression } from '../condition/explain.ts';
import { describeOutcome } from '../condition/sentence.ts';
import { none, type Memory } from './memory.ts';
import { listOf } from './phrases.ts';
import type { CompiledGuardrail, CompiledStep, Condition } from './program.ts';
import type { ConditionResult, GuardrailCheck } from './trace.ts';
import { unknownFacts } from './unknown-facts.ts';

/**
 * The checks of the guardrails that stand before a step, or before the action that it calls with these inputs. False
 * when one blocks, and the run has ended.
 */
export function checkBefore(memory: Memory, step: CompiledStep, inputs: readonly number[]): boolean {
  for (const index of step.before) {
    const guardrail = memory.program.guardrails[index] as CompiledGuardrail;
    const { disclose, confirm, require } = guardrail;
    if (disclose !== undefined) {
      const said = memory.disclosed[disclose] === true;
      const detail = said ? 'its disclosure was said' : 'its disclosure was not said';
      if (!settle(memory, step, guardrail, 'disclose', said, detail)) return false;
    }
    if (confirm !== undefined && !checkCondition(memory, step, guardrail, 'confirm', confirm, inputs))
      return false;
    if (require !== undefined && !checkCondition(memory, step, guardrail, 'require', require, none))
      return false;
  }
  return true;
}

function checkCondition(
  memory: Memory,
  step: CompiledStep,
  guardrail: CompiledGuardrail,
  check: 'confirm' | 'require',
  condition: Condition,
  inputs: readonly number[],
): boolean {
  const outcome = condition.evaluate(memory);
  if (outcome === true) {
    const lapsed = writtenAfter(memory, condition.inputs, inputs);
    if (lapsed.length === 0) return settle(memory, step, guardrail, check, true, 'holds');
    return settle(memory, step, guardrail, check, false, `${listOf(lapsed)} changed after the yes`);
  }
  const facts = outcome === undefined ? unknownFacts(memory.program, condition, memory) : none;
  const detail = describeOutcome(explainExpression(condition.expression, memory));
  const failed = outcome === false ? false : 'error';
  return settle(memory, step, guardrail, check, outcome === undefined ? 'unknown' : failed, detail, facts);
}

/** Which of an action's inputs were written after the last write of what the confirmation reads. */
function writtenAfter(memory: Memory, yes: readonly number[], inputs: readonly number[]): readonly string[] {
  if (yes.length === 0 || inputs.length === 0) return none;
  let given = 0;
  for (const slot of yes) given = Math.max(given, memory.stampOf(slot));
  return inputs
    .filter((slot) => memory.stampOf(slot) > given)
    .map((slot) => memory.program.environment.declarations[slot]?.name ?? '');
}

/** Before an end: whether everything was said that always must be in the procedure that ends. */
export function checkAlwaysSaid(memory: Memory, step: CompiledStep): boolean {
  for (const guardrail of memory.program.guardrails) {
    if (guardrail.alwaysSay === undefined || guardrail.scope !== step.scope) continue;
    const said = memory.disclosed[guardrail.alwaysSay] === true;
    const detail = said ? 'it was said' : 'it was never said';
    if (!settle(memory, step, guardrail, 'alwaysSay', said, detail)) return false;
  }
  return true;
}

/** Records what a check came to. False when the guardrail blocks, and the run has ended. */
export function settle(
  memory: Memory,
  step: CompiledStep,
  guardrail: CompiledGuardrail,
  check: GuardrailCheck,
  result: ConditionResult,
  detail: string,
  facts: readonly string[] = none,
): boolean {
  const { id, severity } = guardrail;
  memory.trace?.push({ type: 'checked', step: step.id, guardrail: id, check, result, severity, detail });
  if (result === true) return true;
  memory.violations = [...memory.violations, { guardrail: id, step: step.id, check, severity, detail }];
  if (severity === 'warn') return true;
  memory.end('blocked', `${id} blocks ${step.id}: ${detail}.`, facts);
  return false;
}
