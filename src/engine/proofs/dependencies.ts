import type { CompiledGuardrail, Program } from '../program.ts';
import { waysOf } from './ways.ts';

/**
 * All that the answer about a guardrail hangs on, by identity: parts of a procedure that an edit leaves as they mean
 * stay what they are. Steps count that lead to where the guardrail is checked, and those that triggers jump to.
 */
export function dependenciesOf(program: Program, guardrail: CompiledGuardrail): readonly unknown[] {
  const { procedure, scopes } = program;
  const { scope, facts, derived, parameters, actions, start, guardrails } = procedure;
  const called = scopes.slice(1).map((each) => each.procedure);
  const steps = leadingTo(program, guardrail).flatMap((index) => {
    const step = program.steps[index];
    return step === undefined ? [] : [step.id, step.scope.procedure.steps.get(step.ownId)];
  });
  return [scope, facts, derived, parameters, actions, start, guardrails, ...called, ...steps];
}

function leadingTo(program: Program, guardrail: CompiledGuardrail): readonly number[] {
  const before = new Map<number, number[]>();
  for (const step of program.steps) {
    for (const { to } of waysOf(step)) {
      const list = before.get(to);
      if (list) list.push(step.index);
      else before.set(to, [step.index]);
    }
  }
  const always = guardrail.alwaysSay !== undefined;
  const open = program.steps.flatMap((step) =>
    step.before.includes(guardrail.index) || (always && step.work.kind === 'end') ? [step.index] : [],
  );
  const found = new Set([...open, ...program.triggers.map(({ step }) => step)]);
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    for (const earlier of before.get(step) ?? []) {
      if (found.has(earlier)) continue;
      found.add(earlier);
      open.push(earlier);
    }
  }
  // A guardrail before an escalation that triggers jump to is asked for at every step.
  const jumps = program.triggers.some(({ step }) => program.steps[step]?.before.includes(guardrail.index));
  return jumps ? program.steps.map(({ index }) => index) : [...found].sort((one, other) => one - other);
}
