import { Duration, Timestamp, type Value } from '../value.ts';

/**
 * Numbers, timestamps and durations are discrete: each has a next one. Counted as whole numbers in their order they
 * need no open and closed bounds, and `x < y` is `ordinal(x) <= ordinal(y) - 1`.
 */
export type OrderedKind = 'number' | 'timestamp' | 'duration';

const cell = new DataView(new ArrayBuffer(8));

/** Both zeros have the same. Not for NaN. */
export function ordinalOfNumber(value: number): bigint {
  cell.setFloat64(0, Math.abs(value));
  const size = cell.getBigUint64(0);
  return value < 0 ? -size : size;
}

export function numberAt(ordinal: bigint): number {
  cell.setBigUint64(0, ordinal < 0n ? -ordinal : ordinal);
  const size = cell.getFloat64(0);
  return ordinal < 0n ? -size : size;
}

/** Undefined for what has no order here. */
export function ordinalOf(value: Value | undefined): bigint | undefined {
  if (typeof value === 'number') return Number.isNaN(value) ? undefined : ordinalOfNumber(value);
  return value instanceof Timestamp || value instanceof Duration ? value.nanoseconds : undefined;
}

export function valueAt(kind: OrderedKind, ordinal: bigint): Value {
  if (kind === 'number') return numberAt(ordinal);
  return kind === 'timestamp' ? new Timestamp(ordinal) : new Duration(ordinal);
}

export const LARGEST_NUMBER: bigint = ordinalOfNumber(Number.MAX_VALUE);
const INFINITE: bigint = ordinalOfNumber(Infinity);
const LONGEST = 2n ** 63n - 1n;
const EARLIEST = -62_135_596_800n * 1_000_000_000n;
const LATEST = 253_402_300_800n * 1_000_000_000n - 1n;

/** Every value that data may hold. */
export function rangeOf(kind: OrderedKind): Interval {
  if (kind === 'number') return { low: -LARGEST_NUMBER, high: LARGEST_NUMBER };
  return kind === 'timestamp' ? { low: EARLIEST, high: LATEST } : { low: -LONGEST - 1n, high: LONGEST };
}

/** Every number that a calculation may come to, but for NaN. */
export const ALL_NUMBERS: Interval = { low: -INFINITE, high: INFINITE };

/** Ordinals, both bounds included. */
export interface Interval {
  readonly low: bigint;
  readonly high: bigint;
}

/** Apart from each other and in order. */
export type Intervals = readonly Interval[];

export function intersect(intervals: Intervals, low: bigint, high: bigint): Intervals {
  const first = intervals[0];
  const last = intervals.at(-1);
  if (first === undefined || last === undefined || (first.low >= low && last.high <= high)) return intervals;
  return intervals.flatMap((interval) => {
    const from = interval.low > low ? interval.low : low;
    const to = interval.high < high ? interval.high : high;
    return from <= to ? [{ low: from, high: to }] : [];
  });
}

export function without(intervals: Intervals, low: bigint, high: bigint): Intervals {
  if (low > high) return intervals;
  if (!intervals.some((interval) => interval.low <= high && interval.high >= low)) return intervals;
  return intervals.flatMap((interval) => [
    ...intersect([interval], interval.low, low - 1n),
    ...intersect([interval], high + 1n, interval.high),
  ]);
}

/** Only whole numbers are left. */
export function wholeOnly(intervals: Intervals): Intervals {
  return intervals.flatMap(({ low, high }) => {
    const from = ordinalOfNumber(Math.ceil(numberAt(low)));
    const to = ordinalOfNumber(Math.floor(numberAt(high)));
    return from <= to ? [{ low: from, high: to }] : [];
  });
}
