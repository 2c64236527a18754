import { joinWords } from '../coerce.ts';
import type { CompareExpression, ComparisonOperator, Expression, MacroExpression } from '../expression.ts';
import type { ValueType } from '../type.ts';
import { over, phrase } from './phrase.ts';

/** A condition as a clause, or, for other expressions, what they stand for. */
export function describe(expression: Expression): string {
  return clause(expression, true);
}

/** With `positive` false, that the condition does not hold. */
export function clause(expression: Expression, positive: boolean): string {
  const not = positive ? '' : 'not ';
  switch (expression.kind) {
    case 'and':
    case 'or': {
      const joined = expression.operands.map((operand) => inner(operand)).join(` ${expression.kind} `);
      return positive ? joined : `not (${joined})`;
    }
    case 'not':
      return clause(expression.operand, !positive);
    case 'compare':
      return compareClause(expression, positive);
    case 'member':
      return memberClause(expression, positive);
    case 'has':
      return `${noun(expression.operand)} is ${not}known`;
    case 'call':
      return callClause(expression, positive);
    case 'macro':
      return macroClause(expression, positive);
    case 'conditional':
      if (expression.type.kind !== 'boolean') return noun(expression);
      return `${clause(expression.test, true)} ? (${clause(expression.whenTrue, positive)}) : (${clause(expression.whenFalse, positive)})`;
    case 'literal':
      return typeof expression.value === 'boolean'
        ? expression.value === positive
          ? 'always'
          : 'never'
        : noun(expression);
    default:
      return expression.type.kind === 'boolean'
        ? `${noun(expression)} is ${positive ? 'yes' : 'no'}`
        : noun(expression);
  }
}

export function noun(expression: Expression, unit?: string): string {
  return phrase(expression, (condition) => clause(condition, true), unit);
}

/** Within a chain, another chain is put in brackets. */
function inner(operand: Expression): string {
  const text = clause(operand, true);
  return operand.kind === 'and' || operand.kind === 'or' || operand.kind === 'conditional'
    ? `(${text})`
    : text;
}

/** `is more than`, `is not before`, … */
export function comparisonWords(operator: ComparisonOperator, type: ValueType, positive: boolean): string {
  const not = positive ? '' : 'not ';
  const inTime = type.kind === 'timestamp';
  switch (operator) {
    case '==':
      return `is ${not}`.trim();
    case '!=':
      return positive ? 'is not' : 'is';
    case '<':
      return `is ${not}${inTime ? 'before' : 'below'}`;
    case '>':
      return `is ${not}${inTime ? 'after' : 'more than'}`;
    case '<=':
      if (inTime) return positive ? 'is not after' : 'is after';
      return `is ${not}at most`;
    default:
      if (inTime) return positive ? 'is not before' : 'is before';
      return `is ${not}at least`;
  }
}

function compareClause(expression: CompareExpression, positive: boolean): string {
  const { operator, left, right } = expression;
  const empty = emptyClause(expression, positive);
  if (empty !== undefined) return empty;
  const truth = booleanLiteral(right);
  if (truth !== undefined && (operator === '==' || operator === '!=')) {
    return clause(left, positive === ((operator === '==') === truth));
  }
  const words = comparisonWords(operator, left.type, positive);
  return `${noun(left, unitOf(right))} ${words} ${noun(right, unitOf(left))}`;
}

function booleanLiteral(expression: Expression): boolean | undefined {
  return expression.kind === 'literal' && typeof expression.value === 'boolean'
    ? expression.value
    : undefined;
}

/** `size(x) == 0`, `size(x) > 0`. */
function emptyClause({ operator, left, right }: CompareExpression, positive: boolean): string | undefined {
  if (left.kind !== 'call' || left.name !== 'size' || right.kind !== 'literal' || right.value !== 0)
    return undefined;
  const subject = left.args[0];
  if (subject === undefined || operator === '<' || operator === '>=') return undefined;
  const empty = operator === '==' || operator === '<=';
  return `${noun(subject)} is ${empty === positive ? '' : 'not '}empty`;
}

export function unitOf(expression: Expression): string | undefined {
  return expression.type.kind === 'number' ? expression.type.unit : undefined;
}

function memberClause({ item, collection }: Expression & { kind: 'member' }, positive: boolean): string {
  const subject = noun(item);
  if (collection.kind === 'list') {
    const choices = joinWords(
      collection.items.map((one) => noun(one, unitOf(item))),
      'or',
    );
    return `${subject} is ${positive ? 'one' : 'none'} of ${choices === '' ? 'nothing' : choices}`;
  }
  const { kind } = collection.type;
  const place = kind === 'map' || kind === 'object' ? 'a key of' : 'in';
  return `${subject} is ${positive ? '' : 'not '}${place} ${noun(collection)}`;
}

const TEXT_TESTS = new Map([
  ['startsWith', ['begins with', 'does not begin with']],
  ['endsWith', ['ends with', 'does not end with']],
  ['contains', ['contains', 'does not contain']],
  ['matches', ['matches', 'does not match']],
]);

function callClause(expression: Expression & { kind: 'call' }, positive: boolean): string {
  const [subject, argument] = expression.args;
  const words = TEXT_TESTS.get(expression.name);
  if (words === undefined || subject === undefined || argument === undefined) {
    if (expression.type.kind !== 'boolean') return noun(expression);
    return `${noun(expression)} is ${positive ? 'yes' : 'no'}`;
  }
  return `${noun(subject)} ${words[positive ? 0 : 1]} ${noun(argument)}`;
}

function macroClause(expression: MacroExpression, positive: boolean): string {
  const items = over(expression, (condition) => clause(condition, true));
  const body = clause(expression.body, true);
  switch (expression.macro) {
    case 'all':
      return `${positive ? '' : 'not '}every ${items} has: ${body}`;
    case 'exists':
      return `${positive ? 'some' : 'no'} ${items} has: ${body}`;
    case 'exists_one':
      return `${positive ? '' : 'not '}exactly one ${items} has: ${body}`;
    default:
      return expression.type.kind === 'boolean'
        ? `${noun(expression)} is ${positive ? 'yes' : 'no'}`
        : noun(expression);
  }
}
