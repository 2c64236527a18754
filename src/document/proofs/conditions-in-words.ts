import { formatValue } from '../../condition/coerce.ts';
import { compileExpression, type Frame } from '../../condition/compile.ts';
import type { Expression } from '../../condition/expression.ts';
import { slotsOf } from '../../condition/expression.ts';
import type { Assignment, Setting } from '../../condition/satisfiability/problem.ts';
import { EvaluationError } from '../../condition/value.ts';
import type { Branch } from '../model.ts';

/** `order.status processed, refund 60 USD`: the names that the conditions read, as an example has them. */
export function exampleInWords(
  example: Assignment,
  conditions: readonly Expression[],
  setting: Setting,
): string {
  const { declarations } = setting.environment;
  const frame: Frame = {
    slots: declarations.map((_, slot) => setting.parameter(slot) ?? example.get(`${slot}@0`)),
    derived(slot) {
      const expression = setting.derived(slot);
      return expression === undefined ? undefined : compileExpression(expression)(frame);
    },
    visits: () => 0,
  };
  const words: string[] = [];
  for (const slot of new Set(conditions.flatMap((condition) => [...slotsOf(condition)]))) {
    const { name, role, type } = declarations[slot] ?? {};
    if (name === undefined || role === 'parameter') continue;
    const value = role === 'derived' ? frame.derived(slot) : frame.slots[slot];
    if (value instanceof EvaluationError) continue;
    words.push(value === undefined ? `${name} unknown` : `${name} ${quoted(formatValue(value, type))}`);
  }
  return words.join(', ');
}

function quoted(text: string): string {
  return text.trim() === '' ? '""' : text;
}

/** `branch 2 (Above limit)`. */
export function branchInWords(
  { label }: Pick<Branch, 'label'>,
  index: number,
  noun: 'branch' | 'row',
): string {
  return label === undefined ? `${noun} ${index + 1}` : `${noun} ${index + 1} (${label})`;
}

/** `, as long as parameters.limit is 50 USD`; nothing where no parameter is read. */
export function valuesInWords(slots: Iterable<number>, setting: Setting): string {
  const words: string[] = [];
  for (const slot of slots) {
    const value = setting.parameter(slot);
    const { name, type } = setting.environment.declarations[slot] ?? {};
    if (name !== undefined && value !== undefined) words.push(`${name} is ${formatValue(value, type)}`);
  }
  return words.length === 0 ? '' : `, as long as ${words.join(' and ')}`;
}
