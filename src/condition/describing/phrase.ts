import { formatValue, joinWords } from '../coerce.ts';
import { formatNumber } from '../format.ts';
import type { Expression, MacroExpression } from '../expression.ts';
import { functionSpecs } from '../functions.ts';
import { printExpression } from '../print.ts';
import { Duration, EvaluationError, Timestamp, type Value } from '../value.ts';

/** How a condition inside a phrase is put into words. Given by the caller, which knows conditions. */
export type Clause = (expression: Expression) => string;

/** What an expression stands for, as a noun: `refund`, `50 USD`, `the sum of i.price for every i of order.items`. */
export function phrase(expression: Expression, clause: Clause, unit?: string): string {
  switch (expression.kind) {
    case 'literal':
      return literalPhrase(expression.value, unit);
    case 'name':
      return expression.role === 'parameter' ? expression.name.replace(/^parameters\./, '') : expression.name;
    case 'local':
      return expression.name;
    case 'field':
      return `${bracketed(expression.target, clause)}.${expression.field}`;
    case 'index':
      return `${bracketed(expression.target, clause)}[${phrase(expression.index, clause)}]`;
    case 'list':
      return expression.items.length === 0
        ? 'an empty list'
        : joinWords(
            expression.items.map((item) => phrase(item, clause)),
            'and',
          );
    case 'negate':
      return `minus ${bracketed(expression.operand, clause)}`;
    case 'arithmetic': {
      const { left, operator, right } = expression;
      return `${bracketed(left, clause)} ${WORDS[operator]} ${bracketed(right, clause)}`;
    }
    case 'conditional': {
      const { test, whenTrue, whenFalse } = expression;
      return `${phrase(whenTrue, clause, unit)} if ${clause(test)}, otherwise ${phrase(whenFalse, clause, unit)}`;
    }
    case 'call':
      return callPhrase(expression, clause);
    case 'macro':
      return macroPhrase(expression, clause);
    case 'visits':
      return `the visits to ${expression.stepId}`;
    case 'map':
      return printExpression(expression);
    case 'invalid':
      return 'something unclear';
    default:
      return clause(expression);
  }
}

const WORDS = { '+': 'plus', '-': 'minus', '*': 'times', '/': 'divided by', '%': 'modulo' } as const;

/** Texts of one word stand bare; others are quoted, so that one sees where they end. */
export function literalPhrase(value: Value, unit?: string): string {
  if (typeof value === 'string') return /^[\p{L}\p{N}_#@.-]+$/u.test(value) ? value : `"${value}"`;
  return typeof value === 'number' ? formatNumber(value, unit) : formatValue(value);
}

function bracketed(expression: Expression, clause: Clause): string {
  const text = phrase(expression, clause);
  const simple = ['literal', 'name', 'local', 'field', 'index'].includes(expression.kind);
  return simple || expression.kind === 'visits' ? text : `(${text})`;
}

const PREFIXES = new Map([
  ['size', 'the size of'],
  ['count', 'the number of'],
  ['sum', 'the sum of'],
  ['min', 'the smallest of'],
  ['max', 'the largest of'],
  ['distinct', 'the distinct items of'],
  ['abs', 'the size of'],
  ['getFullYear', 'the year of'],
  ['getMonth', 'the month (from 0) of'],
  ['getDate', 'the day of the month of'],
  ['getDayOfMonth', 'the day of the month (from 0) of'],
  ['getDayOfWeek', 'the day of the week (0 is Sunday) of'],
  ['getDayOfYear', 'the day of the year (from 0) of'],
  ['getHours', 'the hours of'],
  ['getMinutes', 'the minutes of'],
  ['getSeconds', 'the seconds of'],
  ['getMilliseconds', 'the milliseconds of'],
]);

function callPhrase(expression: Expression & { kind: 'call' }, clause: Clause): string {
  const [subject, second] = expression.args;
  if (subject === undefined) return `${expression.name}()`;
  const prefix = PREFIXES.get(expression.name);
  const zone = second === undefined ? '' : ` in ${phrase(second, clause)}`;
  if (prefix !== undefined) return `${prefix} ${phrase(subject, clause)}${zone}`;
  if (expression.name === 'round') {
    const decimals = second === undefined ? '' : ` to ${phrase(second, clause)} decimals`;
    return `${phrase(subject, clause)} rounded${decimals}`;
  }
  if (['dyn', 'double', 'int', 'string', 'timestamp', 'duration', 'bool'].includes(expression.name)) {
    return convertedPhrase(expression, subject, clause);
  }
  const rest = expression.args.slice(1).map((arg) => phrase(arg, clause));
  return expression.method
    ? `${bracketed(subject, clause)}.${expression.name}(${rest.join(', ')})`
    : `${expression.name}(${[phrase(subject, clause), ...rest].join(', ')})`;
}

/** `duration("30d")` is 30 days. */
function convertedPhrase(call: Expression & { kind: 'call' }, subject: Expression, clause: Clause): string {
  if (subject.kind !== 'literal') return phrase(subject, clause);
  const value = functionSpecs.get(call.name)?.apply(call, subject.value, undefined, undefined);
  if (value === undefined || value instanceof EvaluationError) return phrase(subject, clause);
  return value instanceof Timestamp || value instanceof Duration ? formatValue(value) : literalPhrase(value);
}

function macroPhrase(expression: MacroExpression, clause: Clause): string {
  const { macro, target, variable, guard, body } = expression;
  const name = variable.name;
  switch (macro) {
    case 'filter':
      return `those ${over(expression, clause)} where ${clause(body)}`;
    case 'map': {
      const same = target.kind === 'macro' && target.macro === 'filter' && target.variable.name === name;
      const from = same ? over(target, clause) : over(expression, clause);
      const conditions = [
        ...(same ? [clause(target.body)] : []),
        ...(guard === undefined ? [] : [clause(guard)]),
      ];
      const where = conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;
      return `${phrase(body, clause)} for every ${from}${where}`;
    }
    case 'find':
      return `the first ${over(expression, clause)} where ${clause(body)}`;
    case 'count':
      return `the number of ${over(expression, clause)} where ${clause(body)}`;
    default:
      return clause(expression);
  }
}

/** `i of order.items`; with an index `i (number k) of order.items`. */
export function over({ target, key, variable }: MacroExpression, clause: Clause): string {
  const numbered =
    key === undefined ? '' : ` (${target.type.kind === 'list' ? 'number' : 'key'} ${key.name})`;
  return `${variable.name}${numbered} of ${bracketed(target, clause)}`;
}
