import type { CompareExpression, ComparisonOperator, Expression } from '../expression.ts';
import type { Outcome, Value } from '../value.ts';
import {
  addLinear,
  directionOf,
  evaluateWith,
  isTime,
  linearOf,
  variablesOf,
  type Linear,
} from './calculation.ts';
import { withIntervals, type Domain, type Values } from './domain.ts';
import { intersect, ordinalOf, ordinalOfNumber, numberAt, without, type Intervals } from './ordinal.ts';

export interface Narrowed {
  readonly domain: Domain;
  /** Every value that is left fulfils it. Otherwise some may not: nothing is lost, too much may be kept. */
  readonly exact: boolean;
}

/**
 * The values of one variable for which a condition is `wanted`; the other variables have the values in `slots`
 * (whose own entry for the variable is overwritten).
 */
export function narrow(
  expression: Expression,
  wanted: boolean,
  variable: number,
  domain: Domain,
  slots: Outcome[],
): Narrowed {
  const fits = (value: Value | undefined): boolean => {
    slots[variable] = value;
    return evaluateWith(expression, slots) === wanted;
  };
  const extras = domain.extras.filter(fits);
  const left = extras.length === domain.extras.length ? domain : { ...domain, extras };
  const narrowed = narrowValues(expression, wanted, variable, left, slots, fits);
  return narrowed ?? { domain: left, exact: false };
}

function narrowValues(
  expression: Expression,
  wanted: boolean,
  variable: number,
  domain: Domain,
  slots: Outcome[],
  fits: (value: Value) => boolean,
): Narrowed | undefined {
  const { values } = domain;
  if (values.kind === 'finite') {
    const left = values.values.filter(fits);
    return exactly(domain, left.length === values.values.length ? values : { kind: 'finite', values: left });
  }
  if (isHas(expression, variable)) return exactly(domain, wanted ? values : NOTHING);
  if (expression.kind !== 'compare') return undefined;
  const equality = expression.operator === '==' || expression.operator === '!=';
  const other = equality ? otherSide(expression, variable) : undefined;
  if (other !== undefined) {
    const value = evaluateWith(other, slots);
    const equal = (expression.operator === '==') === wanted;
    if (value === null) return exactly(domain, equal ? NOTHING : values);
    if (values.kind === 'texts' && typeof value === 'string')
      return exactly(domain, textsWith(values, value, equal));
  }
  if (values.kind !== 'ordered') return undefined;
  const intervals =
    values.of === 'number' &&
    expression.left.type.kind === 'number' &&
    expression.right.type.kind === 'number'
      ? numbersLeft(expression, wanted, variable, values.intervals, slots)
      : isTime(expression.left) && isTime(expression.right)
        ? timesLeft(expression, wanted, variable, values.intervals, slots)
        : undefined;
  return intervals === undefined ? undefined : { domain: withIntervals(domain, intervals), exact: true };
}

const NOTHING: Values = { kind: 'finite', values: [] };

function exactly(domain: Domain, values: Values): Narrowed {
  return { domain: values === domain.values ? domain : { ...domain, values }, exact: true };
}

function isHas(expression: Expression, variable: number): boolean {
  return (
    expression.kind === 'has' && expression.operand.kind === 'name' && expression.operand.slot === variable
  );
}

/** What the variable is compared with. */
function otherSide({ left, right }: CompareExpression, variable: number): Expression | undefined {
  const isIt = (side: Expression): boolean => side.kind === 'name' && side.slot === variable;
  if (isIt(left)) return variablesOf(right).has(variable) ? undefined : right;
  return isIt(right) && !variablesOf(left).has(variable) ? left : undefined;
}

function textsWith(values: Values & { kind: 'texts' }, text: string, equal: boolean): Values {
  const excluded = values.except.includes(text);
  if (equal) return { kind: 'finite', values: excluded ? [] : [text] };
  return excluded ? values : { kind: 'texts', except: [...values.except, text] };
}

/** Where the left side is less, and where it is more, are both rays. */
function numbersLeft(
  { left, right, operator }: CompareExpression,
  wanted: boolean,
  variable: number,
  intervals: Intervals,
  slots: Outcome[],
): Intervals | undefined {
  const low = intervals[0]?.low;
  const high = intervals.at(-1)?.high;
  if (low === undefined || high === undefined) return intervals;
  const falls = fallsAlong(left, right, variable, slots);
  if (falls === undefined) return undefined;
  let readable = true;
  const difference = (ordinal: bigint): number => {
    slots[variable] = numberAt(ordinal);
    const one = evaluateWith(left, slots);
    const other = evaluateWith(right, slots);
    const known =
      typeof one === 'number' && typeof other === 'number' && !Number.isNaN(one) && !Number.isNaN(other);
    readable &&= known;
    return known ? (one < other ? -1 : one > other ? 1 : 0) : 0;
  };
  const simple = simpleBound(left, right, variable);
  const less =
    simple === undefined ? ray(low, high, (at) => difference(at) < 0, falls) : { low, high: simple - 1n };
  const more =
    simple === undefined ? ray(low, high, (at) => difference(at) > 0, !falls) : { low: simple + 1n, high };
  if (!readable) return undefined;
  return kept(operator, wanted, intervals, less, more);
}

/** `x < 50`: the commonest needs no search. */
function simpleBound(left: Expression, right: Expression, variable: number): bigint | undefined {
  return left.kind === 'name' &&
    left.slot === variable &&
    right.kind === 'literal' &&
    typeof right.value === 'number'
    ? ordinalOfNumber(right.value)
    : undefined;
}

/** Whether "left is less" is lost when the variable grows (or gained, or never changes: then either will do). */
function fallsAlong(
  left: Expression,
  right: Expression,
  variable: number,
  slots: Outcome[],
): boolean | undefined {
  const one = directionOf(left, variable, slots);
  const other = directionOf(right, variable, slots);
  if (one === undefined || other === undefined) return undefined;
  if (one !== 'down' && other !== 'up') return true;
  return one !== 'up' && other !== 'down' ? false : undefined;
}

interface Ray {
  readonly low: bigint;
  readonly high: bigint;
}

/** Where a test holds that holds below some point only (`below`), or above one only. Empty: low is past high. */
function ray(low: bigint, high: bigint, test: (at: bigint) => boolean, below: boolean): Ray {
  let inside = below ? low : high;
  let outside = below ? high : low;
  if (!test(inside)) return { low: 1n, high: 0n };
  if (test(outside)) return { low, high };
  while (inside - outside > 1n || outside - inside > 1n) {
    const middle = (inside + outside) / 2n;
    if (test(middle)) inside = middle;
    else outside = middle;
  }
  return below ? { low, high: inside } : { low: inside, high };
}

function kept(
  operator: ComparisonOperator,
  wanted: boolean,
  intervals: Intervals,
  less: Ray,
  more: Ray,
): Intervals {
  const only = (one: Ray): Intervals => (one.low > one.high ? [] : intersect(intervals, one.low, one.high));
  const but = (from: Intervals, one: Ray): Intervals => without(from, one.low, one.high);
  switch (operator) {
    case '<':
      return wanted ? only(less) : but(intervals, less);
    case '>=':
      return wanted ? but(intervals, less) : only(less);
    case '>':
      return wanted ? only(more) : but(intervals, more);
    case '<=':
      return wanted ? but(intervals, more) : only(more);
    default: {
      const equal = but(but(intervals, less), more);
      if ((operator === '==') === wanted) return equal;
      const [first] = equal;
      const last = equal.at(-1);
      return first === undefined || last === undefined ? intervals : without(intervals, first.low, last.high);
    }
  }
}

/** Times are summed up exactly: `a·x + k` against zero. */
function timesLeft(
  { left, right, operator }: CompareExpression,
  wanted: boolean,
  variable: number,
  intervals: Intervals,
  slots: readonly Outcome[],
): Intervals | undefined {
  const one = linearOf(left);
  const other = linearOf(right);
  if (one === undefined || other === undefined) return undefined;
  const sum = withKnown(addLinear(one, other, -1n), variable, slots);
  if (sum === undefined) return undefined;
  return timesWithin(sum.terms.get(variable) ?? 0n, sum.constant, operator, wanted, intervals);
}

/** Where `coefficient · x + constant` compares with zero as wanted. */
export function timesWithin(
  coefficient: bigint,
  constant: bigint,
  operator: ComparisonOperator,
  wanted: boolean,
  intervals: Intervals,
): Intervals {
  const low = intervals[0]?.low;
  const high = intervals.at(-1)?.high;
  if (low === undefined || high === undefined) return intervals;
  const sign = (at: bigint): bigint => coefficient * at + constant;
  const falls = coefficient >= 0n;
  const less = ray(low, high, (at) => sign(at) < 0n, falls);
  const more = ray(low, high, (at) => sign(at) > 0n, !falls);
  return kept(operator, wanted, intervals, less, more);
}

/** Undefined when another variable has no value yet. */
function withKnown(sum: Linear, variable: number, slots: readonly Outcome[]): Linear | undefined {
  let { constant } = sum;
  const terms = new Map<number, bigint>();
  for (const [index, coefficient] of sum.terms) {
    if (index === variable) {
      terms.set(index, coefficient);
      continue;
    }
    const value = slots[index];
    const known = typeof value === 'object' && value !== null ? ordinalOf(value as Value) : undefined;
    if (known === undefined) return undefined;
    constant += coefficient * known;
  }
  return { constant, terms };
}
