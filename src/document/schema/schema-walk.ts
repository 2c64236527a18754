import * as z from 'zod';
import { isMap } from '../normalise/fields.ts';

type Schema = z.core.$ZodType;

/**
 * The schema of the value at `path`, chosen among alternatives by what stands in the text: `kind` or `type` where
 * an alternative is told by one, else the first that fits the value's shape.
 */
export function schemaAt(
  root: Schema,
  path: readonly (string | number)[],
  data: unknown,
): Schema | undefined {
  let schema: Schema | undefined = settle(root, data);
  let value = data;
  for (const segment of path) {
    if (!schema) return undefined;
    const inner = childSchema(schema, segment);
    value = childValue(value, segment);
    schema = inner && settle(inner, value);
  }
  return schema;
}

/** The keys that the format has for a map, with their schemas; undefined where the author chooses the keys. */
export function keysOf(schema: Schema): ReadonlyMap<string, Schema> | undefined {
  const { def } = zod(schema);
  return def.type === 'object' ? new Map(Object.entries(def.shape)) : undefined;
}

/** The texts that a value may be, where they are fixed, each with its documentation. */
export function choicesOf(schema: Schema): ReadonlyMap<string, string | undefined> {
  const choices = new Map<string, string | undefined>();
  collectChoices(schema, choices);
  return choices;
}

/** The description of a key or value: its own, else that of what it wraps. */
export function documentationOf(schema: Schema): string | undefined {
  const own = z.globalRegistry.get(schema)?.description;
  if (own !== undefined) return own;
  const { def } = zod(schema);
  if (def.type === 'optional') return documentationOf(def.innerType);
  return undefined;
}

/** The alternatives of a union that is told apart by one key, by that key's value. */
export function alternativesOf(schema: Schema): readonly Schema[] {
  const { def } = zod(schema);
  if (def.type === 'optional') return alternativesOf(def.innerType);
  if (def.type === 'lazy') return alternativesOf(def.getter());
  return def.type === 'union' ? def.options.flatMap(alternativesOf) : [schema];
}

/** The alternatives for the value at `path`, whatever stands there; one where there is no choice. */
export function alternativesAt(
  root: Schema,
  path: readonly (string | number)[],
  data: unknown,
): readonly Schema[] {
  const last = path.at(-1);
  if (last === undefined) return alternativesOf(root);
  const parent = schemaAt(root, path.slice(0, -1), data);
  const schema = parent && childSchema(parent, last);
  return schema ? alternativesOf(schema) : [];
}

function settle(schema: Schema, value: unknown): Schema | undefined {
  const { def } = zod(schema);
  switch (def.type) {
    case 'optional':
      return settle(def.innerType, value);
    case 'lazy':
      return settle(def.getter(), value);
    case 'union':
      return alternativesOf(schema).find((option) => fits(option, value));
    default:
      return schema;
  }
}

function fits(schema: Schema, value: unknown): boolean {
  const { def } = zod(schema);
  switch (def.type) {
    case 'object': {
      if (!isMap(value)) return false;
      for (const key of ['kind', 'type']) {
        const told = def.shape[key];
        if (told && zod(told).def.type === 'literal') return choicesOf(told).has(String(value.get(key)));
      }
      return true;
    }
    case 'record':
      return isMap(value);
    case 'array':
      return Array.isArray(value);
    case 'string':
    case 'enum':
    case 'literal':
      return typeof value === 'string';
    default:
      return typeof value === def.type;
  }
}

function childSchema(schema: Schema, segment: string | number): Schema | undefined {
  const { def } = zod(schema);
  if (def.type === 'object') return Object.hasOwn(def.shape, segment) ? def.shape[segment] : undefined;
  if (def.type === 'record') return def.valueType;
  return def.type === 'array' ? def.element : undefined;
}

function childValue(value: unknown, segment: string | number): unknown {
  if (isMap(value)) return value.get(String(segment));
  return Array.isArray(value) && typeof segment === 'number' ? (value[segment] as unknown) : undefined;
}

function collectChoices(schema: Schema, into: Map<string, string | undefined>): void {
  const { def } = zod(schema);
  if (def.type === 'optional') collectChoices(def.innerType, into);
  else if (def.type === 'lazy') collectChoices(def.getter(), into);
  else if (def.type === 'union') def.options.forEach((option) => collectChoices(option, into));
  else if (def.type === 'enum')
    Object.values(def.entries).forEach((entry) => into.set(String(entry), undefined));
  else if (def.type === 'literal')
    def.values.forEach((value) => into.set(String(value), documentationOf(schema)));
  else if (def.type === 'boolean') ['true', 'false'].forEach((word) => into.set(word, undefined));
}

/** Zod's own union of its schemas, which tells them apart by `def.type`. */
function zod(schema: Schema): { readonly def: z.core.$ZodTypes['_zod']['def'] } {
  return (schema as z.core.$ZodTypes)._zod;
}
