import type { Expression, MacroExpression } from './expression.ts';
import { printDuration, printTimestamp } from './time.ts';
import { Duration, Timestamp, TypeName, type Value } from './value.ts';

/**
 * Canonical CEL: one spelling for each tree, whatever spaces, quotes, comments and needless brackets the author wrote.
 * Parsing what is printed gives the same tree again.
 */
export function printExpression(expression: Expression): string {
  return print(expression);
}

/** How tightly each kind binds; a part that binds less tightly than its place asks for is put in brackets. */
const CONDITIONAL = 1;
const OR = 2;
const AND = 3;
const RELATION = 4;
const SUM = 5;
const PRODUCT = 6;
const UNARY = 7;
const PRIMARY = 8;

function bindingOf(expression: Expression): number {
  switch (expression.kind) {
    case 'conditional':
      return CONDITIONAL;
    case 'or':
      return OR;
    case 'and':
      return AND;
    case 'compare':
    case 'member':
      return RELATION;
    case 'arithmetic':
      return expression.operator === '+' || expression.operator === '-' ? SUM : PRODUCT;
    case 'not':
    case 'negate':
      return UNARY;
    case 'literal':
      return typeof expression.value === 'number' && (expression.value < 0 || Object.is(expression.value, -0))
        ? UNARY
        : PRIMARY;
    default:
      return PRIMARY;
  }
}

function inside(expression: Expression, least: number): string {
  const text = print(expression);
  return bindingOf(expression) < least ? `(${text})` : text;
}

function print(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return printValue(expression.value);
    case 'name':
    case 'local':
      return expression.name;
    case 'field':
      return `${inside(expression.target, PRIMARY)}.${printField(expression.field)}`;
    case 'index':
      return `${inside(expression.target, PRIMARY)}[${print(expression.index)}]`;
    case 'list':
      return `[${expression.items.map(print).join(', ')}]`;
    case 'map':
      return `{${expression.entries.map(({ key, value }) => `${print(key)}: ${print(value)}`).join(', ')}}`;
    case 'not':
      return `!${inside(expression.operand, UNARY)}`;
    case 'negate':
      return `-${inside(expression.operand, PRIMARY)}`;
    case 'and':
      return expression.operands.map((operand) => inside(operand, AND + 1)).join(' && ');
    case 'or':
      return expression.operands.map((operand) => inside(operand, OR + 1)).join(' || ');
    case 'compare': {
      const { left, operator, right } = expression;
      return `${inside(left, RELATION + 1)} ${operator} ${inside(right, RELATION + 1)}`;
    }
    case 'member':
      return `${inside(expression.item, RELATION + 1)} in ${inside(expression.collection, RELATION + 1)}`;
    case 'arithmetic': {
      const binding = bindingOf(expression);
      return `${inside(expression.left, binding)} ${expression.operator} ${inside(expression.right, binding + 1)}`;
    }
    case 'conditional': {
      const { test, whenTrue, whenFalse } = expression;
      return `${inside(test, OR)} ? ${inside(whenTrue, OR)} : ${print(whenFalse)}`;
    }
    case 'call': {
      const [subject, ...rest] = expression.args;
      if (!expression.method || subject === undefined)
        return `${expression.name}(${expression.args.map(print).join(', ')})`;
      return `${inside(subject, PRIMARY)}.${expression.name}(${rest.map(print).join(', ')})`;
    }
    case 'macro':
      return printMacro(expression);
    case 'has':
      return `has(${print(expression.operand)})`;
    case 'visits':
      return `visits(${printText(expression.stepId)})`;
    default:
      return printText(expression.message);
  }
}

function printMacro({ macro, target, key, variable, guard, body }: MacroExpression): string {
  const variables = key === undefined ? [variable.name] : [key.name, variable.name];
  const parts = [...variables, ...(guard === undefined ? [] : [print(guard)]), print(body)];
  return `${inside(target, PRIMARY)}.${macro}(${parts.join(', ')})`;
}

function printField(field: string): string {
  return /^[A-Za-z_]\w*$/.test(field) && !['in', 'true', 'false', 'null'].includes(field)
    ? field
    : `\`${field}\``;
}

function printValue(value: Value): string {
  if (typeof value === 'string') return printText(value);
  if (typeof value === 'number') return Object.is(value, -0) ? '-0.0' : printNumber(value);
  if (value instanceof Timestamp) return `timestamp(${printText(printTimestamp(value))})`;
  if (value instanceof Duration) return `duration(${printText(printDuration(value))})`;
  return value instanceof TypeName ? value.name : String(value);
}

/** Past 64-bit integers a number must be written as a double to be read again. */
function printNumber(value: number): string {
  const text = String(value);
  return Number.isInteger(value) && Math.abs(value) >= 2 ** 63 && !/[.e]/.test(text) ? `${text}.0` : text;
}

function printText(text: string): string {
  const escaped = text.replace(/[\\"\p{Cc}\u2028\u2029]/gu, (character) => {
    if (character === '\\' || character === '"') return `\\${character}`;
    if (character === '\n') return '\\n';
    if (character === '\r') return '\\r';
    if (character === '\t') return '\\t';
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `"${escaped}"`;
}
