import { formatValue, joinWords } from '../coerce.ts';
import type { Explanation } from '../explain.ts';
import type { CompareExpression, Expression } from '../expression.ts';
import { decimalsOf, formatNumber } from '../format.ts';
import { EvaluationError, type Outcome } from '../value.ts';
import { clause, comparisonWords, noun, unitOf } from './describe.ts';
import { literalPhrase, over } from './phrase.ts';
import { unknownNames } from './unknown-names.ts';

/** Why a condition holds, does not hold, or cannot be decided; of other expressions what they came to. */
export function describeWhy(explanation: Explanation): string {
  const { expression, outcome } = explanation;
  if (outcome instanceof EvaluationError)
    return `${noun(expression)} cannot be worked out: ${outcome.message}`;
  if (outcome === undefined) return unknownReason(explanation);
  if (typeof outcome !== 'boolean') return withValue(expression, outcome);
  switch (expression.kind) {
    case 'and':
    case 'or':
      return logicalReason(explanation, outcome);
    case 'not':
      return describePart(explanation, 0);
    case 'compare':
      return compareReason(explanation, expression, outcome);
    case 'member':
      return memberReason(explanation, expression, outcome);
    case 'call':
      return callReason(explanation, outcome);
    case 'macro':
      return macroReason(explanation, outcome);
    case 'conditional': {
      const test = explanation.parts[0];
      const chosen = test?.outcome === true ? 1 : 2;
      return `${describePart(explanation, 0)}, and then ${describePart(explanation, chosen)}`;
    }
    case 'literal':
      return clause(expression, true);
    default:
      return clause(expression, outcome);
  }
}

function describePart(explanation: Explanation, index: number): string {
  const part = explanation.parts[index];
  return part === undefined
    ? clause(explanation.expression, explanation.outcome === true)
    : describeWhy(part);
}

function unknownReason(explanation: Explanation): string {
  const names = unknownNames(explanation);
  if (names.length === 0) return `${noun(explanation.expression)} is unknown`;
  return `${joinWords(names, 'and')} ${names.length === 1 ? 'is' : 'are'} unknown`;
}

/** What went the way of the whole: of an `and` that does not hold the parts that do not, of an `or` that holds those that do. */
function logicalReason({ parts }: Explanation, outcome: boolean): string {
  return parts
    .filter((part) => part.outcome === outcome)
    .map(describeWhy)
    .join(' and ');
}

function withValue(expression: Expression, outcome: Outcome, unit = unitOf(expression)): string {
  if (expression.kind === 'literal')
    return typeof outcome === 'string' ? literalPhrase(outcome) : shortValue(outcome, unit);
  return `${noun(expression)} is ${shortValue(outcome, unit)}`;
}

const LONGEST_VALUE = 120;

function shortValue(outcome: Outcome, unit?: string): string {
  const text =
    typeof outcome === 'string'
      ? literalPhrase(outcome)
      : typeof outcome === 'number'
        ? formatNumber(outcome, unit)
        : formatValue(outcome);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

function compareReason(explanation: Explanation, expression: CompareExpression, outcome: boolean): string {
  const [left, right] = explanation.parts;
  const { operator } = expression;
  if (left === undefined || right === undefined) return clause(expression, outcome);
  if (operator === '==' || operator === '!=') return equalityReason(explanation, expression);
  const words = comparisonWords(operator, expression.left.type, outcome);
  if (typeof left.outcome !== 'number' || typeof right.outcome !== 'number') {
    return `${subject(left, shortValue(left.outcome))} ${words} ${object(right, shortValue(right.outcome))}`;
  }
  const unit = unitOf(expression.left) ?? unitOf(expression.right);
  const decimals = alignedDecimals(left.outcome, right.outcome, unit);
  const show = (value: number): string => formatNumber(value, unit, decimals);
  return `${subject(left, show(left.outcome))} ${words} ${object(right, show(right.outcome))}`;
}

/** Both numbers with the same decimals; money with none or two. */
function alignedDecimals(left: number, right: number, unit: string | undefined): number {
  const needed = Math.max(decimalsOf(left), decimalsOf(right));
  return needed === 1 && unit !== undefined && /^[A-Z]{3}$/.test(unit) ? 2 : needed;
}

/** `sentiment -0.28`. */
function subject({ expression }: Explanation, value: string): string {
  if (expression.kind === 'literal') return value;
  const named = ['name', 'local', 'field', 'index'].includes(expression.kind);
  return named ? `${noun(expression)} ${value}` : `${noun(expression)} (${value})`;
}

/** `-0.30`, or `-0.30 (sentimentFloor)`. */
function object({ expression }: Explanation, value: string): string {
  const name = noun(expression);
  return expression.kind === 'literal' || name === value ? value : `${value} (${name})`;
}

/** `x is 3`, or `x is 3, not 4`. */
function equalityReason(explanation: Explanation, expression: CompareExpression): string {
  const [left, right] = explanation.parts;
  if (left === undefined || right === undefined) return clause(expression, explanation.outcome === true);
  const [named, other] = left.expression.kind === 'literal' ? [right, left] : [left, right];
  if (typeof named.outcome === 'boolean' && other.expression.kind === 'literal') return describeWhy(named);
  const unit = unitOf(named.expression) ?? unitOf(other.expression);
  const otherValue = object(other, shortValue(other.outcome, unit));
  const equal = (expression.operator === '==') === explanation.outcome;
  if (equal) return `${noun(named.expression)} is ${otherValue}`;
  return `${noun(named.expression)} is ${shortValue(named.outcome, unit)}, not ${otherValue}`;
}

function memberReason(
  explanation: Explanation,
  expression: Expression & { kind: 'member' },
  outcome: boolean,
): string {
  const [item] = explanation.parts;
  if (item === undefined || item.expression.kind === 'literal') return clause(expression, outcome);
  const value = shortValue(item.outcome, unitOf(item.expression));
  const { collection } = expression;
  const rest = clause(expression, outcome).slice(noun(expression.item).length + ' is '.length);
  return collection.kind === 'list' || outcome
    ? `${noun(item.expression)} is ${value}, ${rest}`
    : `${noun(item.expression)} ${value} is ${rest}`;
}

function callReason({ expression, parts }: Explanation, outcome: boolean): string {
  const [first] = parts;
  const text = clause(expression, outcome);
  if (first === undefined || first.expression.kind === 'literal') return text;
  const name = noun(first.expression);
  return text.startsWith(name) ? `${name} ${shortValue(first.outcome)}${text.slice(name.length)}` : text;
}

/** The item that decided, where one did. */
function macroReason(explanation: Explanation, outcome: boolean): string {
  const { expression, parts } = explanation;
  if (expression.kind !== 'macro') return clause(expression, outcome);
  const decisive = expression.macro === 'exists' ? true : expression.macro === 'all' ? false : undefined;
  const witness =
    decisive === outcome
      ? parts.find((part) => part.item !== undefined && part.outcome === outcome)
      : undefined;
  if (witness?.item === undefined) return clause(expression, outcome);
  const items = over(expression, (condition) => clause(condition, true));
  const which =
    typeof witness.item.key === 'number' ? `number ${witness.item.key + 1}` : shortValue(witness.item.key);
  return `${clause(expression, outcome).split(' has: ')[0] ?? items}: for ${which}, ${describeWhy(witness)}`;
}
