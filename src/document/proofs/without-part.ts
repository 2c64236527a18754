import type { Expression, LogicalExpression } from '../../condition/expression.ts';

/**
 * A condition's text without one operand of a chain, and without the `&&` or `||` that bound it. Undefined where the
 * text around it is not simply that: a comment, or brackets that hold more.
 */
export function sourceWithout(
  source: string,
  part: Expression,
  chain: LogicalExpression,
): string | undefined {
  const operator = chain.kind === 'and' ? '&&' : '||';
  let { from, to } = part;
  for (;;) {
    const before = source.slice(0, from).trimEnd();
    const after = source.slice(to);
    const blanks = after.length - after.trimStart().length;
    if (!before.endsWith('(') || after.charAt(blanks) !== ')' || isCall(before)) break;
    from = before.length - 1;
    to += blanks + 1;
  }
  const before = source.slice(0, from);
  const after = source.slice(to);
  if (before.trimEnd().endsWith(operator)) {
    return before.trimEnd().slice(0, -operator.length).trimEnd() + after;
  }
  return after.trimStart().startsWith(operator)
    ? before + after.trimStart().slice(operator.length).trimStart()
    : undefined;
}

/** Whether the bracket that the text ends with belongs to a function. */
function isCall(text: string): boolean {
  return /[\w`]\s*\($/.test(text);
}
