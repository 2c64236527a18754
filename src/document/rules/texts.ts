import type { Path } from '../diagnostic.ts';
import type { Procedure, Wording } from '../model.ts';
import { localePattern } from '../names.ts';
import { languageOf } from '../texts/language-of.ts';
import { ownWordingOf } from '../texts/wordings.ts';
import { forbiddenText } from '../texts/text-rules.ts';
import type { Rule } from './rule.ts';

export const badPattern: Rule = {
  code: 'bad-pattern',
  severity: 'error',
  summary: 'Between slashes `neverSay` has a regular expression that can be run in linear time.',
  valid: `
guardrails:
  no-promises: { neverSay: [guarantee, "/100 ?%/"] }`,
  invalid: `
guardrails:
  no-promises: { neverSay: [guarantee, "/100 ?%(/"] }`,
  *check({ procedure }) {
    for (const [id, guardrail] of procedure.guardrails) {
      for (const [index, words] of guardrail.neverSay.entries()) {
        const forbidden = forbiddenText(words);
        if (!('problem' in forbidden)) continue;
        yield {
          message: `This is no regular expression: ${forbidden.problem}`,
          path: ['guardrails', id, 'neverSay', index],
        };
      }
    }
  },
};

export const badLocale: Rule = {
  code: 'bad-locale',
  severity: 'error',
  summary: 'Locales are written like `en` or `de-AT`.',
  valid: `
scope: { locales: [en, de-AT] }
start: done
steps:
  done: { kind: end, outcome: done, say: { en: Goodbye., de-AT: Servus. } }`,
  invalid: `
scope: { locales: [english] }`,
  *check({ procedure }) {
    for (const [index, locale] of procedure.scope.locales.entries()) {
      if (locale !== '' && !localePattern.test(locale))
        yield complaint(locale, ['scope', 'locales', index], 'value');
    }
    for (const { path, wording } of wordingsOf(procedure)) {
      if (typeof wording === 'string') continue;
      for (const locale of wording.keys()) {
        if (!localePattern.test(locale)) yield complaint(locale, [...path, locale], 'key');
      }
    }
  },
};

export const missingLocale: Rule = {
  code: 'missing-locale',
  severity: 'warning',
  summary: 'A text with one wording for each locale has one for each locale in scope.',
  valid: badLocale.valid,
  invalid: `
scope: { locales: [en, de] }
start: done
steps:
  done: { kind: end, outcome: done, say: { en: Goodbye. } }`,
  *check({ procedure }) {
    for (const { path, wording } of wordingsOf(procedure)) {
      if (typeof wording === 'string') continue;
      const missing = procedure.scope.locales.filter(
        (locale) => locale !== '' && isBlank(wording.get(locale)) && isBlank(wording.get(languageOf(locale))),
      );
      if (missing.length === 0) continue;
      const names = missing.map((locale) => `\`${locale}\``).join(', ');
      yield { message: `There is no wording for ${names}, which the procedure covers.`, path, at: 'key' };
    }
  },
};

/** A locale without words has no wording, however it is written. */
function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

function complaint(locale: string, path: Path, at: 'key' | 'value') {
  return { message: `\`${locale}\` is no locale. Write it like \`en\` or \`de-AT\`.`, path, at };
}

export function* wordingsOf(
  procedure: Procedure,
): Generator<{ readonly path: Path; readonly wording: Wording }> {
  for (const [id, step] of procedure.steps) {
    const own = ownWordingOf(step);
    if (own) yield { path: ['steps', id, own[0]], wording: own[1] };
  }
  for (const [id, guardrail] of procedure.guardrails) {
    if (guardrail.disclose !== undefined)
      yield { path: ['guardrails', id, 'disclose'], wording: guardrail.disclose };
    if (guardrail.alwaysSay !== undefined)
      yield { path: ['guardrails', id, 'alwaysSay'], wording: guardrail.alwaysSay };
  }
}

export const sayOrInstruct: Rule = {
  code: 'say-or-instruct',
  severity: 'error',
  summary: 'A message is said word for word (`say`) or left to the agent (`instruct`), not both.',
  valid: `
start: greet
steps:
  greet: { kind: message, say: Hello., next: done }
  done: { kind: end, outcome: done }`,
  invalid: `
start: greet
steps:
  greet: { kind: message, say: Hello., instruct: Greet warmly., next: done }
  done: { kind: end, outcome: done }`,
  *check({ procedure }) {
    for (const [id, step] of procedure.steps) {
      if (step.kind !== 'message') continue;
      if (step.say !== undefined && step.instruct !== undefined) {
        yield {
          message: 'The message has `say` and `instruct`. Keep one of them.',
          path: ['steps', id, 'instruct'],
          at: 'key',
        };
      }
    }
  },
};

export const nothingToSay: Rule = {
  code: 'nothing-to-say',
  severity: 'warning',
  summary: 'A message has something to say, a question something to ask and facts to collect.',
  valid: sayOrInstruct.valid,
  invalid: `
start: greet
steps:
  greet: { kind: message, next: done }
  done: { kind: end, outcome: done }`,
  *check({ procedure }) {
    for (const [id, step] of procedure.steps) {
      const path: Path = ['steps', id];
      if (
        step.kind === 'message' &&
        step.say === undefined &&
        step.instruct === undefined &&
        step.includes.length === 0
      ) {
        yield { message: 'The message says nothing yet. Give it `say` or `instruct`.', path, at: 'key' };
      }
      if (step.kind !== 'question') continue;
      if (step.ask === undefined && step.includes.length === 0) {
        yield { message: 'The question asks nothing yet. Give it `ask`.', path, at: 'key' };
      }
      if (step.collects.length === 0) {
        yield {
          message: 'The question collects no fact, so it is always skipped. List one under `collects`.',
          path,
          at: 'key',
        };
      }
    }
  },
};
