import { Environment as CelLibrary, ParseError, type ASTNode } from '@marcbachmann/cel-js';
import { prepareSource, type PreparedSource } from './prepare-source.ts';

export type SyntaxNode = ASTNode;

export type ParsedExpression =
  | { readonly ok: true; readonly root: SyntaxNode; readonly prepared: PreparedSource }
  | { readonly ok: false; readonly message: string; readonly from: number; readonly to: number };

/** In UTF-16 units. Longer conditions belong into derived facts. */
export const LONGEST_EXPRESSION = 10_000;
export const DEEPEST_NESTING = 100;

const library = new CelLibrary({
  unlistedVariablesAreDyn: true,
  limits: {
    maxAstNodes: 20_000,
    maxDepth: DEEPEST_NESTING,
    maxListElements: 5_000,
    maxMapEntries: 5_000,
    maxCallArguments: 100,
  },
});

/** Never throws. Only the library's parser is used: types, checks and evaluation are ours. */
export function parseExpression(source: string): ParsedExpression {
  if (source.length > LONGEST_EXPRESSION) {
    const message = `The expression is longer than ${LONGEST_EXPRESSION} characters.`;
    return { ok: false, message, from: LONGEST_EXPRESSION, to: source.length };
  }
  if (source.trim() === '')
    return { ok: false, message: 'An expression is missing here.', from: 0, to: source.length };
  const prepared = prepareSource(source);
  try {
    return { ok: true, root: library.parse(prepared.text).ast, prepared };
  } catch (error) {
    return { ok: false, ...syntaxProblem(error, source) };
  }
}

function syntaxProblem(error: unknown, source: string): { message: string; from: number; to: number } {
  if (!(error instanceof ParseError)) {
    return { message: 'The expression is nested too deeply.', from: 0, to: source.length };
  }
  const from = Math.min(error.range?.start ?? 0, source.length);
  const to = Math.max(from, Math.min(error.range?.end ?? source.length, source.length));
  return {
    message: syntaxMessage(error, source, from, to),
    from: from === to && from > 0 ? from - 1 : from,
    to,
  };
}

function syntaxMessage(error: ParseError, source: string, from: number, to: number): string {
  const found = source.slice(from, to).trim();
  switch (error.code) {
    case 'unexpected_token':
    case 'expected_token':
      if (found === '') return 'The expression ends too early.';
      return `"${found}" is not expected here.`;
    case 'unexpected_character':
      if (found === '=') return '"=" is not expected here: comparisons are written "==".';
      if (found === '&' || found === '|') return `"${found}" is not expected here: write "${found}${found}".`;
      return found === '' ? 'The expression ends too early.' : `"${found}" is not expected here.`;
    case 'unterminated_string':
    case 'unterminated_triple_quoted_string':
      return 'This text has no closing quote.';
    case 'newline_in_string':
      return 'This text has no closing quote on its line.';
    case 'reserved_identifier':
      return `"${found}" is a reserved word and cannot be a name.`;
    case 'limit_exceeded':
      return 'The expression is nested too deeply or too large.';
    case 'invalid_macro_argument':
      return 'A plain name is expected here, for the variable that stands for each item.';
    default:
      return `${error.summary}.`;
  }
}
