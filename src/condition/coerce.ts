import { listed, suggest } from './checking/suggest.ts';
import { formatDuration, formatNumber, formatTimestamp } from './format.ts';
import { isKeyed, isList, keysOf, entryOf } from './equality.ts';
import { parseDate, parseDuration, parseTimestamp, printDuration, printTimestamp } from './time.ts';
import { typePhrase } from './type-rules.ts';
import type { ValueType } from './type.ts';
import { Duration, EvaluationError, Timestamp, TypeName, type Outcome, type Value } from './value.ts';

export type ReadValue =
  | { readonly ok: true; readonly value: Value | undefined }
  | { readonly ok: false; readonly message: string; readonly path: readonly (string | number)[] };

/**
 * JSON as a value of a declared type. Null is missing (undefined) unless the type is nullable; fields that the type
 * does not declare are left out. What is returned shares nothing with the JSON.
 */
export function readValue(type: ValueType, json: unknown): ReadValue {
  try {
    return { ok: true, value: read(type, json, []) };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, message: error.message, path: error.path };
    throw error;
  }
}

type Path = readonly (string | number)[];

/** Leaves the recursion; never leaves this file. */
class Unreadable extends Error {
  constructor(
    message: string,
    readonly path: Path,
  ) {
    super(message);
  }
}

const DEEPEST_JSON = 200;

function read(type: ValueType, json: unknown, path: Path): Value | undefined {
  if (path.length > DEEPEST_JSON) throw new Unreadable('The value is nested too deeply.', path);
  if (json === null || json === undefined) {
    return json === null && (type.nullable === true || type.kind === 'null' || type.kind === 'dynamic')
      ? null
      : undefined;
  }
  switch (type.kind) {
    case 'string':
      if (typeof json !== 'string') throw wrong(type, json, path);
      return checkedEnum(type, json, path);
    case 'number':
      if (typeof json !== 'number' || !Number.isFinite(json)) throw wrong(type, json, path);
      return checkedBounds(type, json, path);
    case 'boolean':
      if (typeof json !== 'boolean') throw wrong(type, json, path);
      return json;
    case 'timestamp': {
      const value = typeof json === 'string' ? (parseTimestamp(json) ?? parseDate(json)) : undefined;
      if (value !== undefined) return value;
      throw new Unreadable(
        `${shown(json)} is not a timestamp; it is written like "2026-03-01T14:30:00Z" or "2026-03-01".`,
        path,
      );
    }
    case 'duration': {
      const value = typeof json === 'string' ? parseDuration(json) : undefined;
      if (value !== undefined) return value;
      throw new Unreadable(
        `${shown(json)} is not a duration; it is written like "90s", "1h30m" or "30d".`,
        path,
      );
    }
    case 'null':
      throw wrong(type, json, path);
    case 'list':
      if (!Array.isArray(json)) throw wrong(type, json, path);
      return json.map((item: unknown, index) => {
        const value = read(type.items, item, [...path, index]);
        if (value === undefined)
          throw new Unreadable('An item of a list may not be null here.', [...path, index]);
        return value;
      });
    case 'map':
      return readRecord(json, type, path, () => type.values);
    case 'object':
      return readRecord(json, type, path, (name) => type.fields.get(name));
    default:
      return readDynamic(json, path);
  }
}

function readRecord(
  json: unknown,
  type: ValueType,
  path: Path,
  typeOf: (name: string) => ValueType | undefined,
): { readonly [field: string]: Value } {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw wrong(type, json, path);
  const record: { [field: string]: Value } = {};
  for (const [name, part] of Object.entries(json)) {
    const partType = typeOf(name);
    const value = partType === undefined ? undefined : read(partType, part, [...path, name]);
    if (value !== undefined) setField(record, name, value);
  }
  return record;
}

/** `__proto__` is a name like any other in data. */
function setField(record: { [field: string]: Value }, name: string, value: Value): void {
  if (name !== '__proto__') record[name] = value;
  else Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true });
}

function readDynamic(json: unknown, path: Path): Value {
  if (typeof json === 'string' || typeof json === 'boolean' || typeof json === 'number') return json;
  if (Array.isArray(json)) {
    return json.map((item: unknown, index) => read({ kind: 'dynamic' }, item, [...path, index]) ?? null);
  }
  return readRecord(json, { kind: 'dynamic' }, path, () => ({ kind: 'dynamic' }));
}

function wrong(type: ValueType, json: unknown, path: Path): Unreadable {
  return new Unreadable(`${shown(json)} is not ${typePhrase(type)}.`, path);
}

function checkedEnum(type: ValueType & { kind: 'string' }, text: string, path: Path): string {
  if (type.enum === undefined || type.enum.includes(text)) return text;
  const meant = suggest(text, type.enum);
  const hint = meant === undefined ? '.' : ` — did you mean "${meant}"?`;
  throw new Unreadable(`"${text}" is not one of ${listed(type.enum)}${hint}`, path);
}

function checkedBounds(type: ValueType & { kind: 'number' }, value: number, path: Path): number {
  if (type.minimum !== undefined && value < type.minimum) {
    throw new Unreadable(`${value} is below the minimum, ${type.minimum}.`, path);
  }
  if (type.maximum !== undefined && value > type.maximum) {
    throw new Unreadable(`${value} is above the maximum, ${type.maximum}.`, path);
  }
  return value;
}

function shown(json: unknown): string {
  if (typeof json === 'string') return `"${json.length > 40 ? `${json.slice(0, 40)}…` : json}"`;
  if (Array.isArray(json)) return 'A list';
  return typeof json === 'object' && json !== null ? 'An object' : String(json);
}

/** JSON that `readValue` would read back: timestamps in RFC 3339, durations in seconds, missing fields left out. */
export function toJson(value: Value): unknown {
  if (value instanceof Timestamp) return printTimestamp(value);
  if (value instanceof Duration) return printDuration(value);
  if (value instanceof TypeName) return value.name;
  if (isList(value)) return value.map(toJson);
  if (!isKeyed(value)) return value;
  const record: { [field: string]: unknown } = {};
  for (const key of keysOf(value)) {
    const json = toJson(entryOf(value, key) ?? null);
    if (key !== '__proto__') record[String(key)] = json;
    else
      Object.defineProperty(record, key, {
        value: json,
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return record;
}

/** For people: `yes`, `12 345.5 USD`, `a, b and c`, `1 Mar 2026, 14:30 UTC`, `unknown`. */
export function formatValue(value: Outcome, type?: ValueType): string {
  if (value === undefined) return 'unknown';
  if (value instanceof EvaluationError) return `error: ${value.message}`;
  if (value === null) return 'null';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return formatNumber(value, type?.kind === 'number' ? type.unit : undefined);
  if (value instanceof Timestamp) return formatTimestamp(value);
  if (value instanceof Duration) return formatDuration(value);
  if (value instanceof TypeName) return value.name;
  if (isList(value)) {
    const items = value.map((item) => formatValue(item, type?.kind === 'list' ? type.items : undefined));
    return items.length === 0 ? 'none' : joinWords(items, 'and');
  }
  if (!isKeyed(value)) return '';
  const parts = keysOf(value).map(
    (key) => `${formatValue(key)}: ${formatValue(entryOf(value, key), partType(type, key))}`,
  );
  return `{${parts.join(', ')}}`;
}

function partType(type: ValueType | undefined, key: Value): ValueType | undefined {
  if (type?.kind === 'map') return type.values;
  return type?.kind === 'object' && typeof key === 'string' ? type.fields.get(key) : undefined;
}

/** `a, b and c`. */
export function joinWords(words: readonly string[], word: 'and' | 'or'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${word} ${words.at(-1)}`;
}
