import { joinWords } from '../../condition/coerce.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { SopDocument } from '../document.ts';
import { nameOf } from '../humanised.ts';
import type { Guardrail } from '../model.ts';
import { provedDecisions } from './decision-proofs.ts';
import { provableContext } from './prove-document.ts';
import { saidTexts } from './said-texts.ts';

const flowCodes: ReadonlySet<string> = new Set([
  'start-missing',
  'unknown-step',
  'unreachable-step',
  'dead-end',
  'endless-cycle',
  'cycle-left-by-trigger',
]);
const textCodes: ReadonlySet<string> = new Set([
  'says-forbidden',
  'text-over-limit',
  'contradictory-wording',
]);

/**
 * What the proofs came to, in plain sentences, for people who sign off. `reported` is everything that was found in the
 * document: what something speaks against is not stated. `walked`: the paths of the guardrails were gone through.
 */
export function provedStatements(
  document: SopDocument,
  reported: readonly Diagnostic[],
  walked: boolean,
): readonly string[] {
  const context = provableContext(document);
  if (!context || document.procedure.steps.size === 0) return [];
  const has = (fits: (code: string) => boolean): boolean => reported.some(({ code }) => fits(code));
  const statements: string[] = [];
  const { steps, guardrails } = document.procedure;
  if (!has((code) => flowCodes.has(code))) {
    statements.push(
      `All ${steps.size} steps can be reached, and from each a way leads to an end or to a person.`,
    );
  }
  if (walked && !has(isPathCode)) statements.push(...guardrailStatements(guardrails));
  const decisions = [...provedDecisions(context)];
  const exhaustive = decisions.filter(({ proofs }) => proofs.exhaustive).length;
  if (exhaustive > 0) {
    statements.push(
      exhaustive === decisions.length
        ? `${count(exhaustive, 'decision covers', 'decisions cover')} every case.`
        : `${exhaustive} of ${decisions.length} decisions cover every case.`,
    );
  }
  const texts = [...saidTexts(document.procedure)].length;
  const ruled = [...guardrails.values()].some(({ neverSay, limits }) => neverSay.length > 0 || limits);
  if (ruled && texts > 0 && !has((code) => textCodes.has(code))) {
    statements.push(
      `The words of ${count(texts, 'text keep', 'texts keep')} to what must not be said and to the limits.`,
    );
  }
  return statements;
}

function isPathCode(code: string): boolean {
  return /^(disclosure|confirmation|requirement|always-say|guardrail-undecided)/.test(code);
}

const duties: readonly (readonly [(guardrail: Guardrail) => boolean, (names: string) => string])[] = [
  [
    ({ disclose, before }) => disclose !== undefined && before.length > 0,
    (names) => `Every path says ${names} in time.`,
  ],
  [
    ({ confirm, before }) => confirm !== undefined && before.length > 0,
    (names) => `Every path gets the customer’s yes in time: ${names}.`,
  ],
  [
    ({ require, before }) => require !== undefined && before.length > 0,
    (names) => `Every path meets ${names} in time.`,
  ],
  [({ alwaysSay }) => alwaysSay !== undefined, (names) => `Every path to an end says ${names}.`],
];

const mostNames = 3;

function guardrailStatements(guardrails: ReadonlyMap<string, Guardrail>): readonly string[] {
  return duties.flatMap(([applies, say]) => {
    const names = [...guardrails].flatMap(([id, guardrail]) =>
      applies(guardrail) ? [`“${nameOf(id, guardrail)}”`] : [],
    );
    if (names.length === 0) return [];
    const shown = names.slice(0, names.length > mostNames ? mostNames - 1 : mostNames);
    const rest = names.length - shown.length;
    return [say(joinWords([...shown, ...(rest > 0 ? [`${rest} more`] : [])], 'and'))];
  });
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
