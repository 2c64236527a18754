import { compileExpression, type Evaluate } from '../compile.ts';
import { childrenOf, type Expression } from '../expression.ts';
import { isKnown } from '../evaluation/scope.ts';
import type { Outcome } from '../value.ts';
import { ordinalOf } from './ordinal.ts';

const closures = new WeakMap<Expression, Evaluate>();

export function compiled(expression: Expression): Evaluate {
  let evaluate = closures.get(expression);
  if (evaluate === undefined) closures.set(expression, (evaluate = compileExpression(expression)));
  return evaluate;
}

/** With variables by index. */
export function evaluateWith(expression: Expression, slots: readonly Outcome[]): Outcome {
  if (expression.kind === 'literal') return expression.value;
  if (expression.kind === 'name') return slots[expression.slot];
  return compiled(expression)({ slots, derived: () => undefined, visits: () => 0 });
}

/** The variables that an expression reads. */
export function variablesOf(expression: Expression, into: Set<number> = new Set()): ReadonlySet<number> {
  if (expression.kind === 'name') into.add(expression.slot);
  for (const child of childrenOf(expression)) variablesOf(child, into);
  return into;
}

/** The variables without whose value the expression has none. */
export function neededBy(expression: Expression, into: Set<number> = new Set()): ReadonlySet<number> {
  switch (expression.kind) {
    case 'name':
      into.add(expression.slot);
      break;
    case 'and':
    case 'or':
    case 'has':
      break;
    case 'conditional':
      neededBy(expression.test, into);
      break;
    case 'member':
      neededBy(expression.item, into);
      if (expression.collection.kind !== 'list') neededBy(expression.collection, into);
      break;
    case 'macro':
      neededBy(expression.target, into);
      break;
    default:
      for (const child of childrenOf(expression)) neededBy(child, into);
  }
  return into;
}

export type Direction = 'constant' | 'up' | 'down';

/**
 * How a number changes when a variable grows and all else stays. Calculating with doubles rounds, but never turns
 * around: what is up here is nowhere down, to the last digit. Undefined where it is neither, or cannot be told.
 */
export function directionOf(
  expression: Expression,
  variable: number,
  slots: readonly Outcome[],
): Direction | undefined {
  switch (expression.kind) {
    case 'literal':
      return 'constant';
    case 'name':
      return expression.slot === variable ? 'up' : 'constant';
    case 'negate':
      return turned(directionOf(expression.operand, variable, slots));
    case 'arithmetic': {
      const left = directionOf(expression.left, variable, slots);
      const right = directionOf(expression.right, variable, slots);
      if (left === undefined || right === undefined) return undefined;
      if (left === 'constant' && right === 'constant') return 'constant';
      switch (expression.operator) {
        case '+':
          return joined(left, right);
        case '-':
          return joined(left, turned(right));
        case '*':
          if (right === 'constant') return scaled(left, evaluateWith(expression.right, slots));
          return left === 'constant' ? scaled(right, evaluateWith(expression.left, slots)) : undefined;
        case '/':
          return right === 'constant' ? scaled(left, evaluateWith(expression.right, slots)) : undefined;
        default:
          return undefined;
      }
    }
    case 'call': {
      const [first, ...rest] = expression.args;
      if (first === undefined || rest.some((arg) => directionOf(arg, variable, slots) !== 'constant'))
        return undefined;
      const direction = directionOf(first, variable, slots);
      return direction === 'constant' || ['round', 'floor', 'ceil'].includes(expression.name)
        ? direction
        : undefined;
    }
    default:
      return variablesOf(expression).has(variable) ? undefined : 'constant';
  }
}

function turned(direction: Direction | undefined): Direction | undefined {
  if (direction === 'up') return 'down';
  return direction === 'down' ? 'up' : direction;
}

function joined(left: Direction, right: Direction | undefined): Direction | undefined {
  if (right === undefined || left === right) return right;
  if (left === 'constant') return right;
  return right === 'constant' ? left : undefined;
}

function scaled(direction: Direction, by: Outcome): Direction | undefined {
  if (typeof by !== 'number' || by === 0 || !Number.isFinite(by)) return undefined;
  return by > 0 ? direction : turned(direction);
}

/** A sum of timestamps and durations in nanoseconds: exact, and without the limits that real ones have. */
export interface Linear {
  readonly constant: bigint;
  readonly terms: ReadonlyMap<number, bigint>;
}

/** Undefined for what is no such sum of variables. */
export function linearOf(expression: Expression): Linear | undefined {
  switch (expression.kind) {
    case 'literal': {
      const constant =
        isKnown(expression.value) && typeof expression.value === 'object'
          ? ordinalOf(expression.value)
          : undefined;
      return constant === undefined ? undefined : { constant, terms: new Map() };
    }
    case 'name':
      return isTime(expression) ? { constant: 0n, terms: new Map([[expression.slot, 1n]]) } : undefined;
    case 'call': {
      if (variablesOf(expression).size > 0) return undefined;
      const value = evaluateWith(expression, []);
      const constant = isKnown(value) && typeof value === 'object' ? ordinalOf(value) : undefined;
      return constant === undefined ? undefined : { constant, terms: new Map() };
    }
    case 'arithmetic': {
      const left = linearOf(expression.left);
      const right = linearOf(expression.right);
      if (left === undefined || right === undefined) return undefined;
      return expression.operator === '+' || expression.operator === '-'
        ? addLinear(left, right, expression.operator === '+' ? 1n : -1n)
        : undefined;
    }
    default:
      return undefined;
  }
}

export function addLinear(left: Linear, right: Linear, times: bigint): Linear {
  const terms = new Map(left.terms);
  for (const [variable, coefficient] of right.terms) {
    const sum = (terms.get(variable) ?? 0n) + coefficient * times;
    if (sum === 0n) terms.delete(variable);
    else terms.set(variable, sum);
  }
  return { constant: left.constant + right.constant * times, terms };
}

export function isTime({ type }: Expression): boolean {
  return type.kind === 'timestamp' || type.kind === 'duration';
}
