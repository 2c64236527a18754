import type { ArithmeticOperator, ComparisonOperator, Expression } from '../expression.ts';
import type { SyntaxNode } from '../parse-expression.ts';
import {
  BOOLEAN,
  comparable,
  DURATION,
  DYNAMIC,
  joinTypes,
  NUMBER,
  TEXT,
  TIMESTAMP,
  typePhrase,
} from '../type-rules.ts';
import type { ValueType } from '../type.ts';
import { checkEnum } from './check-enum.ts';
import { invalid, rangeOf, report, sourceOf, type CheckContext, type Range } from './check-context.ts';

export function checkCondition(context: CheckContext, node: SyntaxNode): Expression {
  const expression = context.check(node);
  requireBoolean(context, expression);
  return expression;
}

export function requireBoolean(context: CheckContext, expression: Expression): void {
  const { kind } = expression.type;
  if (kind === 'boolean' || kind === 'dynamic') return;
  const message = `${sourceOf(context, expression)} is ${typePhrase(expression.type)}; a condition is needed here, which is true or false.`;
  report(context, 'type-mismatch', message, expression);
}

/** Chains are flattened without recursion: `a && b && …` may be as long as the source allows. */
export function checkLogical(context: CheckContext, node: SyntaxNode, operator: '&&' | '||'): Expression {
  const operands: SyntaxNode[] = [];
  const pending: SyntaxNode[] = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.op === operator) pending.push(next.args[1], next.args[0]);
    else operands.push(next);
  }
  return {
    kind: operator === '&&' ? 'and' : 'or',
    operands: operands.map((operand) => checkCondition(context, operand)),
    type: BOOLEAN,
    ...rangeOf(node),
  };
}

export function checkCompare(
  context: CheckContext,
  operator: ComparisonOperator,
  [leftNode, rightNode]: readonly [SyntaxNode, SyntaxNode],
  range: Range,
): Expression {
  const left = context.check(leftNode);
  const right = context.check(rightNode);
  if (operator === '==' || operator === '!=') checkEquality(context, left, right, range);
  else checkOrder(context, left, right, range);
  return { kind: 'compare', operator, left, right, type: BOOLEAN, ...range };
}

function checkEquality(context: CheckContext, left: Expression, right: Expression, range: Range): void {
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const) {
    if (other.type.kind === 'null' && !comparable(one.type, other.type)) {
      const name = sourceOf(context, one);
      const message = `${name} is never null. To ask whether it is known, write has(${name}).`;
      return report(context, 'never-null', message, range);
    }
  }
  if (!comparable(left.type, right.type)) {
    return mismatch(context, left, right, range, 'they can never be equal');
  }
  checkEnum(context, left, right);
  checkEnum(context, right, left);
}

function checkOrder(context: CheckContext, left: Expression, right: Expression, range: Range): void {
  for (const side of [left, right]) {
    if (!hasOrder(side.type)) {
      const message = `${sourceOf(context, side)} is ${typePhrase(side.type)}, which is neither smaller nor larger than anything.`;
      return report(context, 'type-mismatch', message, side);
    }
  }
  if (!comparable(left.type, right.type)) mismatch(context, left, right, range, 'they cannot be compared');
}

function hasOrder({ kind }: ValueType): boolean {
  return ['number', 'string', 'boolean', 'timestamp', 'duration', 'dynamic'].includes(kind);
}

function mismatch(
  context: CheckContext,
  left: Expression,
  right: Expression,
  range: Range,
  so: string,
): void {
  const message = `${sourceOf(context, left)} is ${typePhrase(left.type)} and ${sourceOf(context, right)} is ${typePhrase(right.type)}: ${so}.`;
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const rewritten = one.kind === 'literal' ? rewriteLiteral(context, one, other.type) : undefined;
    if (rewritten !== undefined) return report(context, 'type-mismatch', message, one, rewritten);
  }
  report(context, 'type-mismatch', message, range);
}

/** `12345` beside a text is `"12345"`; `"50"` beside a number is `50`. */
function rewriteLiteral(
  context: CheckContext,
  literal: Expression & { kind: 'literal' },
  wanted: ValueType,
): string | undefined {
  const { value } = literal;
  if (wanted.kind === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    return `"${context.source.slice(literal.from, literal.to)}"`;
  }
  if (typeof value !== 'string') return undefined;
  if (wanted.kind === 'number' && /^-?\d+(\.\d+)?$/.test(value)) return value;
  if (wanted.kind === 'boolean' && (value === 'true' || value === 'false')) return value;
  const written = context.source.slice(literal.from, literal.to);
  return wanted.kind === 'timestamp' || wanted.kind === 'duration' ? `${wanted.kind}(${written})` : undefined;
}

export function checkMember(
  context: CheckContext,
  [itemNode, collectionNode]: readonly [SyntaxNode, SyntaxNode],
  range: Range,
): Expression {
  const item = context.check(itemNode);
  const collection = context.check(collectionNode);
  const { type } = collection;
  if (type.kind === 'list') {
    if (!comparable(item.type, type.items)) {
      const message = `${sourceOf(context, item)} is ${typePhrase(item.type)}, but ${sourceOf(context, collection)} is ${typePhrase(type)}: it can never be in it.`;
      report(context, 'type-mismatch', message, range);
    }
    const items = collection.kind === 'list' ? collection.items : [];
    for (const one of items) checkEnum(context, item, one);
    checkEnum(context, { ...collection, type: type.items }, item);
  } else if (type.kind === 'string') {
    const message = `${sourceOf(context, collection)} is text. To look for a part of it, write ${sourceOf(context, collection)}.contains(${sourceOf(context, item)}).`;
    report(context, 'type-mismatch', message, range);
  } else if (type.kind !== 'map' && type.kind !== 'object' && type.kind !== 'dynamic') {
    const message = `${sourceOf(context, collection)} is ${typePhrase(type)}; "in" needs a list or a map.`;
    report(context, 'type-mismatch', message, collection);
  }
  return { kind: 'member', item, collection, type: BOOLEAN, ...range };
}

export function checkArithmetic(
  context: CheckContext,
  operator: ArithmeticOperator,
  [leftNode, rightNode]: readonly [SyntaxNode, SyntaxNode],
  range: Range,
): Expression {
  const left = context.check(leftNode);
  const right = context.check(rightNode);
  const type = arithmeticType(operator, left.type, right.type);
  if (type === undefined) {
    const message = `${sourceOf(context, left)} is ${typePhrase(left.type)} and ${sourceOf(context, right)} is ${typePhrase(right.type)}: "${operator}" cannot be applied to them.`;
    report(context, 'type-mismatch', message, range);
  }
  if ((operator === '/' || operator === '%') && right.kind === 'literal' && right.value === 0) {
    report(context, 'division-by-zero', 'This divides by zero.', right);
  }
  return { kind: 'arithmetic', operator, left, right, type: type ?? DYNAMIC, ...range };
}

function arithmeticType(
  operator: ArithmeticOperator,
  left: ValueType,
  right: ValueType,
): ValueType | undefined {
  if (left.kind === 'dynamic' || right.kind === 'dynamic')
    return arithmeticWithDynamic(operator, left, right);
  if (left.kind === 'number' && right.kind === 'number') return withUnit(operator, left.unit, right.unit);
  if (operator === '+') {
    if (left.kind === 'string' && right.kind === 'string') return TEXT;
    if (left.kind === 'list' && right.kind === 'list') return joinTypes(left, right);
    if (left.kind === 'duration' && right.kind === 'timestamp') return TIMESTAMP;
  }
  if ((operator === '+' || operator === '-') && right.kind === 'duration') {
    if (left.kind === 'timestamp') return TIMESTAMP;
    if (left.kind === 'duration') return DURATION;
  }
  return operator === '-' && left.kind === 'timestamp' && right.kind === 'timestamp' ? DURATION : undefined;
}

function arithmeticWithDynamic(
  operator: ArithmeticOperator,
  left: ValueType,
  right: ValueType,
): ValueType | undefined {
  const known = left.kind === 'dynamic' ? right : left;
  if (operator === '*' || operator === '/' || operator === '%') {
    return known.kind === 'number' || known.kind === 'dynamic' ? NUMBER : undefined;
  }
  if (known.kind === 'number') return NUMBER;
  if (known.kind === 'string' || known.kind === 'list') return operator === '+' ? known : undefined;
  return ['dynamic', 'timestamp', 'duration'].includes(known.kind) ? DYNAMIC : undefined;
}

function withUnit(
  operator: ArithmeticOperator,
  left: string | undefined,
  right: string | undefined,
): ValueType {
  const ratio = operator === '/' && left !== undefined && left === right;
  const unit = ratio ? undefined : (left ?? (operator === '/' ? undefined : right));
  return unit === undefined ? NUMBER : { kind: 'number', unit };
}

export function checkNegate(context: CheckContext, node: SyntaxNode, range: Range): Expression {
  const operand = context.check(node);
  if (operand.kind === 'literal' && typeof operand.value === 'number') {
    return { ...operand, value: -operand.value, ...range };
  }
  const { type } = operand;
  if (type.kind === 'dynamic') return { kind: 'negate', operand, type: NUMBER, ...range };
  if (type.kind !== 'number') {
    const message = `${sourceOf(context, operand)} is ${typePhrase(type)}; only a number has a negative.`;
    return invalid(context, 'type-mismatch', message, range);
  }
  return { kind: 'negate', operand, type: withUnit('-', type.unit, undefined), ...range };
}

export function checkConditional(
  context: CheckContext,
  [testNode, trueNode, falseNode]: readonly [SyntaxNode, SyntaxNode, SyntaxNode],
  range: Range,
): Expression {
  const test = checkCondition(context, testNode);
  const whenTrue = context.check(trueNode);
  const whenFalse = context.check(falseNode);
  const type = joinTypes(whenTrue.type, whenFalse.type);
  if (type.kind === 'dynamic' && whenTrue.type.kind !== 'dynamic' && whenFalse.type.kind !== 'dynamic') {
    const message = `${sourceOf(context, whenTrue)} is ${typePhrase(whenTrue.type)} and ${sourceOf(context, whenFalse)} is ${typePhrase(whenFalse.type)}: both sides of a choice must be of one type.`;
    report(context, 'type-mismatch', message, { from: whenTrue.from, to: whenFalse.to });
  }
  return { kind: 'conditional', test, whenTrue, whenFalse, type, ...range };
}
