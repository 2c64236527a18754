import type { ValueType } from '../../condition/type.ts';
import { parseTemplate } from '../../condition/template.ts';
import { checkedExpression } from '../checked-expression.ts';
import { expressionsOf } from '../expressions.ts';
import type { Rule } from './rule.ts';
import { wordingsOf } from './texts.ts';

export const templateValue: Rule = {
  code: 'template-value',
  severity: 'warning',
  summary: 'What `{{ }}` puts into a text reads as words: a text, a number, a time, or a list of those.',
  valid: `
facts:
  order.items: { type: list, items: { id: string, price: number } }
start: tell
steps:
  tell: { kind: end, outcome: done, say: "That was {{order.items.map(i, i.id)}}." }`,
  invalid: `
facts:
  order.items: { type: list, items: { id: string, price: number } }
start: tell
steps:
  tell: { kind: end, outcome: done, say: "That was {{order.items}}." }`,
  *check({ procedure, environment }) {
    for (const { path, source, offset, inTemplate, expected } of expressionsOf(procedure)) {
      if (!inTemplate) continue;
      const { expression } = checkedExpression(source, environment, expected);
      if (!expression || isSayable(expression.type)) continue;
      const what = expression.type.kind === 'list' ? 'a list of records' : 'a record of several values';
      yield {
        message: `\`${source.trim()}\` is ${what}, which nobody would read aloud. Name the field that is meant.`,
        path,
        range: { from: offset, to: offset + source.length },
      };
    }
  },
};

function isSayable(type: ValueType): boolean {
  if (type.kind === 'list') return type.items.kind !== 'list' && isSayable(type.items);
  return type.kind !== 'object' && type.kind !== 'map';
}

export const localeValues: Rule = {
  code: 'locale-values',
  severity: 'info',
  summary: 'A text puts in the same values in every locale.',
  valid: `
scope: { locales: [en, de] }
facts:
  order.id: { type: string }
start: tell
steps:
  tell: { kind: end, outcome: done, say: { en: "Order {{order.id}}.", de: "Bestellung {{order.id}}." } }`,
  invalid: `
scope: { locales: [en, de] }
facts:
  order.id: { type: string }
start: tell
steps:
  tell: { kind: end, outcome: done, say: { en: "Order {{order.id}}.", de: "Ihre Bestellung." } }`,
  *check({ procedure }) {
    for (const { path, wording } of wordingsOf(procedure)) {
      if (typeof wording === 'string') continue;
      const values = new Map([...wording].map(([locale, text]) => [locale, valuesIn(text)] as const));
      const all = new Set([...values.values()].flatMap((each) => [...each]));
      for (const [locale, present] of values) {
        const missing = [...all].filter((value) => !present.has(value));
        if (missing.length === 0 || wording.get(locale) === '') continue;
        const names = missing.map((value) => `\`{{${value}}}\``).join(', ');
        yield {
          message: `The text for \`${locale}\` leaves out ${names}, which another locale tells.`,
          path: [...path, locale],
          at: 'key',
        };
      }
    }
  },
};

function valuesIn(text: string): ReadonlySet<string> {
  return new Set(
    parseTemplate(text).parts.flatMap((part) =>
      'source' in part ? [part.source.replaceAll(/\s+/g, '')] : [],
    ),
  );
}
