import type { Derived, Fact, Guardrail, Procedure, Step, StepId } from '../../document/model.ts';
import type { Program } from '../../engine/program.ts';

const known = new WeakMap<Program, Procedure>();

/**
 * The procedure of a program with what its steps run, under the ids and names that a trace has for it: `verify/ask`.
 * For showing; nothing else reads it. The procedure itself where no step runs another.
 */
export function wholeProcedure(program: Program): Procedure {
  if (program.scopes.length === 1) return program.procedure;
  let whole = known.get(program);
  if (whole === undefined) known.set(program, (whole = merge(program)));
  return whole;
}

function merge({ procedure, scopes }: Program): Procedure {
  const steps = new Map<StepId, Step>();
  const guardrails = new Map<string, Guardrail>();
  const facts = new Map<string, Fact>();
  const derived = new Map<string, Derived>();
  for (const { prefix, procedure: own } of scopes) {
    for (const [id, step] of own.steps) steps.set(prefix + id, step);
    for (const [id, guardrail] of own.guardrails) guardrails.set(prefix + id, guardrail);
    for (const [name, fact] of own.facts) facts.set(prefix + name, fact);
    for (const [name, each] of own.derived) derived.set(prefix + name, each);
  }
  return { ...procedure, steps, guardrails, facts, derived };
}

/** The step of the procedure itself in which a step is run: its own, or `verify` for `verify/ask`. */
export function outermostStep(id: StepId): StepId {
  const at = id.indexOf('/');
  return at === -1 ? id : id.slice(0, at);
}
