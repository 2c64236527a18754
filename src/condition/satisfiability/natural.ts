import type { ValueType } from '../type.ts';
import { Duration, Timestamp, type Value } from '../value.ts';
import type { Domain, Values } from './domain.ts';
import { plainValues } from './plain-values.ts';
import { numberAt, ordinalOf, rangeOf, valueAt, type Interval, type OrderedKind } from './ordinal.ts';

/** How many values are tried of one variable. */
const MOST_CANDIDATES = 12;

/**
 * Values to try, those first that a person would have thought of: what the conditions mention, round numbers, short
 * texts.
 */
export function candidatesFor(
  type: ValueType,
  { values, extras }: Domain,
  fitting: readonly Value[],
  mentioned: readonly Value[],
): readonly (Value | undefined)[] {
  const found = new Set<Value | undefined>();
  for (const value of valuesToTry(type, values, mentioned)) {
    found.add(value);
    if (found.size >= MOST_CANDIDATES) break;
  }
  const known = extras.filter((extra) => extra !== undefined);
  const unknown = extras.filter((extra) => extra === undefined);
  return [...fitting.filter((value) => isAmong(values, value)), ...found, ...known, ...unknown];
}

function isAmong(values: Values, value: Value): boolean {
  const ordinal = ordinalOf(value);
  switch (values.kind) {
    case 'finite':
      return values.values.includes(value);
    case 'texts':
      return typeof value === 'string' && !values.except.includes(value);
    case 'ordered':
      return (
        ordinal !== undefined && values.intervals.some(({ low, high }) => low <= ordinal && ordinal <= high)
      );
    default:
      return true;
  }
}

function* valuesToTry(type: ValueType, values: Values, mentioned: readonly Value[]): Generator<Value> {
  switch (values.kind) {
    case 'finite':
      yield* values.values;
      return;
    case 'texts': {
      const allowed = mentioned.filter(
        (value) => typeof value === 'string' && !values.except.includes(value),
      );
      yield* allowed.slice(0, MOST_CANDIDATES - 3);
      for (const text of ['other', 'another', '', 'a', 'b', 'c'])
        if (!values.except.includes(text)) yield text;
      return;
    }
    case 'ordered':
      yield* orderedToTry(values.of, values.intervals, mentioned);
      return;
    case 'any':
      yield* plainValues(type, mentioned);
  }
}

function* orderedToTry(
  of: OrderedKind,
  intervals: readonly Interval[],
  mentioned: readonly Value[],
): Generator<Value> {
  const inside = (ordinal: bigint): boolean =>
    intervals.some(({ low, high }) => low <= ordinal && ordinal <= high);
  let taken = 0;
  for (const value of mentioned) {
    const ordinal = ordinalOf(value);
    if (ordinal === undefined || (typeof value === 'number') !== (of === 'number')) continue;
    const one = valueAt(of, ordinal);
    if (kindOf(one) !== kindOf(value) || !inside(ordinal)) continue;
    yield one;
    if ((taken += 1) === 3) break;
  }
  const some = intervals.length > 4 ? [...intervals.slice(0, 3), ...intervals.slice(-1)] : intervals;
  for (const interval of some)
    yield of === 'number' ? plainNumber(interval, true) : plainTime(of, interval, true);
  for (const interval of some)
    yield of === 'number' ? plainNumber(interval, false) : plainTime(of, interval, false);
  for (const { low, high } of some) {
    yield valueAt(of, low);
    yield valueAt(of, high);
  }
}

function kindOf(value: Value): string {
  return value instanceof Timestamp ? 'timestamp' : value instanceof Duration ? 'duration' : typeof value;
}

/** Beyond it a bound is one of the type rather than of a condition. */
const FAR = 1e15;

/** The number with the fewest decimals, near the lower bound or the upper one. */
function plainNumber({ low, high }: Interval, nearLow: boolean): number {
  const from = numberAt(low);
  const to = numberAt(high);
  if (from < -FAR && to > FAR) return nearLow ? 1 : 0;
  const upwards = to > FAR || (nearLow && from > -FAR);
  for (let digits = 0; digits <= 15; digits += 1) {
    const scale = 10 ** digits;
    const value = upwards ? Math.ceil(from * scale) / scale : Math.floor(to * scale) / scale;
    if (value >= from && value <= to) return value === 0 ? 0 : value;
  }
  return upwards ? from : to;
}

const SECOND = 1_000_000_000n;
const ROUND_TIMES = [86_400n * SECOND, 3_600n * SECOND, 60n * SECOND, SECOND, 1_000_000n];
/** A Monday morning: 2026-03-02T10:00:00Z. */
const SOME_TIME = 1_772_445_600n * SECOND;

function plainTime(of: 'timestamp' | 'duration', { low, high }: Interval, nearLow: boolean): Value {
  if (of === 'timestamp' && nearLow && low <= SOME_TIME && SOME_TIME <= high) return valueAt(of, SOME_TIME);
  const all = rangeOf(of);
  const upwards = high === all.high || (nearLow && low !== all.low);
  if (low === all.low && high === all.high) return valueAt(of, 86_400n * SECOND);
  for (const size of ROUND_TIMES) {
    const rest = (((upwards ? low : high) % size) + size) % size;
    const ordinal = upwards ? (rest === 0n ? low : low - rest + size) : high - rest;
    if (ordinal >= low && ordinal <= high) return valueAt(of, ordinal);
  }
  return valueAt(of, upwards ? low : high);
}
