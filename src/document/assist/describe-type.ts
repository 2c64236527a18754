import type { ValueType } from '../../condition/type.ts';

/** A type in a few words: "number in USD, from 0", "one of open, sent", "list of { id, price }". */
export function describeType(type: ValueType): string {
  const words = describeShape(type);
  return type.nullable ? `${words} or null` : words;
}

function describeShape(type: ValueType): string {
  switch (type.kind) {
    case 'string':
      return type.enum ? `one of ${type.enum.join(', ')}` : 'text';
    case 'number': {
      const bounds = [
        type.minimum === undefined ? '' : ` from ${type.minimum}`,
        type.maximum === undefined ? '' : ` to ${type.maximum}`,
      ].join('');
      return `number${type.unit === undefined ? '' : ` in ${type.unit}`}${bounds && `,${bounds}`}`;
    }
    case 'list':
      return `list of ${type.items.kind === 'dynamic' ? 'anything' : describeType(type.items)}`;
    case 'map':
      return `map of ${type.values.kind === 'dynamic' ? 'anything' : describeType(type.values)}`;
    case 'object':
      return `{ ${[...type.fields.keys()].join(', ')} }`;
    case 'boolean':
      return 'true or false';
    case 'dynamic':
      return 'anything';
    default:
      return type.kind;
  }
}
