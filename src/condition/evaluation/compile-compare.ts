import type { CompareExpression, ComparisonOperator, Expression } from '../expression.ts';
import type { Value } from '../value.ts';
import { compareOutcomes, contains, listContains } from './operate.ts';
import { isKnown, type Evaluate, type Scope } from './scope.ts';

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
  if (left.type.kind === 'number' && right.type.kind === 'number') return numbers(expression, one, other);
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

function againstNumber(
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

function slotsOf(left: Expression, right: Expression): readonly [left: number, right: number] | undefined {
  if (left.kind !== 'name' || left.role === 'derived') return undefined;
  return right.kind === 'name' && right.role !== 'derived' ? [left.slot, right.slot] : undefined;
}

/** A fact against a parameter. */
function numberSlots(expression: CompareExpression, left: number, right: number): Evaluate | undefined {
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

function numbers(expression: CompareExpression, one: Evaluate, other: Evaluate): Evaluate {
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
      return equality(expression, one, other);
  }
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

/** `item in collection`. Of a list that is written out, one equal item decides though others be unknown. */
export function compileMember(expression: Expression & { kind: 'member' }, scope: Scope): Evaluate {
  const { item, collection } = expression;
  const evaluate = scope.compile(item);
  if (collection.kind !== 'list') {
    const list = scope.compile(collection);
    return (frame) => {
      const value = evaluate(frame);
      const items = list(frame);
      return typeof value === 'string' && Array.isArray(items)
        ? items.includes(value)
        : contains(items, value, expression);
    };
  }
  const literals = literalValues(collection.items);
  if (literals !== undefined) return amongLiterals(item, literals, scope);
  const items = collection.items.map((one) => scope.compile(one));
  return (frame) => {
    const value = evaluate(frame);
    if (!isKnown(value)) return value;
    let doubt: ReturnType<Evaluate> = false;
    for (const one of items) {
      const other = one(frame);
      if (!isKnown(other)) doubt = doubt === false ? other : (doubt ?? other);
      else if (listContains([other], value)) return true;
    }
    return doubt;
  };
}

/** Few texts are compared one by one, which is faster than a set. */
function amongLiterals(item: Expression, literals: readonly Value[], scope: Scope): Evaluate {
  const evaluate = scope.compile(item);
  const set = new Set(literals);
  const [a, b, c] = literals;
  if (typeof a === 'string' && set.size <= 3 && literals.every((literal) => typeof literal === 'string')) {
    return (frame) => {
      const value = evaluate(frame);
      if (typeof value === 'string') return value === a || value === b || value === c;
      return isKnown(value) ? false : value;
    };
  }
  return (frame) => {
    const value = evaluate(frame);
    return isKnown(value) ? set.has(value) : value;
  };
}

/** Undefined unless all are texts, numbers or booleans. */
function literalValues(items: readonly Expression[]): readonly Value[] | undefined {
  const values: Value[] = [];
  for (const item of items) {
    if (item.kind !== 'literal' || typeof item.value === 'object') return undefined;
    values.push(item.value);
  }
  return values;
}
