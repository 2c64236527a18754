import type { Expression, LogicalExpression } from '../../condition/expression.ts';
import { widestSpanOfPart } from '../../condition/part-span.ts';

/**
 * A condition's text without one operand of a chain, and without the `&&` or `||` that bound it. Undefined where
 * something else stands between, a comment for instance.
 */
export function sourceWithout(
  source: string,
  part: Expression,
  chain: LogicalExpression,
): string | undefined {
  const operator = chain.kind === 'and' ? '&&' : '||';
  const { from, to } = widestSpanOfPart(source, part);
  const before = source.slice(0, from);
  const after = source.slice(to);
  if (before.trimEnd().endsWith(operator)) {
    return before.trimEnd().slice(0, -operator.length).trimEnd() + after;
  }
  return after.trimStart().startsWith(operator)
    ? before + after.trimStart().slice(operator.length).trimStart()
    : undefined;
}
