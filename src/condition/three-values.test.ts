import { describe, expect, it } from 'vitest';
import { evaluateShop } from '../testing/shop-conditions.ts';
import { EvaluationError, type Outcome, type Value } from './value.ts';

const items: readonly Value[] = [{ id: 'a', price: 5 }, { id: 'b' }, { id: 'c', price: 9 }];

/** `error` for any error. */
function outcome(source: string, values: { readonly [name: string]: Outcome } = {}): Outcome | 'error' {
  const result = evaluateShop(source, values);
  return result instanceof EvaluationError ? 'error' : result;
}

const error = '1 / (turns - turns) > 0';
const known = { turns: 3, 'order.items': items };

describe('unknown', () => {
  it.each([
    ['false && order.id == "x"', false],
    ['order.id == "x" && false', false],
    ['true && order.id == "x"', undefined],
    ['true || order.id == "x"', true],
    ['order.id == "x" || true', true],
    ['!(order.id == "x")', undefined],
    ['order.id == order.id', undefined],
    ['order.id == "x" ? 1 : 1', undefined],
    ['size(order.id) > 0', undefined],
    ['"x" in request.itemIds', undefined],
    ['"x" in ["x", order.id]', true],
    ['"y" in ["x", order.id]', undefined],
    ['[order.id].size()', undefined],
    ['has(order.id)', false],
    ['has(order.items)', true],
    ['has(order.items[1].price)', false],
    ['has(refund)', false],
  ])('%s', (source, expected) => {
    expect(outcome(source, known)).toBe(expected);
  });

  it('of one item is absorbed where another item decides', () => {
    expect(outcome('order.items.all(i, i.price > 6)', known)).toBe(false);
    expect(outcome('order.items.all(i, i.price > 4)', known)).toBe(undefined);
    expect(outcome('order.items.exists(i, i.price > 6)', known)).toBe(true);
    expect(outcome('order.items.exists(i, i.price > 10)', known)).toBe(undefined);
    expect(outcome('order.items.exists_one(i, i.price > 4)', known)).toBe(false);
    expect(outcome('order.items.exists_one(i, i.price > 6)', known)).toBe(undefined);
    expect(outcome('order.items.filter(i, i.price > 6)', known)).toBe(undefined);
    expect(outcome('sum(order.items.map(i, i.price))', known)).toBe(undefined);
    expect(outcome('sum(order.items.filter(i, has(i.price)).map(i, i.price))', known)).toBe(14);
    expect(outcome('order.items.find(i, i.id == "zz")', known)).toBe(undefined);
    expect(outcome('has(order.items.find(i, i.id == "zz").price)', known)).toBe(false);
  });
});

describe('an error', () => {
  it('gives way in && and ||, to what decides and to what is unknown', () => {
    expect(outcome(error, known)).toBe('error');
    expect(outcome(`${error} || true`, known)).toBe(true);
    expect(outcome(`${error} && false`, known)).toBe(false);
    expect(outcome(`${error} && true`, known)).toBe('error');
    expect(outcome(`${error} && order.id == "x"`, known)).toBe(undefined);
    expect(outcome(`order.items.exists(i, 1 / (i.price - 5) > 0)`, known)).toBe(true);
  });

  it('stands against what is unknown everywhere else', () => {
    expect(outcome('1 / (turns - turns) + sentiment', known)).toBe('error');
    expect(outcome('sentiment + 1 / (turns - turns)', known)).toBe('error');
    expect(outcome('order.items[7].id', known)).toBe('error');
    expect(outcome('prices["x"]', { prices: {} })).toBe('error');
    expect(outcome('prices.constructor', { prices: {} })).toBe('error');
    expect(outcome('"constructor" in prices', { prices: {} })).toBe(false);
  });

  it('says where it happened', () => {
    const source = 'turns > 1 && prices["x"] > 2';
    const result = evaluateShop(source, { turns: 2, prices: {} });
    expect(result).toBeInstanceOf(EvaluationError);
    if (!(result instanceof EvaluationError)) return;
    expect(source.slice(result.from, result.to)).toBe('prices["x"]');
    expect(result.message).toBe('there is no key "x"');
  });
});

describe('null', () => {
  it('is a value only where it is declared', () => {
    expect(outcome('order.zip == null', { 'order.zip': null })).toBe(true);
    expect(outcome('order.zip == null', { 'order.zip': '8010' })).toBe(false);
    expect(outcome('order.zip == null')).toBe(undefined);
    expect(outcome('has(order.zip)', { 'order.zip': null })).toBe(true);
  });
});
