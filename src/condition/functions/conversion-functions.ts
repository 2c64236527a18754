import { parseDuration, parseTimestamp, printDuration, printTimestamp, timestampInRange } from '../time.ts';
import { isList } from '../equality.ts';
import { BOOLEAN, DURATION, DYNAMIC, NUMBER, TEXT, TIMESTAMP } from '../type-rules.ts';
import type { ValueType } from '../type.ts';
import { Duration, Timestamp, TypeName, type Outcome, type Value } from '../value.ts';
import { failure, wrongArgument, type FunctionSpec, type Span } from './function-spec.ts';

export const conversionFunctions: readonly FunctionSpec[] = [
  conversion('string', [TEXT, NUMBER, BOOLEAN, TIMESTAMP, DURATION], TEXT, 'as text', toText),
  conversion('double', [NUMBER, TEXT], NUMBER, 'as a number', toNumber),
  conversion('int', [NUMBER, TEXT, TIMESTAMP], NUMBER, 'as a whole number, cut towards zero', toWhole),
  conversion('bool', [BOOLEAN, TEXT], BOOLEAN, 'as yes or no, from "true", "false" and the like', toBoolean),
  conversion(
    'timestamp',
    [TIMESTAMP, TEXT, NUMBER],
    TIMESTAMP,
    'a point in time, from RFC 3339',
    toTimestamp,
  ),
  conversion('duration', [DURATION, TEXT], DURATION, 'a span of time: "90s", "1h30m", "30d"', toDuration),
  {
    name: 'dyn',
    form: 'function',
    signatures: [{ params: [DYNAMIC], result: DYNAMIC }],
    summary: 'the same value, its type left unchecked',
    apply: (_at, a) => a,
  },
  {
    name: 'type',
    form: 'function',
    signatures: [{ params: [DYNAMIC], result: DYNAMIC }],
    summary: "the value's type",
    apply: (_at, a) => new TypeName(typeNameOf(a)),
  },
];

/** What may be compared with `type(x)`. */
export const typeNames: ReadonlySet<string> = new Set([
  'bool',
  'bytes',
  'double',
  'int',
  'list',
  'map',
  'null_type',
  'string',
  'type',
  'uint',
]);

function conversion(
  name: string,
  from: readonly ValueType[],
  result: ValueType,
  summary: string,
  convert: (a: Value) => Value | undefined | string,
): FunctionSpec {
  return {
    name,
    form: 'function',
    signatures: from.map((param) => ({ params: [param], result })),
    summary,
    apply: (at, a) => convert(a) ?? unconvertible(at, name, a),
  };
}

function unconvertible(at: Span, name: string, value: Value): Outcome {
  if (typeof value === 'string') return failure(at, `"${value.slice(0, 50)}" cannot be read as ${name}`);
  if (typeof value === 'number') return failure(at, `${value} cannot be read as ${name}`);
  return wrongArgument(at, name);
}

function toText(value: Value): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Timestamp) return printTimestamp(value);
  return value instanceof Duration ? printDuration(value) : undefined;
}

function numberText(value: number): string {
  return value === Infinity ? '+Inf' : value === -Infinity ? '-Inf' : String(value);
}

function toNumber(value: Value): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(value)) return Number(value);
  const special = /^([+-]?)(?:inf|infinity|(nan))$/i.exec(value);
  if (special === null) return undefined;
  return special[2] !== undefined ? NaN : special[1] === '-' ? -Infinity : Infinity;
}

function toWhole(value: Value): number | undefined {
  if (typeof value === 'string') return /^[+-]?\d+$/.test(value) ? toWhole(Number(value)) : undefined;
  if (value instanceof Timestamp) return Number(value.nanoseconds / 1_000_000_000n);
  return typeof value === 'number' && Math.abs(value) < 2 ** 63 ? Math.trunc(value) : undefined;
}

function toBoolean(value: Value): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  if (['1', 't', 'true', 'TRUE', 'True'].includes(value)) return true;
  return ['0', 'f', 'false', 'FALSE', 'False'].includes(value) ? false : undefined;
}

function toTimestamp(value: Value): Timestamp | undefined {
  if (value instanceof Timestamp) return value;
  if (typeof value === 'string') return parseTimestamp(value);
  if (typeof value !== 'number' || !Number.isInteger(value)) return undefined;
  return timestampInRange(BigInt(value) * 1_000_000_000n);
}

function toDuration(value: Value): Duration | undefined {
  if (value instanceof Duration) return value;
  return typeof value === 'string' ? parseDuration(value) : undefined;
}

function typeNameOf(value: Value): string {
  if (value === null) return 'null_type';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'number') return 'double';
  if (typeof value === 'boolean') return 'bool';
  if (value instanceof Timestamp) return 'google.protobuf.Timestamp';
  if (value instanceof Duration) return 'google.protobuf.Duration';
  if (value instanceof TypeName) return 'type';
  return isList(value) ? 'list' : 'map';
}
