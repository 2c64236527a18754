import { expect, test } from 'vitest';
import { checkExpression } from '../../condition/check.ts';
import type { LogicalExpression } from '../../condition/expression.ts';
import { spanOfPart } from '../../condition/part-span.ts';
import { conditionEnvironment } from '../../testing/arbitrary-condition.ts';
import { sourceWithout } from './without-part.ts';

function chainOf(source: string): LogicalExpression {
  const { expression } = checkExpression(source, conditionEnvironment);
  if (expression?.kind !== 'and' && expression?.kind !== 'or') throw new Error(`no chain: ${source}`);
  return expression;
}

test.each([
  ['member && order.gift', 0, 'order.gift'],
  ['member && order.gift', 1, 'member'],
  ['member && (order.total > 1 || order.gift) && note == "x"', 1, 'member && note == "x"'],
  ['(order.total > 1) || ( member && order.gift )', 1, '(order.total > 1)'],
  ['!(member) && note.startsWith(")") && order.gift', 1, '!(member) && order.gift'],
  ['tags.exists(t, t == "a") && member', 0, 'member'],
])('%s without part %i is %s', (source, index, rest) => {
  const chain = chainOf(source);
  const part = chain.operands[index];
  expect(part && sourceWithout(source, part, chain)).toBe(rest);
});

test('a part is shown with the brackets that its own need', () => {
  const source = 'member && ((order.total > 1) || (order.gift))';
  const part = chainOf(source).operands[1];
  const span = part && spanOfPart(source, part);
  expect(span && source.slice(span.from, span.to)).toBe('(order.total > 1) || (order.gift)');
});
