import type { Diagnostic } from './diagnostic.ts';
import type { Source } from './source/source.ts';

/** What a parser says of a text's grammar, said to a person. */
const messages = new Map<string, string>([
  ['tab-as-indent', 'A tab stands where the line begins. Indent with blanks.'],
  ['bad-indent', 'This line is not indented like those that it belongs to.'],
  [
    'brace-not-closed',
    'A `{` before this is not closed with `}`, or what it holds is not indented under its key.',
  ],
  [
    'bracket-not-closed',
    'A `[` before this is not closed with `]`, or what it holds is not indented under its key.',
  ],
  ['quote-not-closed', 'A quote before this is not closed.'],
  ['block-as-implicit-key', 'Two colons on this line could each end a key. Put the text in quotes.'],
  ['bad-scalar-start', 'A text cannot begin with this character. Put it in quotes.'],
  [
    'bad-dq-escape',
    'Between double quotes `\\` begins an escape, and there is none of this sort. Write `\\\\`, or use single quotes.',
  ],
  ['block-in-flow', 'Inside braces and brackets everything is separated by commas; nothing is indented.'],
]);

/** Codes that one slip brings about again and again in the lines behind it. */
const echoes = new Set([
  'bad-indent',
  'block-as-implicit-key',
  'block-in-flow',
  'brace-not-closed',
  'bracket-not-closed',
  'impossible',
  'missing-char',
  'multiline-implicit-key',
  'quote-not-closed',
  'tab-as-indent',
  'unexpected-token',
]);

/** YAML errors as diagnostics: of those that follow from each other the first of each entry. */
export function presentYamlErrors({ errors, text }: Source): readonly Diagnostic[] {
  const told = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const { code, message, span, path } of errors) {
    if (echoes.has(code)) {
      const entry = JSON.stringify(path.slice(0, 2));
      if (told.has(entry)) continue;
      told.add(entry);
    }
    diagnostics.push({
      code: 'yaml',
      severity: 'error',
      message: messages.get(code) ?? message,
      // At the end of the text the parser points behind it.
      span: { from: Math.min(span.from, text.length), to: Math.min(span.to, text.length) },
      path,
      fixes: [],
    });
  }
  return diagnostics;
}
