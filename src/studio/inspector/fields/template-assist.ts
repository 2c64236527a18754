import type { ExpressionProblem } from '../../../condition/check.ts';
import { completeExpression, type Completion } from '../../../condition/complete.ts';
import type { Environment } from '../../../condition/environment.ts';
import { parseTemplate } from '../../../condition/template.ts';
import { checkedExpression } from '../../../document/checked-expression.ts';

/** What is wrong with the expressions of a template, in offsets of the template. */
export function templateProblems(text: string, environment: Environment): readonly ExpressionProblem[] {
  return parseTemplate(text).parts.flatMap((part) => {
    if ('text' in part) return [];
    return checkedExpression(part.source, environment).problems.map(
      ({ code, message, from, to, replacement }) => ({
        code,
        message,
        from: part.from + from,
        to: part.from + to,
        replacement,
      }),
    );
  });
}

/** Completions between double braces, closed or still open; none in the words around them. */
export function completeTemplate(
  text: string,
  offset: number,
  environment: Environment,
): readonly Completion[] {
  const open = text.lastIndexOf('{{', offset - 1);
  if (open < 0 || open + 2 > offset || text.slice(open, offset).includes('}}')) return [];
  const start = open + 2;
  const close = text.indexOf('}}', offset);
  const next = text.indexOf('{{', offset);
  const closed = close >= 0 && (next < 0 || close < next);
  const source = text.slice(start, closed ? close : offset);
  return completeExpression(source, offset - start, environment).map(
    ({ label, kind, detail, insert, from, to }) => ({
      label,
      kind,
      detail,
      insert: closed ? insert : `${insert}}}`,
      from: start + from,
      to: start + to,
    }),
  );
}
