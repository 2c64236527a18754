import type { Expression } from '../expression.ts';
import type { Outcome } from '../value.ts';
import { directionOf, evaluateWith, variablesOf } from './calculation.ts';
import type { Domain } from './domain.ts';
import { numberAt, ordinalOfNumber, type Interval } from './ordinal.ts';

/**
 * The least and the most that a calculation comes to while its variables lie in their domains. Undefined where it
 * goes up and down, or may come to something else than a number.
 */
export function rangeOfCalculation(
  expression: Expression,
  domainOf: (variable: number) => Domain,
): Interval | undefined {
  if (expression.type.kind !== 'number') return undefined;
  const least: Outcome[] = [];
  const most: Outcome[] = [];
  for (const variable of variablesOf(expression)) {
    const { values, extras } = domainOf(variable);
    if (values.kind !== 'ordered' || values.of !== 'number' || extras.length > 0) return undefined;
    const low = values.intervals[0]?.low;
    const high = values.intervals.at(-1)?.high;
    const direction = directionOf(expression, variable, []);
    if (low === undefined || high === undefined || direction === undefined) return undefined;
    least[variable] = numberAt(direction === 'down' ? high : low);
    most[variable] = numberAt(direction === 'down' ? low : high);
  }
  const from = evaluateWith(expression, least);
  const to = evaluateWith(expression, most);
  if (typeof from !== 'number' || typeof to !== 'number' || Number.isNaN(from) || Number.isNaN(to))
    return undefined;
  return { low: ordinalOfNumber(from), high: ordinalOfNumber(to) };
}
