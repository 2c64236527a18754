import { describe, expect, it } from 'vitest';
import { shopExpression, shopFrame, whyShop } from '../testing/shop-conditions.ts';
import { explainExpression } from './explain.ts';
import { describeExpression, unknownNames } from './sentence.ts';
import { parseTimestamp } from './time.ts';

describe('a condition as a sentence', () => {
  it.each([
    ['order.status != "delivered"', 'order.status is not delivered'],
    ['refund > 50', 'refund is more than 50 USD'],
    ['refund > parameters.autoRefundLimit', 'refund is more than autoRefundLimit'],
    ['sentiment < parameters.sentimentFloor', 'sentiment is below sentimentFloor'],
    ['sentiment >= 0.5', 'sentiment is at least 0.5'],
    ['!(sentiment <= 0)', 'sentiment is not at most 0'],
    ['!customer.authenticated', 'customer.authenticated is no'],
    ['customer.authenticated == true', 'customer.authenticated is yes'],
    ['order.status in ["pending", "processed"]', 'order.status is one of pending or processed'],
    ['!(order.status in ["pending", "processed"])', 'order.status is none of pending or processed'],
    ['order.id in request.itemIds', 'order.id is in request.itemIds'],
    ['"mug" in prices', 'mug is a key of prices'],
    ['has(order.id) && !has(refund)', 'order.id is known and refund is not known'],
    [
      'turns > 2 && (sentiment < 0 || refund > 5)',
      'turns is more than 2 and (sentiment is below 0 or refund is more than 5 USD)',
    ],
    ['size(order.items) == 0', 'order.items is empty'],
    ['order.id.startsWith("#W")', 'order.id begins with #W'],
    ['!order.id.contains("a b")', 'order.id does not contain "a b"'],
    ['order.items.exists(i, i.price > 20)', 'some i of order.items has: i.price is more than 20 USD'],
    ['!order.items.exists(i, i.price > 20)', 'no i of order.items has: i.price is more than 20 USD'],
    [
      'request.itemIds.all(k, id, order.items[k].id == id)',
      'every id (number k) of request.itemIds has: order.items[k].id is id',
    ],
    [
      'sum(order.items.filter(i, i.id in request.itemIds).map(i, i.price)) > 100',
      'the sum of i.price for every i of order.items where i.id is in request.itemIds is more than 100 USD',
    ],
    [
      'contact.at - order.deliveredAt > duration("30d")',
      'contact.at minus order.deliveredAt is more than 30 days',
    ],
    ['contact.at < timestamp("2026-03-01T00:00:00Z")', 'contact.at is before 1 Mar 2026, 00:00 UTC'],
    ['visits("ask-email") > 2', 'the visits to ask-email is more than 2'],
  ])('%s', (source, sentence) => {
    expect(describeExpression(shopExpression(source))).toBe(sentence);
  });
});

const values = {
  'order.status': 'processed',
  'order.items': [
    { id: 'a', price: 12.5 },
    { id: 'b', price: 30 },
  ],
  'request.itemIds': ['a', 'x'],
  'customer.authenticated': true,
  sentiment: -0.28,
  refund: 62.5,
  'parameters.autoRefundLimit': 50,
  'parameters.sentimentFloor': -0.6,
  'contact.at': parseTimestamp('2026-03-01T12:00:00Z'),
};

function names(source: string): readonly string[] {
  const frame = shopFrame({ ...values, 'order.items': [{ id: 'a' }] });
  return unknownNames(explainExpression(shopExpression(source), frame));
}

describe('why, and why not', () => {
  it.each([
    ['sentiment < -0.3', 'sentiment -0.28 is not below -0.30'],
    ['sentiment < parameters.sentimentFloor', 'sentiment -0.28 is not below -0.60 (sentimentFloor)'],
    ['refund > 50', 'refund 62.50 USD is more than 50.00 USD'],
    ['refund > parameters.autoRefundLimit', 'refund 62.50 USD is more than 50.00 USD (autoRefundLimit)'],
    ['order.status == "delivered"', 'order.status is processed, not delivered'],
    ['order.status != "delivered"', 'order.status is processed, not delivered'],
    ['order.status == "processed"', 'order.status is processed'],
    ['order.status in ["pending", "delivered"]', 'order.status is processed, none of pending or delivered'],
    ['!customer.authenticated', 'customer.authenticated is yes'],
    [
      'customer.authenticated && sentiment < -0.5 && refund > 100',
      'sentiment -0.28 is not below -0.50 and refund 62.50 USD is not more than 100.00 USD',
    ],
    ['sentiment < -0.5 || refund > 60', 'refund 62.50 USD is more than 60.00 USD'],
    ['order.id == "x" && customer.authenticated', 'order.id is unknown'],
    ['has(order.id)', 'order.id is not known'],
    [
      'request.itemIds.all(id, order.items.exists(i, i.id == id))',
      'not every id of request.itemIds: for number 2, no i of order.items has: i.id is id',
    ],
    [
      'order.items.exists(i, i.price > 20)',
      'some i of order.items: for number 2, i.price 30 USD is more than 20 USD',
    ],
    [
      'order.items[4].price > 1',
      'order.items[4].price is more than 1 USD cannot be worked out: there is no item 4: the list has 2 items',
    ],
    [
      'contact.at > timestamp("2026-04-01T00:00:00Z")',
      'contact.at 1 Mar 2026, 12:00 UTC is not after 1 Apr 2026, 00:00 UTC',
    ],
    ['refund', 'refund is 62.5 USD'],
    ['sentiment < 0 && false', 'never'],
    ['sentiment > 0 || true', 'always'],
  ])('%s', (source, reason) => {
    expect(whyShop(source, values)).toBe(reason);
  });

  it('names every fact that an outcome hangs on, and no other', () => {
    expect(names('order.id == "x" && order.zip == "1"')).toEqual(['order.id', 'order.zip']);
    expect(names('order.id == "x" && sentiment > 0')).toEqual([]);
    expect(names('turns > 1 || customer.authenticated')).toEqual([]);
    expect(names('order.items.exists(i, i.price > 2)')).toEqual(['i.price']);
    expect(names('order.items.find(i, i.id == "q").price > 2')).toEqual(['order.items.find(i, i.id == "q")']);
  });
});
