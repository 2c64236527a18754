import type { ValueType } from '../../condition/type.ts';
import { isMap } from './fields.ts';

const dynamic: ValueType = { kind: 'dynamic' };
const words = new Map<unknown, ValueType>([
  ['string', { kind: 'string' }],
  ['number', { kind: 'number' }],
  ['boolean', { kind: 'boolean' }],
  ['timestamp', { kind: 'timestamp' }],
  ['duration', { kind: 'duration' }],
  ['list', { kind: 'list', items: dynamic }],
  ['map', { kind: 'map', values: dynamic }],
  ['object', { kind: 'object', fields: new Map() }],
]);

/** A type as word, long form or fields. What cannot be read is `dynamic`, so that one mistake does not cause more. */
export function readType(data: unknown): ValueType {
  if (!isMap(data)) return words.get(data) ?? dynamic;
  if (!data.has('type')) return { kind: 'object', fields: readFields(data) };
  const type = readLongForm(data);
  return data.get('nullable') === true ? { ...type, nullable: true } : type;
}

function readLongForm(data: ReadonlyMap<string, unknown>): ValueType {
  switch (data.get('type')) {
    case 'string': {
      const values = data.get('enum');
      if (!Array.isArray(values)) return { kind: 'string' };
      return { kind: 'string', enum: values.filter((value) => typeof value === 'string') };
    }
    case 'number':
      return {
        kind: 'number',
        ...optional('unit', data.get('unit'), 'string'),
        ...optional('minimum', data.get('minimum'), 'number'),
        ...optional('maximum', data.get('maximum'), 'number'),
      };
    case 'list':
      return { kind: 'list', items: readType(data.get('items')) };
    case 'map':
      return { kind: 'map', values: readType(data.get('values')) };
    case 'object':
      return { kind: 'object', fields: readFields(data.get('fields')) };
    default:
      return words.get(data.get('type')) ?? dynamic;
  }
}

function readFields(data: unknown): ReadonlyMap<string, ValueType> {
  const fields = new Map<string, ValueType>();
  if (isMap(data)) for (const [name, type] of data) fields.set(name, readType(type));
  return fields;
}

function optional(key: string, value: unknown, type: 'string' | 'number'): object {
  return typeof value === type ? { [key]: value } : {};
}
