import { EvaluationError, type Value } from '../condition/value.ts';
import { checkBefore } from './guardrails.ts';
import { finished, none, type Memory } from './memory.ts';
import { nowhere, type ActionWork, type CompiledStep } from './program.ts';
import { leave, stick } from './stuck.ts';

/** Arguments, then the guardrails before it, then the call and what it returns. */
export function callAction(memory: Memory, step: CompiledStep, work: ActionWork): number {
  const entries: (readonly [string, Value])[] = [];
  for (const { name, optional, condition } of work.args) {
    const value = condition.evaluate(memory);
    if (value === undefined && optional) continue;
    if (value === undefined || value instanceof EvaluationError) {
      return stick(memory, `${step.id}'s ${name}`, condition, value);
    }
    entries.push([name, value]);
  }
  if (!checkBefore(memory, step, work.inputs)) return finished;
  const args = Object.fromEntries(entries);
  const { action } = work;
  const results = memory.contact.results.get(action) ?? none;
  const earlier = memory.actions.filter(({ name }) => name === action).length;
  const result = results[Math.min(earlier, results.length - 1)];
  memory.actions = [...memory.actions, { step: step.id, name: action, args }];
  memory.trace?.push({ type: 'called', step: step.id, action, args });
  if (result !== undefined && !result.ok) {
    memory.trace?.push({ type: 'failed', step: step.id, action, error: result.error });
    if (work.onError !== nowhere) return work.onError;
    return memory.end('stuck', `${action} failed (${result.error}), and ${step.id} has no onError.`, none);
  }
  memory.trace?.push({ type: 'returned', step: step.id, action });
  if (result !== undefined && result.writes.length > 0) {
    memory.tick();
    for (const write of result.writes) memory.write(write);
  }
  return leave(memory, step, work.next);
}
