import { readValue } from '../../condition/coerce.ts';
import type { Rule } from './rule.ts';

export const parameterValue: Rule = {
  code: 'parameter-value',
  severity: 'error',
  summary: 'The value of a parameter is of its type, in its range and among its `enum`.',
  valid: `
parameters:
  limit: { type: number, value: 50, minimum: 0 }`,
  invalid: `
parameters:
  limit: { type: number, value: fifty }`,
  *check({ procedure }) {
    for (const [name, { type, value }] of procedure.parameters) {
      if (value === undefined) continue;
      const read = readValue(type, value);
      const path = ['parameters', name, 'value'];
      if (!read.ok) yield { message: `\`${name}\`: ${read.message}`, path: [...path, ...read.path] };
      else if (read.value === undefined) yield { message: `\`${name}\` has no value yet.`, path, at: 'key' };
      else if (type.kind === 'number' && typeof read.value === 'number') {
        if (type.minimum !== undefined && read.value < type.minimum) {
          yield {
            message: `\`${name}\` is ${read.value}, which is below its minimum of ${type.minimum}.`,
            path,
          };
        }
        if (type.maximum !== undefined && read.value > type.maximum) {
          yield {
            message: `\`${name}\` is ${read.value}, which is above its maximum of ${type.maximum}.`,
            path,
          };
        }
      } else if (type.kind === 'string' && type.enum && !type.enum.some((each) => each === read.value)) {
        yield { message: `\`${name}\` must be one of ${type.enum.join(', ')}.`, path };
      }
    }
  },
};
