import type { ValueType } from '../../condition/type.ts';

/** A type in a few words: `list of text`, `one of 4`, `number in USD`. */
export function describeType(type: ValueType): string {
  return type.nullable ? `${describeShape(type)} or null` : describeShape(type);
}

function describeShape(type: ValueType): string {
  switch (type.kind) {
    case 'string':
      return type.enum ? `one of ${type.enum.length}` : 'text';
    case 'number':
      return type.unit === undefined ? 'number' : `number, ${type.unit}`;
    case 'boolean':
      return 'yes or no';
    case 'timestamp':
      return 'point in time';
    case 'duration':
      return 'span of time';
    case 'null':
      return 'null';
    case 'list':
      return `list of ${describeItem(type.items)}`;
    case 'map':
      return `map to ${describeItem(type.values)}`;
    case 'object':
      return `record of ${type.fields.size}`;
    case 'dynamic':
      return 'anything';
  }
}

function describeItem(type: ValueType): string {
  if (type.kind === 'string') return 'text';
  if (type.kind === 'object') return 'records';
  return describeType(type);
}
