import type { Expression, LogicalExpression } from '../../condition/expression.ts';
import type { Span } from '../diagnostic.ts';

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
  const { from, to } = [...widened(source, part)].at(-1) ?? part;
  const before = source.slice(0, from);
  const after = source.slice(to);
  if (before.trimEnd().endsWith(operator)) {
    return before.trimEnd().slice(0, -operator.length).trimEnd() + after;
  }
  return after.trimStart().startsWith(operator)
    ? before + after.trimStart().slice(operator.length).trimStart()
    : undefined;
}

/** Where a part stands, with the brackets that its own brackets need. */
export function spanOfPart(source: string, { from, to }: Span): Span {
  for (;;) {
    const depth = depthOf(source.slice(from, to));
    if (depth.open > 0) {
      const closing = source.indexOf(')', to);
      if (closing < 0) return { from, to };
      to = closing + 1;
    } else if (depth.close > 0) {
      const opening = source.lastIndexOf('(', from - 1);
      if (opening < 0) return { from, to };
      from = opening;
    } else return { from, to };
  }
}

/** The part, and the part with one pair of brackets more around it, and so on. */
function* widened(source: string, part: Span): Generator<Span> {
  let { from, to } = spanOfPart(source, part);
  for (;;) {
    yield { from, to };
    const before = source.slice(0, from).trimEnd();
    const after = source.slice(to);
    const blanks = after.length - after.trimStart().length;
    if (!before.endsWith('(') || after.charAt(blanks) !== ')' || isCall(before)) return;
    from = before.length - 1;
    to += blanks + 1;
  }
}

/** Brackets that are opened and not closed, and the other way round. */
function depthOf(text: string): { readonly open: number; readonly close: number } {
  let open = 0;
  let close = 0;
  for (const [character] of text.replace(/"[^"]*"|'[^']*'/g, '').matchAll(/[()]/g)) {
    if (character === '(') open += 1;
    else if (open > 0) open -= 1;
    else close += 1;
  }
  return { open, close };
}

/** Whether the bracket that the text ends with belongs to a function. */
function isCall(text: string): boolean {
  return /[\w`]\s*\($/.test(text);
}
