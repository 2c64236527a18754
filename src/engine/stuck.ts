import { EvaluationError, type Outcome } from '../condition/value.ts';
import { none, type Memory } from './memory.ts';
import { nowhere, type CompiledStep, type Condition } from './program.ts';
import { listOf } from './phrases.ts';
import { unknownFacts } from './unknown-facts.ts';

/** Ends a run on a condition that is unknown or has an error. `what` hangs on it. Yields `finished`. */
export function stick(memory: Memory, what: string, condition: Condition, outcome: Outcome): number {
  if (outcome === undefined) {
    const facts = unknownFacts(memory.program, condition, memory);
    const verb = facts.length === 1 ? 'is' : 'are';
    return memory.end('stuck', `${what} hangs on ${listOf(facts)}, which ${verb} unknown.`, facts);
  }
  const message =
    outcome instanceof EvaluationError ? outcome.message : 'The condition is neither true nor false.';
  return memory.end('stuck', `${what} cannot be decided: ${message}`, none);
}

/** The step that follows, or the end where the link leads nowhere. */
export function leave(memory: Memory, step: CompiledStep, next: number): number {
  return next === nowhere ? memory.end('stuck', `${step.id} leads nowhere.`, none) : next;
}
