import type { Remedy } from '../finding.ts';
import type { Limits } from '../model.ts';
import type { Exceeded } from '../texts/text-rules.ts';
import { breachesOf } from './breaches.ts';
import type { Breach } from './breaches.ts';
import { contradicts } from './contradictory-wording.ts';
import type { ProofContext, ProofFinding, ProofRule } from './proof-rule.ts';
import { governs, saidTexts } from './said-texts.ts';
import type { SaidText } from './said-texts.ts';

const valid = `
facts:
  order.id: { type: string, source: orders.get }
start: tell
steps:
  tell: { kind: message, say: "Order {{order.id}} is on its way.", next: done }
  done: { kind: end, outcome: done, say: Goodbye. }
guardrails:
  no-promises: { neverSay: [guarantee, "/100 ?%/"] }
  calm: { tone: Short and plain., limits: { exclamationMarks: 0, words: 20 } }`;

export const saysForbidden: ProofRule = {
  code: 'says-forbidden',
  severity: 'error',
  summary: 'No text says word for word what a guardrail forbids to say.',
  valid,
  invalid: valid.replace('is on its way', 'arrives tomorrow, 100 %'),
  check: (context) => brokenBy('neverSay', context),
};

export const textOverLimit: ProofRule = {
  code: 'text-over-limit',
  severity: 'warning',
  summary: 'Every text keeps to the limits of the tone that governs it, whatever values are put into it.',
  valid,
  invalid: valid.replace('Goodbye.', 'Goodbye!'),
  check: (context) => brokenBy('limits', context),
};

function* brokenBy(kind: Breach['kind'], { procedure }: ProofContext): Generator<ProofFinding> {
  for (const text of saidTexts(procedure)) {
    for (const [id, guardrail] of procedure.guardrails) {
      if (!governs(guardrail, text.step)) continue;
      for (const breach of breachesOf(text.written, guardrail)) {
        if (breach.kind !== kind) continue;
        const isGrade = breach.kind === 'limits' && breach.exceeded.limit === 'readingGrade';
        // Where the two guardrails contradict each other, that is said of the wording itself.
        if (text.included !== undefined && !isGrade && contradicts(text.included, guardrail, procedure))
          continue;
        yield findingOf(text, id, breach, guardrail.limits);
      }
    }
  }
}

function findingOf(
  { path, written, included }: SaidText,
  guardrail: string,
  breach: Breach,
  limits: Limits | undefined,
): ProofFinding {
  const subject =
    included === undefined
      ? 'This'
      : `The text of \`${included}\`${written.locale === undefined ? '' : ` (\`${written.locale}\`)`}`;
  if (breach.kind === 'limits') {
    return {
      message: `${subject} is over a limit of \`${guardrail}\`: ${breach.exceeded.sentence}.`,
      path,
      remedies: included === undefined ? calmer(written.text, breach.exceeded, limits) : [],
    };
  }
  const { words, range } = breach.said;
  const message = `${subject} says “${words}”, which \`${guardrail}\` forbids.`;
  return { message, path, ...(included === undefined && range ? { range } : {}) };
}

/** Where none is allowed and none stands in an expression, they can simply go. */
function calmer(text: string, { limit }: Exceeded, limits: Limits | undefined): readonly Remedy[] {
  if (limit !== 'exclamationMarks' || limits?.exclamationMarks !== 0 || text.includes('{{')) return [];
  const calm = text.replaceAll(/[!！]+/gu, (marks, at: number) =>
    marks.startsWith('！') ? '。' : /[.?…]/u.test(text.charAt(at - 1)) ? '' : '.',
  );
  return [{ kind: 'replace', title: 'Take out the exclamation marks', with: calm }];
}
