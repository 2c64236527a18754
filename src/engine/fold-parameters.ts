import { compileExpression, type Frame } from '../condition/compile.ts';
import { childrenOf, type Expression } from '../condition/expression.ts';
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

function withChildren(expression: Expression, change: (child: Expression) => Expression): Expression {
  switch (expression.kind) {
    case 'literal':
    case 'name':
    case 'local':
    case 'visits':
    case 'invalid':
    case 'has':
      return expression;
    case 'field':
      return { ...expression, target: change(expression.target) };
    case 'index':
      return { ...expression, target: change(expression.target), index: change(expression.index) };
    case 'list':
      return { ...expression, items: expression.items.map(change) };
    case 'map': {
      const entries = expression.entries.map(({ key, value }) => ({
        key: change(key),
        value: change(value),
      }));
      return { ...expression, entries };
    }
    case 'not':
    case 'negate':
      return { ...expression, operand: change(expression.operand) };
    case 'and':
    case 'or':
      return { ...expression, operands: expression.operands.map(change) };
    case 'compare':
    case 'arithmetic':
      return { ...expression, left: change(expression.left), right: change(expression.right) };
    case 'member':
      return { ...expression, item: change(expression.item), collection: change(expression.collection) };
    case 'conditional': {
      const { test, whenTrue, whenFalse } = expression;
      return { ...expression, test: change(test), whenTrue: change(whenTrue), whenFalse: change(whenFalse) };
    }
    case 'call':
      return { ...expression, args: expression.args.map(change) };
    case 'macro': {
      const { target, guard, body } = expression;
      return { ...expression, target: change(target), guard: guard && change(guard), body: change(body) };
    }
  }
}
