import type { Expression } from './expression.ts';

/** The same node on other children; itself where it has none. */
export function withChildren(expression: Expression, change: (child: Expression) => Expression): Expression {
  switch (expression.kind) {
    case 'literal':
    case 'name':
    case 'local':
    case 'visits':
    case 'invalid':
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
    case 'has':
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
