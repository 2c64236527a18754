import type { ValueType } from './type.ts';

export const TEXT: ValueType = { kind: 'string' };
export const NUMBER: ValueType = { kind: 'number' };
export const BOOLEAN: ValueType = { kind: 'boolean' };
export const TIMESTAMP: ValueType = { kind: 'timestamp' };
export const DURATION: ValueType = { kind: 'duration' };
export const NULL: ValueType = { kind: 'null' };
export const DYNAMIC: ValueType = { kind: 'dynamic' };

export function listOf(items: ValueType): ValueType {
  return { kind: 'list', items };
}

/** Whether values of the two types can ever be equal. */
export function comparable(left: ValueType, right: ValueType): boolean {
  if (left.kind === 'dynamic' || right.kind === 'dynamic') return true;
  if (left.kind === 'null') return right.kind === 'null' || right.nullable === true;
  if (right.kind === 'null') return left.nullable === true;
  if (left.kind === 'list' && right.kind === 'list') return comparable(left.items, right.items);
  if (left.kind === 'map' && right.kind === 'map') return comparable(left.values, right.values);
  if (left.kind === 'object' && right.kind === 'map') return objectFits(left.fields, right.values);
  if (left.kind === 'map' && right.kind === 'object') return objectFits(right.fields, left.values);
  if (left.kind === 'object' && right.kind === 'object') {
    for (const [name, type] of left.fields) {
      const other = right.fields.get(name);
      if (other !== undefined && !comparable(type, other)) return false;
    }
    return true;
  }
  return left.kind === right.kind;
}

function objectFits(fields: ReadonlyMap<string, ValueType>, values: ValueType): boolean {
  for (const type of fields.values()) {
    if (!comparable(type, values)) return false;
  }
  return true;
}

/** Whether a value of type `given` may stand where `expected` is asked for. Enums must lie within each other. */
export function assignable(given: ValueType, expected: ValueType): boolean {
  if (given.kind === 'dynamic' || expected.kind === 'dynamic') return true;
  if (given.kind === 'null') return expected.kind === 'null' || expected.nullable === true;
  if (given.kind === 'string' && expected.kind === 'string') {
    if (expected.enum === undefined || given.enum === undefined) return true;
    const allowed = new Set(expected.enum);
    return given.enum.every((value) => allowed.has(value));
  }
  if (given.kind === 'list' && expected.kind === 'list') return assignable(given.items, expected.items);
  if (given.kind === 'map' && expected.kind === 'map') return assignable(given.values, expected.values);
  if (given.kind === 'map' && expected.kind === 'object') return objectFits(expected.fields, given.values);
  if (given.kind === 'object' && expected.kind === 'map') return objectFits(given.fields, expected.values);
  if (given.kind === 'object' && expected.kind === 'object') {
    for (const [name, type] of given.fields) {
      const wanted = expected.fields.get(name);
      if (wanted === undefined || !assignable(type, wanted)) return false;
    }
    return true;
  }
  return given.kind === expected.kind;
}

/** The narrowest type that holds both; dynamic when they have nothing in common. */
export function joinTypes(left: ValueType, right: ValueType): ValueType {
  if (left === right) return left;
  const nullable = left.nullable === true || right.nullable === true;
  if (left.kind === 'null') return right.kind === 'dynamic' ? right : { ...right, nullable: true };
  if (right.kind === 'null') return left.kind === 'dynamic' ? left : { ...left, nullable: true };
  const joined = joinShapes(left, right);
  return nullable && joined.kind !== 'dynamic' ? { ...joined, nullable } : joined;
}

function joinShapes(left: ValueType, right: ValueType): ValueType {
  if (left.kind === 'list' && right.kind === 'list') return listOf(joinTypes(left.items, right.items));
  if (left.kind === 'map' && right.kind === 'map') {
    return { kind: 'map', values: joinTypes(left.values, right.values) };
  }
  if (left.kind === 'string' && right.kind === 'string') {
    if (left.enum === undefined || right.enum === undefined) return TEXT;
    return { kind: 'string', enum: [...new Set([...left.enum, ...right.enum])] };
  }
  if (left.kind === 'number' && right.kind === 'number') {
    return left.unit === undefined || left.unit === right.unit ? NUMBER : { kind: 'number', unit: left.unit };
  }
  if (left.kind === 'object' && right.kind === 'object') {
    const fields = new Map(left.fields);
    for (const [name, type] of right.fields) {
      const own = fields.get(name);
      fields.set(name, own === undefined ? type : joinTypes(own, type));
    }
    return { kind: 'object', fields };
  }
  return left.kind === right.kind ? left : DYNAMIC;
}

/** For people: `text`, `a number`, `a list of text`. */
export function typePhrase(type: ValueType): string {
  switch (type.kind) {
    case 'string':
      return 'text';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'yes or no';
    case 'timestamp':
      return 'a timestamp';
    case 'duration':
      return 'a duration';
    case 'null':
      return 'null';
    case 'list':
      return type.items.kind === 'dynamic' ? 'a list' : `a list of ${pluralPhrase(type.items)}`;
    case 'map':
      return 'a map';
    case 'object':
      return 'an object';
    default:
      return 'any value';
  }
}

function pluralPhrase(type: ValueType): string {
  switch (type.kind) {
    case 'string':
      return 'texts';
    case 'boolean':
      return 'yes or no';
    case 'null':
      return 'nulls';
    case 'dynamic':
      return 'values';
    default:
      return `${type.kind}s`;
  }
}
