import type { ValueType } from '../../condition/type.ts';

/** The kinds that a declaration may name, with their words for people. */
export const typeKinds = [
  ['string', 'Text'],
  ['number', 'Number'],
  ['boolean', 'Yes or no'],
  ['timestamp', 'Point in time'],
  ['duration', 'Span of time'],
  ['list', 'List'],
  ['map', 'Map'],
  ['object', 'Record'],
] as const;

export type TypeKind = (typeof typeKinds)[number][0];

/** A fresh type of a kind, kept as near to the one before as can be. */
export function typeOfKind(kind: TypeKind, before: ValueType): ValueType {
  const nullable = before.nullable ? { nullable: true } : {};
  const inner: ValueType =
    before.kind === 'list' ? before.items : before.kind === 'map' ? before.values : { kind: 'string' };
  switch (kind) {
    case 'list':
      return { kind, items: inner, ...nullable };
    case 'map':
      return { kind, values: inner, ...nullable };
    case 'object':
      return {
        kind,
        fields: inner.kind === 'object' ? inner.fields : new Map([['id', { kind: 'string' }]]),
        ...nullable,
      };
    default:
      return { kind, ...nullable };
  }
}

/** The keys by which a declaration says its type, as YAML has them. */
export function typeEntries(type: ValueType): ReadonlyMap<string, unknown> {
  const entries = new Map<string, unknown>([['type', type.kind]]);
  const add = (key: string, value: unknown) => value !== undefined && entries.set(key, value);
  switch (type.kind) {
    case 'string':
      add('enum', type.enum);
      break;
    case 'number':
      add('unit', type.unit);
      add('minimum', type.minimum);
      add('maximum', type.maximum);
      break;
    case 'list':
      add('items', typeSpec(type.items));
      break;
    case 'map':
      add('values', typeSpec(type.values));
      break;
    case 'object':
      add('fields', fieldSpecs(type.fields));
      break;
    default:
  }
  add('nullable', type.nullable ? true : undefined);
  return entries;
}

/** A type in its shortest form: a word, the fields of a record, or all its keys. */
export function typeSpec(type: ValueType): unknown {
  const entries = typeEntries(type);
  if (entries.size === 1) return type.kind;
  const short = type.kind === 'object' && !type.nullable && !type.fields.has('type') && type.fields.size > 0;
  return short ? fieldSpecs(type.fields) : entries;
}

function fieldSpecs(fields: ReadonlyMap<string, ValueType>): unknown {
  return new Map([...fields].map(([name, type]) => [name, typeSpec(type)]));
}
