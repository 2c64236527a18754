import type { GuardrailPathCode } from '../../document/proofs/guardrail-paths.ts';
import type { CodedProofFinding } from '../../document/proofs/proof-rule.ts';
import type { Contact } from '../contact.ts';
import type { Program } from '../program.ts';
import type { Obligation } from './obligation.ts';
import type { Verdict } from './prove-guardrails.ts';

export interface FoundProblem {
  readonly finding: CodedProofFinding;
  readonly counterexample: Contact | undefined;
}

/** A verdict in plain words, at the step that the guardrail stands before. */
export function presentVerdict(program: Program, verdict: Verdict): FoundProblem {
  const { obligation, trail } = verdict;
  const { guardrail } = obligation;
  const name = named(guardrail.id, program.procedure.guardrails.get(guardrail.id)?.title);
  if (verdict.kind === 'undecided') {
    const [target = -1] = obligation.targets;
    const where = obligation.check === 'alwaysSay' ? 'an end' : stepName(program, target);
    return {
      finding: {
        code: 'guardrail-undecided' satisfies GuardrailPathCode,
        severity: 'info',
        message: `Not decided whether ${name} is kept on every way to ${where}: ${verdict.why}.`,
        path: pathOf(program, target),
        at: 'key',
        trail,
      },
      counterexample: undefined,
    };
  }
  const { contact, result } = verdict.shown;
  const detail = result.violations.find((each) => each.guardrail === guardrail.id)?.detail ?? '';
  return {
    finding: {
      code: codeOf(obligation),
      severity: guardrail.severity === 'block' ? 'error' : 'warning',
      message: messageOf(obligation, name, stepName(program, verdict.step), detail),
      path: pathOf(program, verdict.step),
      at: 'key',
      trail,
    },
    counterexample: contact,
  };
}

function codeOf({ check, failure }: Obligation): GuardrailPathCode {
  switch (check) {
    case 'disclose':
      return 'disclosure-skipped';
    case 'alwaysSay':
      return 'always-say-skipped';
    case 'require':
      return 'requirement-not-held';
    case 'confirm':
      return failure.kind === 'lapsed' ? 'confirmation-lapsed' : 'confirmation-skipped';
  }
}

function messageOf({ check, failure }: Obligation, name: string, step: string, detail: string): string {
  switch (check) {
    case 'disclose':
      return `A contact can come to ${step} without hearing ${name}. Say it on every way there.`;
    case 'alwaysSay':
      return `A contact can end at ${step} without hearing ${name}. Say it on every way to an end.`;
    case 'require':
      return `A contact can come to ${step} although ${name} does not hold: ${detail}. Decide on it on every way there.`;
    case 'confirm':
      return failure.kind === 'lapsed'
        ? `A contact can come to ${step} with a yes that is out of date for ${name}: ${detail}. Ask once all is known.`
        : `A contact can come to ${step} without the yes that ${name} asks for: ${detail}. Ask for it on every way there.`;
  }
}

function stepName(program: Program, index: number): string {
  const step = program.steps[index];
  return step === undefined ? '' : named(step.ownId, step.scope.procedure.steps.get(step.ownId)?.title);
}

/** Inside a procedure that a step runs, the step that runs it. */
function pathOf(program: Program, index: number): readonly string[] {
  const step = program.steps[index];
  const outermost = step?.scope.chain[1]?.caller;
  return ['steps', outermost?.id ?? step?.id ?? ''];
}

/** The title in quotes, else the id as the text has it. */
function named(id: string, title: string | undefined): string {
  return title === undefined ? `\`${id}\`` : `“${title}”`;
}
