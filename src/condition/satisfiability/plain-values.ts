import { parseDuration, parseTimestamp } from '../time.ts';
import type { ValueType } from '../type.ts';
import type { Value } from '../value.ts';

/** A few values of a type, small ones first, made of what conditions mention. */
export function plainValues(type: ValueType, mentioned: readonly Value[]): readonly Value[] {
  switch (type.kind) {
    case 'string':
      return type.enum ?? [...mentioned.filter((value) => typeof value === 'string'), 'a'];
    case 'number': {
      const { minimum = -Infinity, maximum = Infinity } = type;
      const numbers = [...mentioned.filter((value) => typeof value === 'number'), 1, 0];
      const inside = numbers.filter((value) => value >= minimum && value <= maximum);
      return inside.length > 0 ? inside : [Number.isFinite(minimum) ? minimum : maximum];
    }
    case 'boolean':
      return [true, false];
    case 'timestamp':
      return [parseTimestamp('2026-03-02T10:00:00Z') ?? null];
    case 'duration':
      return [parseDuration('1d') ?? null];
    case 'list': {
      const items = plainValues(type.items, mentioned).slice(0, 4);
      return [[], ...items.map((item) => [item]), items.slice(0, 2), items];
    }
    case 'map': {
      const [value] = plainValues(type.values, mentioned);
      const keys = mentioned.filter((one) => typeof one === 'string').slice(0, 6);
      const all = value === undefined ? {} : Object.fromEntries(keys.map((key) => [key, value]));
      return keys.length === 0 ? [{}, { a: value ?? null }] : [all, {}];
    }
    case 'object': {
      const fields = [...type.fields].flatMap(([name, of]) => {
        const [value] = plainValues(of, mentioned);
        return value === undefined ? [] : [[name, value] as const];
      });
      return [Object.fromEntries(fields), {}];
    }
    default:
      return mentioned;
  }
}
