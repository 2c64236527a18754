/** Step ids, guardrail ids and action names: letters of any script, digits, `_`, `-` and `.`; no blanks. */
export const idPattern = /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u;

/** Facts, derived facts and parameters are read by conditions, so each part of a dotted name is a CEL identifier. */
export const factNamePattern = /^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$/;

/** BCP 47, as far as a locale of wording goes: language, script, region. */
export const localePattern = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/;

/** First parts of names that conditions read already. */
export const reservedFirstSegments: ReadonlySet<string> = new Set([
  'parameters',
  'contact',
  'turns',
  'visits',
]);

/** Words of CEL that no part of a name may be. */
const literals: ReadonlySet<string> = new Set(['true', 'false', 'null', 'in']);

/** All words of CEL: those above, and those that are free behind a dot alone. */
export const celKeywords: ReadonlySet<string> = new Set([
  ...literals,
  ...'as break const continue else for function if import let loop package namespace return var void while'.split(
    ' ',
  ),
]);

/** The part of a dotted name that a condition would read as a word of the language. */
export function celWordIn(name: string): string | undefined {
  return name.split('.').find((part, index) => literals.has(part) || (index === 0 && celKeywords.has(part)));
}

export function isExtensionKey(key: string): boolean {
  return key.startsWith('x-');
}
