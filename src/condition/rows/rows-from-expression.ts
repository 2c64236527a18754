import { checkExpression } from '../check.ts';
import type { Environment } from '../environment.ts';
import type { CompareExpression, ComparisonOperator, Expression, MacroExpression } from '../expression.ts';
import { widestSpanOfPart } from '../part-span.ts';
import { BOOLEAN } from '../type-rules.ts';
import type { ValueType } from '../type.ts';
import {
  NOTHING,
  type CompareRow,
  type ListRow,
  type Row,
  type RowOperator,
  type Rows,
  type RowValue,
} from './rows.ts';
import { rememberWritten } from './written.ts';

/** Undefined when the source has a problem. What rows cannot show becomes a row of text, byte for byte. */
export function rowsFromExpression(source: string, environment: Environment): Rows | undefined {
  const { expression } = checkExpression(source, environment, BOOLEAN);
  if (expression === undefined) return undefined;
  return groupOf(expression, source, 0, source.length);
}

/** A condition as a group; the group's text is all that stands between `from` and `to`. */
function groupOf(expression: Expression, source: string, from: number, to: number): Rows {
  const rows = rowOf(expression, source, true);
  const group: Rows =
    rows.kind === 'group' ? rows : { kind: 'group', join: 'and', rows: [withText(rows, expression, source)] };
  return rememberWritten(group, { text: source.slice(from, to), before: '', after: '' });
}

function withText(row: Row, part: Expression, source: string): Row {
  return rememberWritten(row, { text: textOf(part, source), before: '', after: '' });
}

/** With `holds` false the opposite of the expression. */
function rowOf(expression: Expression, source: string, holds: boolean): Row {
  return shownRow(expression, source, holds) ?? textRow(expression, source, holds);
}

function textRow(expression: Expression, source: string, holds: boolean): Row {
  const text = textOf(expression, source);
  return { kind: 'text', text: holds ? text : `!(${text})` };
}

function textOf(part: Expression, source: string): string {
  const { from, to } = widestSpanOfPart(source, part);
  return source.slice(from, to);
}

function shownRow(expression: Expression, source: string, holds: boolean): Row | undefined {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return chain(expression, source, holds);
    case 'not':
      return shownRow(expression.operand, source, !holds);
    case 'compare':
      return comparison(expression, source, holds);
    case 'member':
      return membership(expression, source, holds);
    case 'has':
      return row(expression.operand, source, holds ? 'known' : 'unknown', NOTHING);
    case 'name':
    case 'local':
    case 'field':
      return isPlain(expression.type, 'boolean')
        ? row(expression, source, holds ? 'true' : 'false', NOTHING)
        : undefined;
    case 'call':
      return textTest(expression, source, holds);
    case 'macro':
      return quantified(expression, source, holds);
    default:
      return undefined;
  }
}

function chain(
  expression: Expression & { kind: 'and' | 'or' },
  source: string,
  holds: boolean,
): Row | undefined {
  const join = (expression.kind === 'and') === holds ? 'and' : 'or';
  const rows: Row[] = [];
  const spans = expression.operands.map((operand) => widestSpanOfPart(source, operand));
  for (const [index, operand] of expression.operands.entries()) {
    const part = holds ? rowOf(operand, source, true) : shownRow(operand, source, false);
    if (part === undefined) return undefined;
    rows.push(part);
    const span = spans[index];
    if (!holds || span === undefined) continue;
    const [previous, next] = [spans[index - 1], spans[index + 1]];
    rememberWritten(part, {
      text: source.slice(span.from, span.to),
      before: previous ? source.slice(previous.to, span.from) : '',
      after: next ? source.slice(span.to, next.from) : '',
    });
  }
  return { kind: 'group', join, rows };
}

const OPPOSITE: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};

const TURNED: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

function comparison(expression: CompareExpression, source: string, holds: boolean): Row | undefined {
  const { left, right } = expression;
  const turned = isConstant(left) && !isConstant(right);
  const subject = turned ? right : left;
  const value = turned ? left : right;
  let operator = turned ? TURNED[expression.operator] : expression.operator;
  if (!holds) {
    // NaN is neither below nor not below: what is calculated may be it, data never is.
    const ordered = operator !== '==' && operator !== '!=';
    if (ordered && !(isData(subject) && isData(value))) return undefined;
    operator = OPPOSITE[operator];
  }
  if (isPlain(subject.type, 'boolean') && value.kind === 'literal' && typeof value.value === 'boolean') {
    if (!isSubject(subject)) return undefined;
    if (operator === '==' || operator === '!=') {
      return row(subject, source, (operator === '==') === value.value ? 'true' : 'false', NOTHING);
    }
  }
  return row(subject, source, operator, valueOf(value, source));
}

function membership(expression: Expression & { kind: 'member' }, source: string, holds: boolean): Row {
  const { item, collection } = expression;
  const includes = isSubject(collection) && isConstant(item);
  return includes
    ? row(collection, source, holds ? 'includes' : 'not includes', valueOf(item, source))
    : row(item, source, holds ? 'in' : 'not in', valueOf(collection, source));
}

const TEXT_TESTS = ['startsWith', 'endsWith', 'contains', 'matches'] as const;

function textTest(
  expression: Expression & { kind: 'call' },
  source: string,
  holds: boolean,
): Row | undefined {
  const name = TEXT_TESTS.find((test) => test === expression.name);
  const [subject, argument] = expression.args;
  if (name === undefined || subject === undefined || argument === undefined) return undefined;
  return row(subject, source, holds ? name : (`not ${name}` as const), valueOf(argument, source));
}

function quantified(expression: MacroExpression, source: string, holds: boolean): ListRow | undefined {
  const { macro, target, key, variable, body } = expression;
  if (key !== undefined || target.type.kind !== 'list' || (macro !== 'exists' && macro !== 'all'))
    return undefined;
  const base = {
    kind: 'list',
    list: textOf(target, source),
    type: target.type.items,
    variable: variable.name,
  } as const;
  if (holds || macro === 'exists') {
    const of = groupOf(body, source, ...spanOf(body, source));
    return { ...base, quantifier: holds ? (macro === 'exists' ? 'any' : 'all') : 'none', of };
  }
  // Not all fulfil it: there is one for which it is false.
  const opposite = shownRow(body, source, false);
  if (opposite === undefined) return undefined;
  const of: Rows = opposite.kind === 'group' ? opposite : { kind: 'group', join: 'and', rows: [opposite] };
  return { ...base, quantifier: 'any', of };
}

function spanOf(part: Expression, source: string): [from: number, to: number] {
  const { from, to } = widestSpanOfPart(source, part);
  return [from, to];
}

function row(subject: Expression, source: string, operator: RowOperator, value: RowValue): CompareRow {
  return { kind: 'compare', subject: textOf(subject, source), type: subject.type, operator, value };
}

function valueOf(expression: Expression, source: string): RowValue {
  if (expression.kind === 'list') {
    return { kind: 'list', items: expression.items.map((item) => valueOf(item, source)) };
  }
  if (expression.kind === 'name') return { kind: 'name', name: textOf(expression, source) };
  if (expression.kind === 'literal') {
    const { value } = expression;
    if (value === null || typeof value !== 'object') return { kind: 'literal', value };
  }
  if (expression.kind === 'negate' && expression.operand.kind === 'literal') {
    const { value } = expression.operand;
    if (typeof value === 'number') return { kind: 'literal', value: -value };
  }
  if (expression.kind === 'call' && (expression.name === 'timestamp' || expression.name === 'duration')) {
    const [text] = expression.args;
    if (text?.kind === 'literal' && typeof text.value === 'string')
      return { kind: expression.name, text: text.value };
  }
  return { kind: 'source', source: textOf(expression, source) };
}

/** Written out, not read from anywhere. */
function isConstant(expression: Expression): boolean {
  switch (expression.kind) {
    case 'literal':
      return true;
    case 'negate':
      return isConstant(expression.operand);
    case 'list':
      return expression.items.every(isConstant);
    case 'call':
      return expression.name === 'timestamp' || expression.name === 'duration';
    default:
      return expression.kind === 'name' && expression.role === 'parameter';
  }
}

function isSubject(expression: Expression): boolean {
  return expression.kind === 'name' || expression.kind === 'local' || expression.kind === 'field';
}

function isData(expression: Expression): boolean {
  return expression.kind === 'literal' || (isSubject(expression) && !isDerived(expression));
}

function isDerived(expression: Expression): boolean {
  return expression.kind === 'name' && expression.role === 'derived';
}

function isPlain(type: ValueType, kind: ValueType['kind']): boolean {
  return type.kind === kind && type.nullable !== true;
}
