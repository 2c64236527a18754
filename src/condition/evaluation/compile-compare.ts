import type { CompareExpression, ComparisonOperator, Expression } from '../expression.ts';
import type { Value } from '../value.ts';
import { againstNumber, compareNumbers, numberSlots } from './compare-numbers.ts';
import { compareOutcomes } from './operate.ts';
import type { Evaluate, Scope } from './scope.ts';

const SWAPPED: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/**
 * Specialised by what is compared: most conditions compare a fact with a literal, or a number with a number. The
 * fast tests look at the values themselves, so a value of another type than declared cannot be misread.
 */
export function compileCompare(expression: CompareExpression, scope: Scope): Evaluate {
  const { operator, left, right } = expression;
  if (right.kind === 'literal') {
    const fast = againstLiteral(operator, left, right.value, expression, scope);
    if (fast !== undefined) return fast;
  }
  if (left.kind === 'literal') {
    const fast = againstLiteral(SWAPPED[operator], right, left.value, expression, scope);
    if (fast !== undefined) return fast;
  }
  const slots = slotsOf(left, right);
  if (slots !== undefined && left.type.kind === 'number' && right.type.kind === 'number') {
    const fast = numberSlots(expression, slots[0], slots[1]);
    if (fast !== undefined) return fast;
  }
  const one = scope.compile(left);
  const other = scope.compile(right);
  if (left.type.kind === 'number' && right.type.kind === 'number') {
    const fast = compareNumbers(expression, one, other);
    if (fast !== undefined) return fast;
  }
  if (operator === '==' || operator === '!=') return equality(expression, one, other);
  return (frame) => compareOutcomes(operator, one(frame), other(frame), expression);
}

function againstLiteral(
  operator: ComparisonOperator,
  subject: Expression,
  literal: Value,
  at: Expression,
  scope: Scope,
): Evaluate | undefined {
  if (typeof literal === 'number') return againstNumber(operator, subject, literal, at, scope);
  if (operator !== '==' && operator !== '!=') return undefined;
  if (typeof literal === 'string') return againstText(operator === '==', subject, literal, at, scope);
  if (typeof literal !== 'boolean') return undefined;
  const wanted = (operator === '==') === literal;
  const evaluate = scope.compile(subject);
  return (frame) => {
    const value = evaluate(frame);
    return typeof value === 'boolean' ? value === wanted : compareOutcomes(operator, value, literal, at);
  };
}

function againstText(
  equal: boolean,
  subject: Expression,
  literal: string,
  at: Expression,
  scope: Scope,
): Evaluate {
  const slow = (value: ReturnType<Evaluate>) => compareOutcomes(equal ? '==' : '!=', value, literal, at);
  if (subject.kind === 'name' && subject.role !== 'derived') {
    const { slot } = subject;
    return equal
      ? ({ slots }) => {
          const value = slots[slot];
          return typeof value === 'string' ? value === literal : slow(value);
        }
      : ({ slots }) => {
          const value = slots[slot];
          return typeof value === 'string' ? value !== literal : slow(value);
        };
  }
  const evaluate = scope.compile(subject);
  return equal
    ? (frame) => {
        const value = evaluate(frame);
        return typeof value === 'string' ? value === literal : slow(value);
      }
    : (frame) => {
        const value = evaluate(frame);
        return typeof value === 'string' ? value !== literal : slow(value);
      };
}

function equality(expression: CompareExpression, one: Evaluate, other: Evaluate): Evaluate {
  if (expression.operator === '==') {
    return (frame) => {
      const a = one(frame);
      const b = other(frame);
      if (typeof a === 'string' && typeof b === 'string') return a === b;
      return compareOutcomes('==', a, b, expression);
    };
  }
  return (frame) => {
    const a = one(frame);
    const b = other(frame);
    if (typeof a === 'string' && typeof b === 'string') return a !== b;
    return compareOutcomes('!=', a, b, expression);
  };
}

function slotsOf(left: Expression, right: Expression): readonly [left: number, right: number] | undefined {
  if (left.kind !== 'name' || left.role === 'derived') return undefined;
  return right.kind === 'name' && right.role !== 'derived' ? [left.slot, right.slot] : undefined;
}
