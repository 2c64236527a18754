import { Duration, Timestamp, TypeName, type Value } from './value.ts';

/** CEL's equality: by value, numbers alike whatever they were, values of different types never equal. */
export function equalValues(left: Value, right: Value): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (left instanceof Timestamp) return right instanceof Timestamp && left.nanoseconds === right.nanoseconds;
  if (left instanceof Duration) return right instanceof Duration && left.nanoseconds === right.nanoseconds;
  if (left instanceof TypeName) return right instanceof TypeName && left.name === right.name;
  if (isList(left)) return isList(right) && equalLists(left, right);
  if (!isKeyed(left) || !isKeyed(right)) return false;
  if (sizeOfKeyed(left) !== sizeOfKeyed(right)) return false;
  for (const key of keysOf(left)) {
    const own = entryOf(left, key);
    const other = entryOf(right, key);
    if (own === undefined || other === undefined || !equalValues(own, other)) return false;
  }
  return true;
}

function equalLists(left: readonly Value[], right: readonly Value[]): boolean {
  if (left.length !== right.length) return false;
  for (let at = 0; at < left.length; at += 1) {
    const own = left[at];
    const other = right[at];
    if (own === undefined || other === undefined || !equalValues(own, other)) return false;
  }
  return true;
}

/** A map or an object. */
export type Keyed = ReadonlyMap<Value, Value> | { readonly [field: string]: Value };

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isKeyed(value: Value): value is Keyed {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Timestamp) &&
    !(value instanceof Duration) &&
    !(value instanceof TypeName)
  );
}

/** Undefined when there is no such key. */
export function entryOf(keyed: Keyed, key: Value): Value | undefined {
  if (keyed instanceof Map) return keyed.get(key);
  if (typeof key !== 'string' || !Object.hasOwn(keyed, key)) return undefined;
  return (keyed as { readonly [field: string]: Value })[key];
}

/** In the order of the data. */
export function keysOf(keyed: Keyed): readonly Value[] {
  if (keyed instanceof Map) return [...keyed.keys()];
  const record = keyed as { readonly [field: string]: Value | undefined };
  return Object.keys(record).filter((key) => record[key] !== undefined);
}

export function sizeOfKeyed(keyed: Keyed): number {
  return keyed instanceof Map ? keyed.size : keysOf(keyed).length;
}

/** By Unicode code point, as CEL orders strings (JavaScript's `<` orders by UTF-16 unit). */
export function compareText(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at += 1) {
    const own = left.charCodeAt(at);
    const other = right.charCodeAt(at);
    if (own === other) continue;
    const ownHigh = own >= 0xd800 && own <= 0xdfff;
    const otherHigh = other >= 0xd800 && other <= 0xdfff;
    return ownHigh === otherHigh ? own - other : ownHigh ? 1 : -1;
  }
  return left.length - right.length;
}

/** Negative, zero or positive; undefined when the two have no order. NaN is neither below nor above. */
export function compareValues(left: Value, right: Value): number | undefined {
  if (typeof left === 'number' && typeof right === 'number')
    return left < right ? -1 : left > right ? 1 : left === right ? 0 : NaN;
  if (typeof left === 'string' && typeof right === 'string') return compareText(left, right);
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  if (left instanceof Timestamp && right instanceof Timestamp)
    return compareBig(left.nanoseconds, right.nanoseconds);
  if (left instanceof Duration && right instanceof Duration)
    return compareBig(left.nanoseconds, right.nanoseconds);
  return undefined;
}

function compareBig(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
