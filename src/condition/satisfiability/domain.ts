import type { ValueType } from '../type.ts';
import type { Value } from '../value.ts';
import {
  ALL_NUMBERS,
  intersect,
  ordinalOfNumber,
  rangeOf,
  wholeOnly,
  type Interval,
  type Intervals,
  type OrderedKind,
} from './ordinal.ts';

/** What a number may be besides finite: nothing, infinite, or infinite and NaN. Data holds finite numbers only. */
export type Certainty = 'finite' | 'infinite' | 'any';

/** What a variable may still be. Empty where it can be nothing. */
export interface Domain {
  /** Unknown (`undefined`), null and NaN, as far as they are possible. */
  readonly extras: readonly (Value | undefined)[];
  readonly values: Values;
}

export type Values =
  | {
      readonly kind: 'ordered';
      readonly of: OrderedKind;
      readonly whole: boolean;
      readonly intervals: Intervals;
    }
  | { readonly kind: 'finite'; readonly values: readonly Value[] }
  /** Every text but these. */
  | { readonly kind: 'texts'; readonly except: readonly string[] }
  /** Lists, maps and what has no declared type: not reasoned about. */
  | { readonly kind: 'any' };

export function isEmpty({ extras, values }: Domain): boolean {
  if (extras.length > 0) return false;
  if (values.kind === 'finite') return values.values.length === 0;
  return values.kind === 'ordered' && values.intervals.length === 0;
}

/** What data of a type may hold; a fact may always be missing. */
export function domainOfType(type: ValueType): Domain {
  const extras = type.nullable === true ? [undefined, null] : [undefined];
  return { extras, values: valuesOfType(type) };
}

function valuesOfType(type: ValueType): Values {
  switch (type.kind) {
    case 'boolean':
      return { kind: 'finite', values: [true, false] };
    case 'string':
      return type.enum === undefined ? { kind: 'texts', except: [] } : { kind: 'finite', values: type.enum };
    case 'null':
      return { kind: 'finite', values: [] };
    case 'number': {
      const all: Intervals = [rangeOf('number')];
      const { minimum = -Number.MAX_VALUE, maximum = Number.MAX_VALUE } = type;
      return numbers(intersect(all, ordinalOfNumber(minimum), ordinalOfNumber(maximum)), false);
    }
    case 'timestamp':
    case 'duration':
      return { kind: 'ordered', of: type.kind, whole: false, intervals: [rangeOf(type.kind)] };
    default:
      return { kind: 'any' };
  }
}

/** What a calculation with numbers may come to; it may be unknown too. */
export function domainOfResult(certainty: Certainty): Domain {
  return {
    extras: certainty === 'any' ? [undefined, NaN] : [undefined],
    values: numbers([certainty === 'finite' ? rangeOf('number') : ALL_NUMBERS], false),
  };
}

export function wholeNumbers(low: number, high: number = Number.MAX_SAFE_INTEGER): Domain {
  const interval: Interval = { low: ordinalOfNumber(low), high: ordinalOfNumber(high) };
  return { extras: [undefined], values: numbers([interval], true) };
}

export function finite(values: readonly Value[]): Domain {
  return { extras: [undefined], values: { kind: 'finite', values } };
}

function numbers(intervals: Intervals, whole: boolean): Values {
  return { kind: 'ordered', of: 'number', whole, intervals: whole ? wholeOnly(intervals) : intervals };
}

export function withIntervals(domain: Domain, intervals: Intervals): Domain {
  const { values } = domain;
  if (values.kind !== 'ordered' || intervals === values.intervals) return domain;
  return { ...domain, values: { ...values, intervals: values.whole ? wholeOnly(intervals) : intervals } };
}

/** The only value that is left; undefined when there are several, none, or it is unknown. */
export function onlyValue({ extras, values }: Domain): Value | undefined {
  if (extras.length > 0)
    return extras.length === 1 && values.kind === 'finite' && values.values.length === 0
      ? extras[0]
      : undefined;
  return values.kind === 'finite' && values.values.length === 1 ? values.values[0] : undefined;
}
