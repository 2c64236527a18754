import type { Expression } from '../expression.ts';
import { failure, type Span } from '../functions/function-spec.ts';
import { EvaluationError, type Outcome } from '../value.ts';
import { nounOf } from './operate.ts';
import { isKnown, type Evaluate, type Frame, type Scope } from './scope.ts';

/** What is neither true nor false in the place of a condition: unknown, an error, or a value of another kind. */
export function notBoolean(outcome: Outcome, at: Span): EvaluationError | undefined {
  if (!isKnown(outcome)) return outcome;
  return failure(at, `${nounOf(outcome)} is neither true nor false`);
}

/**
 * `&&` (decided by false) and `||` (decided by true). One deciding operand decides, whatever the others are; failing
 * that, unknown wins over an error, since the unknown may yet decide.
 */
export function compileLogical(expression: Expression & { kind: 'and' | 'or' }, scope: Scope): Evaluate {
  const decisive = expression.kind === 'or';
  const operands = expression.operands.map((operand) => scope.compile(operand));
  const settle: Settle = (frame, start, first) => {
    let unknown = false;
    let error: EvaluationError | undefined;
    let value = first;
    let index = start;
    while (true) {
      if (value === decisive) return decisive;
      if (value !== !decisive) {
        const problem = notBoolean(value, expression.operands[index] ?? expression);
        if (problem === undefined) unknown = true;
        else error ??= problem;
      }
      index += 1;
      const operand = operands[index];
      if (operand === undefined) break;
      value = operand(frame);
    }
    return unknown ? undefined : (error ?? !decisive);
  };
  return decisive ? compileOr(operands, settle) : compileAnd(operands, settle);
}

/** Goes on after the operand at `start` came to `first`, neither true nor false. */
type Settle = (frame: Frame, start: number, first: Outcome) => Outcome;

function compileAnd(operands: readonly Evaluate[], settle: Settle): Evaluate {
  const [a, b, c, d] = operands;
  if (a === undefined || b === undefined) return () => true;
  if (c === undefined) {
    return (frame) => {
      const first = a(frame);
      if (first === false) return false;
      if (first !== true) return settle(frame, 0, first);
      const second = b(frame);
      return second === true || second === false ? second : settle(frame, 1, second);
    };
  }
  if (d === undefined) {
    return (frame) => {
      const first = a(frame);
      if (first === false) return false;
      if (first !== true) return settle(frame, 0, first);
      const second = b(frame);
      if (second === false) return false;
      if (second !== true) return settle(frame, 1, second);
      const third = c(frame);
      return third === true || third === false ? third : settle(frame, 2, third);
    };
  }
  return (frame) => {
    for (let index = 0; index < operands.length; index += 1) {
      const value = (operands[index] as Evaluate)(frame);
      if (value === false) return false;
      if (value !== true) return settle(frame, index, value);
    }
    return true;
  };
}

function compileOr(operands: readonly Evaluate[], settle: Settle): Evaluate {
  const [a, b, c, d] = operands;
  if (a === undefined || b === undefined) return () => false;
  if (c === undefined) {
    return (frame) => {
      const first = a(frame);
      if (first === true) return true;
      if (first !== false) return settle(frame, 0, first);
      const second = b(frame);
      return second === true || second === false ? second : settle(frame, 1, second);
    };
  }
  if (d === undefined) {
    return (frame) => {
      const first = a(frame);
      if (first === true) return true;
      if (first !== false) return settle(frame, 0, first);
      const second = b(frame);
      if (second === true) return true;
      if (second !== false) return settle(frame, 1, second);
      const third = c(frame);
      return third === true || third === false ? third : settle(frame, 2, third);
    };
  }
  return (frame) => {
    for (let index = 0; index < operands.length; index += 1) {
      const value = (operands[index] as Evaluate)(frame);
      if (value === true) return true;
      if (value !== false) return settle(frame, index, value);
    }
    return false;
  };
}

export function compileNot(expression: Expression & { kind: 'not' }, scope: Scope): Evaluate {
  const { operand } = expression;
  if (operand.kind === 'name' && operand.role !== 'derived') {
    const { slot } = operand;
    return (frame) => {
      const value = frame.slots[slot];
      return typeof value === 'boolean' ? !value : notBoolean(value, operand);
    };
  }
  const evaluate = scope.compile(operand);
  return (frame) => {
    const value = evaluate(frame);
    return typeof value === 'boolean' ? !value : notBoolean(value, operand);
  };
}

export function compileConditional(expression: Expression & { kind: 'conditional' }, scope: Scope): Evaluate {
  const test = scope.compile(expression.test);
  const whenTrue = scope.compile(expression.whenTrue);
  const whenFalse = scope.compile(expression.whenFalse);
  return (frame) => {
    const value = test(frame);
    if (value === true) return whenTrue(frame);
    return value === false ? whenFalse(frame) : notBoolean(value, expression.test);
  };
}
