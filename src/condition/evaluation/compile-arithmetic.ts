import type { Expression } from '../expression.ts';
import { calculate } from './operate.ts';
import type { Evaluate, Scope } from './scope.ts';

export function compileArithmetic(expression: Expression & { kind: 'arithmetic' }, scope: Scope): Evaluate {
  const { operator } = expression;
  const left = scope.compile(expression.left);
  const right = scope.compile(expression.right);
  switch (operator) {
    case '+':
      return (frame) => {
        const a = left(frame);
        const b = right(frame);
        return typeof a === 'number' && typeof b === 'number' ? a + b : calculate(operator, a, b, expression);
      };
    case '-':
      return (frame) => {
        const a = left(frame);
        const b = right(frame);
        return typeof a === 'number' && typeof b === 'number' ? a - b : calculate(operator, a, b, expression);
      };
    case '*':
      return (frame) => {
        const a = left(frame);
        const b = right(frame);
        return typeof a === 'number' && typeof b === 'number' ? a * b : calculate(operator, a, b, expression);
      };
    default:
      return (frame) => calculate(operator, left(frame), right(frame), expression);
  }
}
