import type { Guardrail, Procedure } from '../model.ts';
import { didYouMean } from '../nearest.ts';
import type { Path } from '../diagnostic.ts';
import type { Rule } from './rule.ts';

export const unknownGuardrail: Rule = {
  code: 'unknown-guardrail',
  severity: 'error',
  summary: 'A step includes guardrails that exist.',
  valid: `
start: tell
steps:
  tell: { kind: message, includes: [timing], next: done }
  done: { kind: end, outcome: done }
guardrails:
  timing: { disclose: Refunds take 5 to 7 days. }`,
  invalid: `
start: tell
steps:
  tell: { kind: message, includes: [timings], next: done }
  done: { kind: end, outcome: done }
guardrails:
  timing: { disclose: Refunds take 5 to 7 days., before: [done] }`,
  *check({ procedure, guardrailIds }) {
    for (const { name, path } of includesOf(procedure)) {
      if (guardrailIds.has(name)) continue;
      const { hint, remedies } = didYouMean(name, guardrailIds);
      yield { message: `The step includes \`${name}\`, which is no guardrail.${hint}`, path, remedies };
    }
  },
};

export const nothingToInclude: Rule = {
  code: 'nothing-to-include',
  severity: 'error',
  summary: 'A guardrail that a step includes has a `disclose` text to say.',
  valid: unknownGuardrail.valid,
  invalid: `
start: tell
steps:
  tell: { kind: message, includes: [calm], next: done }
  done: { kind: end, outcome: done }
guardrails:
  calm: { tone: Plain words. }`,
  *check({ procedure }) {
    for (const { name, path } of includesOf(procedure)) {
      const guardrail = procedure.guardrails.get(name);
      if (!guardrail || hasWords(guardrail)) continue;
      yield { message: `The guardrail \`${name}\` has no \`disclose\` text that the step could say.`, path };
    }
  },
};

function hasWords(guardrail: Guardrail): boolean {
  return guardrail.disclose !== undefined;
}

function* includesOf(procedure: Procedure): Generator<{ readonly name: string; readonly path: Path }> {
  for (const [id, step] of procedure.steps) {
    if (step.kind !== 'message' && step.kind !== 'question') continue;
    for (const [index, name] of step.includes.entries()) {
      if (name !== '') yield { name, path: ['steps', id, 'includes', index] };
    }
  }
}
