import { formatValue, readValue } from '../condition/coerce.ts';
import type { Parameter } from './model.ts';

/** `50 USD`; as it is written where it is not of its type. */
export function valueInWords({ type, value }: Pick<Parameter, 'type' | 'value'>): string {
  const read = readValue(type, value);
  return read.ok ? formatValue(read.value, type) : JSON.stringify(value);
}
