import type { Guardrail, Procedure, StepId, Wording } from '../model.ts';
import { textsOf } from '../texts/wordings.ts';
import { breachesOf } from './breaches.ts';
import type { ProofFinding, ProofRule } from './proof-rule.ts';
import { governs, includesOf } from './said-texts.ts';

const valid = `
start: tell
steps:
  tell: { kind: message, includes: [timing], next: done }
  done: { kind: end, outcome: done }
guardrails:
  timing: { disclose: Refunds take 5 to 7 days., before: [done] }
  no-promises: { neverSay: [guarantee] }`;

export const contradictoryWording: ProofRule = {
  code: 'contradictory-wording',
  severity: 'error',
  summary: 'What one guardrail wants said breaks no other guardrail wherever it is said.',
  valid,
  invalid: valid.replace('Refunds take 5 to 7 days.', 'We guarantee a refund within 7 days.'),
  *check({ procedure }) {
    for (const [id, guardrail] of procedure.guardrails) {
      for (const [key, wording] of mustSayOf(id, guardrail, procedure)) {
        yield* contradictions(id, key, wording, procedure);
      }
    }
  },
};

function* contradictions(
  id: string,
  key: string,
  wording: Wording,
  procedure: Procedure,
): Generator<ProofFinding> {
  for (const written of textsOf(wording, ['guardrails', id, key], procedure)) {
    for (const [other, rule] of procedure.guardrails) {
      if (!contradicts(id, rule, procedure)) continue;
      for (const breach of breachesOf(written, rule)) {
        // A longer text that holds this one may read more easily, but says no less.
        if (breach.kind === 'limits' && breach.exceeded.limit === 'readingGrade') continue;
        const why =
          breach.kind === 'neverSay'
            ? `says “${breach.said.words}”, which \`${other}\` forbids`
            : `has ${breach.exceeded.sentence} by \`${other}\``;
        const range = breach.kind === 'neverSay' ? breach.said.range : undefined;
        yield {
          message: `This has to be said, and it ${why}. No run can keep both.`,
          path: written.path,
          ...(range ? { range } : {}),
        };
      }
    }
  }
}

/** What has to be said: before something, once at least, or because a step includes it. */
function* mustSayOf(
  id: string,
  { disclose, alwaysSay, before }: Guardrail,
  procedure: Procedure,
): Generator<readonly [key: string, wording: Wording]> {
  if (alwaysSay !== undefined) yield ['alwaysSay', alwaysSay];
  if (disclose === undefined) return;
  if (before.length > 0 || includersOf(id, procedure).length > 0) yield ['disclose', disclose];
}

/** Whether the rule governs every place where the wording could be said. */
export function contradicts(id: string, rule: Guardrail, procedure: Procedure): boolean {
  if (rule.appliesTo === 'all') return rule.neverSay.length > 0 || rule.limits !== undefined;
  const includers = includersOf(id, procedure);
  const guardrail = procedure.guardrails.get(id);
  if (includers.length === 0 || guardrail?.disclose === undefined) return false;
  return includers.every((step) => governs(rule, step));
}

function includersOf(id: string, { steps }: Procedure): readonly StepId[] {
  return [...steps].flatMap(([step, each]) => (includesOf(each).includes(id) ? [step] : []));
}
