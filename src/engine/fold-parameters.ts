import { compileExpression, type Frame } from '../condition/compile.ts';
import { childrenOf, type Expression } from '../condition/expression.ts';
import { withChildren } from '../condition/with-children.ts';
import { EvaluationError, type Outcome } from '../condition/value.ts';
import type { KnownTexts } from './known-texts.ts';

/**
 * The same expression with parameters as literals, and with what hangs on literals alone worked out: a condition
 * then compares with a constant. Texts become known ones. What it comes to, errors and their places included, is unchanged.
 */
export function foldParameters(
  expression: Expression,
  slots: readonly Outcome[],
  texts: KnownTexts,
): Expression {
  if (expression.kind === 'literal' && typeof expression.value === 'string') {
    return { ...expression, value: texts.add(expression.value) };
  }
  if (expression.kind === 'name') {
    const value = expression.role === 'parameter' ? slots[expression.slot] : undefined;
    return value === undefined || value instanceof EvaluationError ? expression : literal(expression, value);
  }
  if (expression.kind === 'has') return expression;
  const folded = withChildren(expression, (child) => foldParameters(child, slots, texts));
  if (folded.kind !== 'arithmetic' && folded.kind !== 'negate' && folded.kind !== 'call') return folded;
  if (!childrenOf(folded).every(({ kind }) => kind === 'literal')) return folded;
  const value = compileExpression(folded)(emptyFrame);
  return value === undefined || value instanceof EvaluationError ? folded : literal(folded, value);
}

const emptyFrame: Frame = { slots: [], derived: () => undefined, visits: () => 0 };

function literal({ type, from, to }: Expression, value: NonNullable<Outcome> | null): Expression {
  if (value instanceof EvaluationError) throw value;
  return { kind: 'literal', type, from, to, value };
}
