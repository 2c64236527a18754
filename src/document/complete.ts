import { completeExpression } from '../condition/complete.ts';
import type { Declaration, Environment } from '../condition/environment.ts';
import { completeCell } from './assist/cell-completions.ts';
import { keysAt, wordsAt } from './assist/assist-schema.ts';
import type { Cursor } from './assist/cursor.ts';
import { cursorAt } from './assist/cursor.ts';
import { expressionAt, keysPresent } from './assist/expression-at.ts';
import type { Named } from './assist/names-at.ts';
import { namesAt, freeKeysAt } from './assist/names-at.ts';
import type { TextCompletion } from './assist/text-completion.ts';
import { withinQuotes } from './assist/within-quotes.ts';
import type { Path } from './diagnostic.ts';
import type { SopDocument } from './document.ts';
import { environmentOf } from './environment.ts';
import type { Procedure } from './model.ts';
import { scalarLike } from './scalar-like.ts';

export type { TextCompletion } from './assist/text-completion.ts';

/**
 * What can be written at an offset: keys of the format, ids and names that exist, words that a value may be, and
 * inside conditions and `{{ }}` what CEL may read there. Works on half-written text. The best first.
 */
export function completeAt(document: SopDocument, offset: number): readonly TextCompletion[] {
  const cursor = cursorAt(document.text, offset);
  if (!cursor) return [];
  if (cursor.key !== undefined)
    return completeValue(document, [...cursor.container, cursor.key], cursor, offset);
  const items =
    typeof cursor.container.at(-1) === 'number'
      ? completeValue(document, cursor.container, cursor, offset)
      : [];
  return [...items, ...completeKey(document, cursor, offset)];
}

function completeValue(
  document: SopDocument,
  path: Path,
  cursor: Cursor,
  offset: number,
): readonly TextCompletion[] {
  const environment = environmentWithScope(document.procedure);
  const cell = completeCell(document, path, offset, cursor.from, environment);
  if (cell) return cell;
  const expression = expressionAt(document, path, offset, cursor.from);
  if (expression) {
    const quote = document.text.charAt(cursor.from);
    return completeExpression(expression.source, expression.offset, environment).map(
      ({ label, insert, kind, detail, from, to }) => ({
        label,
        insert: withinQuotes(insert, quote),
        kind,
        detail,
        from: expression.place(from),
        to: Math.max(expression.place(to), offset),
      }),
    );
  }
  if (cursor.inBlock) return [];
  const names = namesAt(document, path);
  const words = [...wordsAt(document, path, offset)].map(([name, documentation]): Named => ({
    name,
    kind: 'value',
    detail: '',
    documentation,
  }));
  return [...names, ...words].map((named) => completionOf(named, document.text, cursor.from, offset));
}

/** What contacts are about is no part of the types, yet whoever compares it picks from the scope. */
function environmentWithScope(procedure: Procedure): Environment {
  const environment = environmentOf(procedure);
  const { intents, channels, locales } = procedure.scope;
  const choices = new Map([
    ['contact.intent', intents],
    ['contact.channel', channels],
    ['contact.locale', locales],
  ]);
  const declarations = environment.declarations.map((declaration): Declaration => {
    const values = choices.get(declaration.name) ?? [];
    if (values.length === 0) return declaration;
    return Object.assign({ ...declaration }, { type: { kind: 'string', enum: values } as const });
  });
  return { ...environment, declarations, byName: new Map(declarations.map((each) => [each.name, each])) };
}

function completeKey(document: SopDocument, cursor: Cursor, offset: number): readonly TextCompletion[] {
  const present = keysPresent(document, cursor.container);
  const typed = document.text.slice(cursor.from, offset);
  const colon = document.text.charAt(offset) === ':' ? '' : ': ';
  const keys = [...keysAt(document, cursor.container, offset)].map(([name, documentation]): Named => ({
    name,
    kind: 'key',
    detail: '',
    documentation,
  }));
  return [...keys, ...freeKeysAt(document, cursor.container)]
    .filter(({ name }) => name === typed || !present.has(name))
    .map((named) => completionOf(named, document.text, cursor.from, offset, colon));
}

function completionOf(named: Named, text: string, from: number, to: number, suffix = ''): TextCompletion {
  const { name, kind, detail, documentation } = named;
  const written = text.slice(from, to);
  const isWord = kind === 'value' && /^(true|false)$/.test(name);
  const completion = {
    label: name,
    insert: `${isWord ? name : scalarLike(written, name)}${suffix}`,
    kind,
    detail,
    from,
    to,
  };
  // A closing quote that stands behind the cursor already is written over.
  const quote = /^["']/.exec(written)?.[0];
  const closed =
    quote !== undefined && text.charAt(to) === quote ? { ...completion, to: to + 1 } : completion;
  return documentation === undefined ? closed : { ...closed, documentation };
}
