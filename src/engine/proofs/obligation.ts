import type { CompiledGuardrail, CompiledStep, Condition, Program } from '../program.ts';
import type { GuardrailCheck } from '../trace.ts';
import { splitCondition } from './split-condition.ts';

/** One thing that has to hold on every way to one step, or to one of several. */
export interface Obligation {
  readonly guardrail: CompiledGuardrail;
  readonly check: Extract<GuardrailCheck, 'disclose' | 'confirm' | 'require' | 'alwaysSay'>;
  /** The steps before which it is checked: one, or for `alwaysSay` every end. */
  readonly targets: ReadonlySet<number>;
  /** How it can fail: what is asked in several parts, by each of them. */
  readonly failure:
    | { readonly kind: 'unsaid'; readonly disclosure: number }
    /** The condition does not come to what it should. */
    | { readonly kind: 'not-true'; readonly condition: Condition; readonly holds: boolean }
    | { readonly kind: 'lapsed'; readonly condition: Condition };
}

/** The guardrails that a program's proofs are about: those of procedures that its steps run are for their own. */
export function ownGuardrails(program: Program): readonly CompiledGuardrail[] {
  return program.guardrails.filter(({ scope }) => scope.caller === undefined);
}

/** Everything that a guardrail asks before something. */
export function obligationsOf(program: Program, guardrail: CompiledGuardrail): readonly Obligation[] {
  const obligations = program.steps.flatMap((step) =>
    step.before.includes(guardrail.index) ? before(program, guardrail, step) : [],
  );
  if (guardrail.alwaysSay === undefined) return obligations;
  const ends = program.steps.flatMap(({ index, work }) => (work.kind === 'end' ? [index] : []));
  const failure = { kind: 'unsaid', disclosure: guardrail.alwaysSay } as const;
  const always = { guardrail, check: 'alwaysSay', targets: new Set(ends), failure } as const;
  return ends.length === 0 ? obligations : [...obligations, always];
}

function before(
  program: Program,
  guardrail: CompiledGuardrail,
  { index, work }: CompiledStep,
): readonly Obligation[] {
  const { disclose, confirm, require } = guardrail;
  const targets = new Set([index]);
  const obligations: Obligation[] = [];
  if (disclose !== undefined) {
    obligations.push({
      guardrail,
      check: 'disclose',
      targets,
      failure: { kind: 'unsaid', disclosure: disclose },
    });
  }
  if (confirm !== undefined) {
    for (const part of splitCondition(program, confirm, true)) {
      obligations.push({ guardrail, check: 'confirm', targets, failure: { kind: 'not-true', ...part } });
    }
    if (work.kind === 'action' && work.inputs.length > 0 && confirm.inputs.length > 0) {
      obligations.push({
        guardrail,
        check: 'confirm',
        targets,
        failure: { kind: 'lapsed', condition: confirm },
      });
    }
  }
  if (require !== undefined) {
    for (const part of splitCondition(program, require, true)) {
      obligations.push({ guardrail, check: 'require', targets, failure: { kind: 'not-true', ...part } });
    }
  }
  return obligations;
}
