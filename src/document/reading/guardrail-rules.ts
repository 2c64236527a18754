import type { Guardrail, Wording } from '../model.ts';

/** One thing that a guardrail demands. */
export interface GuardrailRule {
  /** A sentence, or the beginning of one that `wording` ends. */
  readonly words: string;
  readonly wording?: Wording;
}

/** What a guardrail demands, in plain words. `sentence` puts a condition into words. */
export function rulesOf(
  guardrail: Guardrail,
  sentence: (condition: string) => string,
): readonly GuardrailRule[] {
  const { disclose, confirm, require, alwaysSay, neverSay, tone, limits } = guardrail;
  const rules: GuardrailRule[] = [];
  if (disclose !== undefined) rules.push({ words: 'Say word for word', wording: disclose });
  if (confirm !== undefined) rules.push({ words: `The customer has agreed: ${sentence(confirm)}` });
  if (require !== undefined) rules.push({ words: `Required: ${sentence(require)}` });
  if (alwaysSay !== undefined)
    rules.push({ words: 'Say at least once before the conversation ends', wording: alwaysSay });
  if (neverSay.length > 0) rules.push({ words: `Never say: ${neverSay.join(', ')}` });
  if (tone !== undefined) rules.push({ words: `Tone: ${tone}` });
  const measured = limits === undefined ? [] : limitsInWords(limits);
  if (measured.length > 0) rules.push({ words: `In every text: ${measured.join(', ')}` });
  return rules;
}

function limitsInWords({
  readingGrade,
  exclamationMarks,
  words,
}: NonNullable<Guardrail['limits']>): readonly string[] {
  return [
    words === undefined ? undefined : `at most ${words} words`,
    readingGrade === undefined ? undefined : `reading grade ${readingGrade} at most`,
    exclamationMarks === undefined
      ? undefined
      : exclamationMarks === 0
        ? 'no exclamation marks'
        : `at most ${exclamationMarks} exclamation marks`,
  ].filter((part) => part !== undefined);
}
