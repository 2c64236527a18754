import { compareValues, equalValues, entryOf, isKeyed, isList } from '../equality.ts';
import type { ArithmeticOperator, ComparisonOperator } from '../expression.ts';
import { failure, type Span } from '../functions/function-spec.ts';
import { LONGEST_TEXT } from '../functions/text-functions.ts';
import { durationInRange, timestampInRange } from '../time.ts';
import { Duration, EvaluationError, Timestamp, type Outcome, type Value } from '../value.ts';
import { isKnown } from './scope.ts';

/**
 * The operators on any two outcomes. An error wins over unknown here, since no value of what is unknown could remove
 * it; only `&&`, `||` and the macros built on them have it the other way round.
 */
export function undecided(left: Outcome, right: Outcome): EvaluationError | undefined {
  if (left instanceof EvaluationError) return left;
  return right instanceof EvaluationError ? right : undefined;
}

export function compareOutcomes(
  operator: ComparisonOperator,
  left: Outcome,
  right: Outcome,
  at: Span,
): Outcome {
  if (!isKnown(left) || !isKnown(right)) return undecided(left, right);
  if (operator === '==') return equalValues(left, right);
  if (operator === '!=') return !equalValues(left, right);
  const order = compareValues(left, right);
  if (order === undefined) return failure(at, `${nounOf(left)} and ${nounOf(right)} cannot be ordered`);
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    default:
      return order >= 0;
  }
}

export function calculate(operator: ArithmeticOperator, left: Outcome, right: Outcome, at: Span): Outcome {
  if (!isKnown(left) || !isKnown(right)) return undecided(left, right);
  if (typeof left === 'number' && typeof right === 'number')
    return calculateNumbers(operator, left, right, at);
  if (operator === '+') {
    if (typeof left === 'string' && typeof right === 'string') {
      return left.length + right.length > LONGEST_TEXT
        ? failure(at, 'the text becomes too long')
        : left + right;
    }
    if (isList(left) && isList(right)) return [...left, ...right];
    if (left instanceof Duration && right instanceof Timestamp) return calculateTime('+', right, left, at);
  }
  if (operator === '+' || operator === '-') {
    const result = calculateTime(operator, left, right, at);
    if (result !== undefined) return result;
  }
  return failure(at, `"${operator}" cannot be applied to ${nounOf(left)} and ${nounOf(right)}`);
}

function calculateNumbers(operator: ArithmeticOperator, left: number, right: number, at: Span): Outcome {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right === 0 ? failure(at, 'division by zero') : left / right;
    default:
      if (!Number.isInteger(left) || !Number.isInteger(right)) return failure(at, '"%" needs whole numbers');
      return right === 0 ? failure(at, 'division by zero') : left % right;
  }
}

function calculateTime(operator: '+' | '-', left: Value, right: Value, at: Span): Outcome {
  if (left instanceof Timestamp && right instanceof Timestamp && operator === '-') {
    return (
      durationInRange(left.nanoseconds - right.nanoseconds) ?? failure(at, 'the duration is out of range')
    );
  }
  if (!(right instanceof Duration)) return undefined;
  const change = operator === '+' ? right.nanoseconds : -right.nanoseconds;
  if (left instanceof Timestamp) {
    return timestampInRange(left.nanoseconds + change) ?? failure(at, 'the timestamp is out of range');
  }
  if (!(left instanceof Duration)) return undefined;
  return durationInRange(left.nanoseconds + change) ?? failure(at, 'the duration is out of range');
}

export function negate(outcome: Outcome, at: Span): Outcome {
  if (typeof outcome === 'number') return -outcome;
  return isKnown(outcome) ? failure(at, `${nounOf(outcome)} has no negative`) : outcome;
}

export function contains(collection: Outcome, item: Outcome, at: Span): Outcome {
  if (!isKnown(collection) || !isKnown(item)) return undecided(item, collection);
  if (isList(collection)) return listContains(collection, item);
  if (isKeyed(collection)) return entryOf(collection, item) !== undefined;
  return failure(at, `"in" needs a list or a map, not ${nounOf(collection)}`);
}

export function listContains(list: readonly Value[], item: Value): boolean {
  if (typeof item !== 'object' || item === null) {
    for (let index = 0; index < list.length; index += 1) if (list[index] === item) return true;
    return false;
  }
  return list.some((other) => equalValues(item, other));
}

/** A field that an object's type declares may be absent: then it is unknown. A key that a map lacks is an error. */
export function selectField(target: Outcome, field: string, optional: boolean, at: Span): Outcome {
  if (!isKnown(target)) return target;
  if (!isKeyed(target)) return failure(at, `${nounOf(target)} has no field ${field}`);
  return (
    entryOf(target, field) ??
    (optional && !(target instanceof Map) ? undefined : failure(at, `there is no key "${field}"`))
  );
}

export function selectIndex(target: Outcome, index: Outcome, optional: boolean, at: Span): Outcome {
  if (!isKnown(target) || !isKnown(index)) return undecided(target, index);
  if (isList(target)) {
    if (typeof index !== 'number' || !Number.isInteger(index)) {
      return failure(at, 'the items of a list are numbered with whole numbers');
    }
    const size = target.length;
    return (
      target[index] ??
      failure(at, `there is no item ${index}: the list has ${size} item${size === 1 ? '' : 's'}`)
    );
  }
  if (!isKeyed(target)) return failure(at, `${nounOf(target)} has no parts`);
  const found = entryOf(target, index);
  if (found !== undefined || (optional && !(target instanceof Map) && typeof index === 'string'))
    return found;
  return failure(at, `there is no key ${typeof index === 'string' ? `"${index}"` : nounOf(index)}`);
}

/** For messages: `a text`, `3`, `a list`. */
export function nounOf(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Timestamp) return 'a timestamp';
  if (value instanceof Duration) return 'a duration';
  return isList(value) ? 'a list' : isKeyed(value) ? 'a map' : 'a type';
}
