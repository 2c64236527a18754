import { childrenOf, type Expression } from '../expression.ts';
import type { ValueType } from '../type.ts';
import { Timestamp, type Value } from '../value.ts';
import type { Assumed } from './atom.ts';
import { variablesOf } from './calculation.ts';

/** Values made for a variable from what is asked of a part of it: of a text's beginning, of a time's hour. */
export function fittingValues(
  variable: number,
  type: ValueType,
  assumed: readonly Assumed[],
): readonly Value[] {
  switch (type.kind) {
    case 'string':
      return textsFor(variable, assumed);
    case 'number':
      return asks(variable, assumed, (part) => part.kind === 'arithmetic' && part.operator === '%')
        ? Array.from({ length: 64 }, (_, count) => count)
        : [];
    case 'timestamp':
      return timesFor(variable, assumed);
    default:
      return [];
  }
}

/** Whether some part of what is assumed of the variable is of a kind. */
function asks(variable: number, assumed: readonly Assumed[], kind: (part: Expression) => boolean): boolean {
  const within = (part: Expression): boolean =>
    (kind(part) && variablesOf(part).has(variable)) || childrenOf(part).some(within);
  return assumed.some(({ atom }) => atom.variables.includes(variable) && within(atom.expression));
}

const HOUR = 3_600_000_000_000n;
/** A Monday: 2026-03-02T00:00:00Z. */
const MONDAY = 1_772_409_600_000_000_000n;

/** The hours of a week, and the days of a year, where something is asked of them. */
function timesFor(variable: number, assumed: readonly Assumed[]): readonly Value[] {
  const calls = (names: readonly string[]): boolean =>
    asks(variable, assumed, (part) => part.kind === 'call' && names.includes(part.name));
  const hours = calls(['getHours', 'getDayOfWeek'])
    ? Array.from({ length: 168 }, (_, count) => BigInt((count * 25) % 168))
    : [];
  const days = calls(['getMonth', 'getDate', 'getDayOfMonth', 'getDayOfYear'])
    ? Array.from({ length: 365 }, (_, count) => BigInt(((count * 32) % 365) * 24 + 10))
    : [];
  return [...hours, ...days].map((count) => new Timestamp(MONDAY + count * HOUR));
}

/** Texts made for a variable from what is asked of its beginning, its end and its parts. */
function textsFor(variable: number, assumed: readonly Assumed[]): readonly string[] {
  let start = '';
  let end = '';
  const parts: string[] = [];
  for (const { atom, wanted } of assumed) {
    const { expression } = atom;
    if (!wanted || expression.kind !== 'call') continue;
    const [subject, argument] = expression.args;
    if (subject?.kind !== 'name' || subject.slot !== variable) continue;
    if (argument?.kind !== 'literal' || typeof argument.value !== 'string') continue;
    if (expression.name === 'startsWith' && argument.value.length > start.length) start = argument.value;
    if (expression.name === 'endsWith' && argument.value.length > end.length) end = argument.value;
    if (expression.name === 'contains') parts.push(argument.value);
    if (expression.name === 'matches') parts.push(...plainMatches(argument.value));
  }
  if (start === '' && end === '' && parts.length === 0) return [];
  const middle = parts.filter((part) => !start.includes(part) && !end.includes(part)).join('');
  return [`${start}${middle}${end}`, `${start}${middle}1${end}`, ...parts];
}

/** A text for the simplest patterns: letters, classes and repetitions. */
function plainMatches(pattern: string): readonly string[] {
  const text = pattern
    .replace(/^\^|\$$/g, '')
    .replace(/\\d|\[0-9\]/g, '1')
    .replace(/\\w|\[[A-Za-z][^\]]*\]/g, 'a')
    .replace(/(.)\{(\d{1,2})(?:,\d*)?\}/g, (_, character: string, times: string) =>
      character.repeat(Number(times)),
    )
    .replace(/\\(.)/g, '$1');
  const once = text.replace(/(.)[+]/g, '$1').replace(/.[*?]/g, '');
  return [once];
}
