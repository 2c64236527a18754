import { EvaluationError, type Outcome, type Value } from '../condition/value.ts';
import { checkAlwaysSaid } from './guardrails.ts';
import { finished, type Memory } from './memory.ts';
import { nowhere, type CompiledStep, type ProcedureWork, type ReturnWork } from './program.ts';
import { sayAll } from './speech.ts';
import { leave, stick } from './stuck.ts';

/** Begins the procedure that a step runs: what it is told is worked out first, and then written together. */
export function openProcedure(memory: Memory, step: CompiledStep, work: ProcedureWork): number {
  const values: (Value | undefined)[] = [];
  for (const { name, nullable, condition } of work.gives) {
    const value = condition.evaluate(memory);
    if (value instanceof EvaluationError) return stick(memory, name, condition, value);
    values.push(kept(value, nullable));
  }
  memory.trace?.push(work.opened);
  // What is handed over is no news: it was known when what it hangs on was written.
  const stamps = work.gives.map(({ condition }) => latestStamp(memory, condition.inputs));
  for (const [index, { slot, name }] of work.gives.entries()) {
    memory.writeAt(stamps[index] ?? 0, slot, name, values[index]);
  }
  memory.wake(work.triggers);
  return leave(memory, step, work.start);
}

/** An end of a procedure that a step runs: what it gives back is written, and the run goes on from the step. */
export function closeProcedure(memory: Memory, step: CompiledStep, work: ReturnWork): number {
  if (!sayAll(memory, step, work.says) || !checkAlwaysSaid(memory, step)) return finished;
  const values: (Value | undefined)[] = [];
  for (const { from, isDerived, name, nullable } of work.returns) {
    const value = isDerived ? memory.derived(from) : memory.slots[from];
    if (value instanceof EvaluationError) {
      return memory.end('stuck', `${name} cannot be given back: ${value.message}`, []);
    }
    values.push(kept(value, nullable));
  }
  memory.trace?.push(work.closed);
  const stamps = work.returns.map(({ inputs }) => latestStamp(memory, inputs));
  for (const [index, { slot, name }] of work.returns.entries()) {
    const value = values[index];
    // What it does not know it does not give back.
    if (value !== undefined) memory.writeAt(stamps[index] ?? 0, slot, name, value);
  }
  if (work.next === nowhere) memory.at = work.caller;
  return leave(memory, memory.stepAt(work.caller), work.next);
}

function kept(value: Outcome, nullable: boolean): Value | undefined {
  if (value instanceof EvaluationError || (value === null && !nullable)) return undefined;
  return value;
}

function latestStamp(memory: Memory, slots: readonly number[]): number {
  let latest = 0;
  for (const slot of slots) latest = Math.max(latest, memory.stampOf(slot));
  return latest;
}
