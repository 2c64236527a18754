import { NUMBER } from '../type-rules.ts';
import type { ValueType } from '../type.ts';
import type { Outcome, Value } from '../value.ts';
import { failure, wrongArgument, type FunctionSpec, type Span } from './function-spec.ts';

/** The first argument's unit is kept. */
const sameUnit = (args: readonly ValueType[]): ValueType => {
  const [first] = args;
  return first?.kind === 'number' && first.unit !== undefined ? { kind: 'number', unit: first.unit } : NUMBER;
};

export const numberFunctions: readonly FunctionSpec[] = [
  {
    name: 'round',
    form: 'function',
    signatures: [
      { params: [NUMBER], result: sameUnit },
      { params: [NUMBER, NUMBER], result: sameUnit },
    ],
    summary: 'to whole numbers, or to a number of decimals; halves away from zero',
    apply: round,
  },
  change('floor', 'the whole number at or below', Math.floor),
  change('ceil', 'the whole number at or above', Math.ceil),
  change('abs', 'without its sign', Math.abs),
];

function change(name: string, summary: string, change: (value: number) => number): FunctionSpec {
  return {
    name,
    form: 'function',
    signatures: [{ params: [NUMBER], result: sameUnit }],
    summary,
    apply: (at, a) => (typeof a === 'number' ? change(a) : wrongArgument(at, name)),
  };
}

function round(at: Span, a: Value, b: Value | undefined): Outcome {
  const digits = b ?? 0;
  if (typeof a !== 'number' || typeof digits !== 'number') return wrongArgument(at, 'round');
  if (!Number.isInteger(digits) || digits < 0 || digits > 15) {
    return failure(at, 'round takes between 0 and 15 decimals');
  }
  return roundNumber(a, digits);
}

/**
 * Rounds the number as it is written in decimals, not its binary neighbour: 1.005 to two decimals is 1.01, as
 * everyone who counts money expects, though the nearest double lies just below 1.005.
 */
export function roundNumber(value: number, digits: number): number {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size >= 1e21) return value;
  const shifted = shift(size, digits);
  if (!Number.isFinite(shifted)) return value;
  const rounded = shift(Math.round(shifted), -digits);
  return value < 0 ? -rounded : rounded;
}

function shift(value: number, digits: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(exponent) + digits}`);
}
