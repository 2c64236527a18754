import type { CompareExpression, ComparisonOperator, Expression } from '../expression.ts';
import { compareOutcomes } from './operate.ts';
import type { Evaluate, Scope } from './scope.ts';

export function againstNumber(
  operator: ComparisonOperator,
  subject: Expression,
  literal: number,
  at: Expression,
  scope: Scope,
): Evaluate {
  const evaluate = scope.compile(subject);
  const slot = subject.kind === 'name' && subject.role !== 'derived' ? subject.slot : undefined;
  const slow = (value: ReturnType<Evaluate>) => compareOutcomes(operator, value, literal, at);
  if (slot !== undefined) {
    switch (operator) {
      case '<':
        return ({ slots }) => {
          const value = slots[slot];
          return typeof value === 'number' ? value < literal : slow(value);
        };
      case '<=':
        return ({ slots }) => {
          const value = slots[slot];
          return typeof value === 'number' ? value <= literal : slow(value);
        };
      case '>':
        return ({ slots }) => {
          const value = slots[slot];
          return typeof value === 'number' ? value > literal : slow(value);
        };
      case '>=':
        return ({ slots }) => {
          const value = slots[slot];
          return typeof value === 'number' ? value >= literal : slow(value);
        };
      case '==':
        return ({ slots }) => {
          const value = slots[slot];
          return typeof value === 'number' ? value === literal : slow(value);
        };
      default:
        return ({ slots }) => {
          const value = slots[slot];
          return typeof value === 'number' ? value !== literal : slow(value);
        };
    }
  }
  switch (operator) {
    case '<':
      return (frame) => {
        const value = evaluate(frame);
        return typeof value === 'number' ? value < literal : slow(value);
      };
    case '<=':
      return (frame) => {
        const value = evaluate(frame);
        return typeof value === 'number' ? value <= literal : slow(value);
      };
    case '>':
      return (frame) => {
        const value = evaluate(frame);
        return typeof value === 'number' ? value > literal : slow(value);
      };
    case '>=':
      return (frame) => {
        const value = evaluate(frame);
        return typeof value === 'number' ? value >= literal : slow(value);
      };
    case '==':
      return (frame) => {
        const value = evaluate(frame);
        return typeof value === 'number' ? value === literal : slow(value);
      };
    default:
      return (frame) => {
        const value = evaluate(frame);
        return typeof value === 'number' ? value !== literal : slow(value);
      };
  }
}

/** A fact against a parameter. */
export function numberSlots(
  expression: CompareExpression,
  left: number,
  right: number,
): Evaluate | undefined {
  const { operator } = expression;
  switch (operator) {
    case '<':
      return ({ slots }) => {
        const a = slots[left];
        const b = slots[right];
        return typeof a === 'number' && typeof b === 'number'
          ? a < b
          : compareOutcomes(operator, a, b, expression);
      };
    case '<=':
      return ({ slots }) => {
        const a = slots[left];
        const b = slots[right];
        return typeof a === 'number' && typeof b === 'number'
          ? a <= b
          : compareOutcomes(operator, a, b, expression);
      };
    case '>':
      return ({ slots }) => {
        const a = slots[left];
        const b = slots[right];
        return typeof a === 'number' && typeof b === 'number'
          ? a > b
          : compareOutcomes(operator, a, b, expression);
      };
    case '>=':
      return ({ slots }) => {
        const a = slots[left];
        const b = slots[right];
        return typeof a === 'number' && typeof b === 'number'
          ? a >= b
          : compareOutcomes(operator, a, b, expression);
      };
    default:
      return undefined;
  }
}

/** Undefined for equality, which is no faster for numbers. */
export function compareNumbers(
  expression: CompareExpression,
  one: Evaluate,
  other: Evaluate,
): Evaluate | undefined {
  const { operator } = expression;
  switch (operator) {
    case '<':
      return (frame) => {
        const a = one(frame);
        const b = other(frame);
        return typeof a === 'number' && typeof b === 'number'
          ? a < b
          : compareOutcomes(operator, a, b, expression);
      };
    case '<=':
      return (frame) => {
        const a = one(frame);
        const b = other(frame);
        return typeof a === 'number' && typeof b === 'number'
          ? a <= b
          : compareOutcomes(operator, a, b, expression);
      };
    case '>':
      return (frame) => {
        const a = one(frame);
        const b = other(frame);
        return typeof a === 'number' && typeof b === 'number'
          ? a > b
          : compareOutcomes(operator, a, b, expression);
      };
    case '>=':
      return (frame) => {
        const a = one(frame);
        const b = other(frame);
        return typeof a === 'number' && typeof b === 'number'
          ? a >= b
          : compareOutcomes(operator, a, b, expression);
      };
    default:
      return undefined;
  }
}
