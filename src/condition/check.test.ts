import { describe, expect, it } from 'vitest';
import { shopEnvironment } from '../testing/shop-conditions.ts';
import { checkExpression } from './check.ts';
import type { ValueType } from './type.ts';

/** `code: message @ what the range covers → replacement`. */
function problems(source: string, expected?: ValueType): readonly string[] {
  return checkExpression(source, shopEnvironment, expected).problems.map(
    ({ code, message, from, to, replacement }) => {
      return `${code}: ${message} @ ${source.slice(from, to)}${replacement === undefined ? '' : ` → ${replacement}`}`;
    },
  );
}

const REFUSED: readonly (readonly [source: string, ...problems: string[]])[] = [
  [
    'order.itmes.exists(i, true)',
    'unknown-name: order.itmes is not declared — did you mean order.items? @ order.itmes → order.items',
  ],
  [
    'autoRefundLimit > 1',
    'unknown-name: autoRefundLimit is not declared — did you mean parameters.autoRefundLimit? @ autoRefundLimit → parameters.autoRefundLimit',
  ],
  ['xyzzy', 'unknown-name: xyzzy is not declared. @ xyzzy'],
  [
    'customer',
    'unknown-name: customer is not a name by itself; there are customer.authenticated. @ customer',
  ],
  [
    'order.status == "deliverd"',
    'not-in-enum: order.status is one of pending, processed, delivered, cancelled; "deliverd" is not — did you mean "delivered"? @ "deliverd" → "delivered"',
  ],
  [
    "'shipped' != order.status",
    'not-in-enum: order.status is one of pending, processed, delivered, cancelled; "shipped" is not. @ \'shipped\'',
  ],
  [
    "order.status in ['pending', 'canceled']",
    'not-in-enum: order.status is one of pending, processed, delivered, cancelled; "canceled" is not — did you mean "cancelled"? @ \'canceled\' → \'cancelled\'',
  ],
  [
    'order.items.exists(i, i.size == "XL")',
    'not-in-enum: i.size is one of S, M, L; "XL" is not — did you mean "L"? @ "XL" → "L"',
  ],
  [
    'order.items.exists(i, i.prce > 1)',
    'unknown-field: i has no field prce; it has id, price, size — did you mean price? @ prce → price',
  ],
  [
    'order.items.price > 1',
    'unknown-field: order.items is a list, which has no field price. Ask about its items: order.items.exists(i, i.price …), order.items.all(…), order.items[0].price. @ price',
  ],
  ['sentiment.low', 'unknown-field: sentiment is a number, which has no field low. @ low'],
  [
    'sentiment == "low"',
    'type-mismatch: sentiment is a number and "low" is text: they can never be equal. @ sentiment == "low"',
  ],
  [
    'sentiment > "0.5"',
    'type-mismatch: sentiment is a number and "0.5" is text: they cannot be compared. @ "0.5" → 0.5',
  ],
  [
    'order.id == 1005',
    'type-mismatch: order.id is text and 1005 is a number: they can never be equal. @ 1005 → "1005"',
  ],
  [
    'contact.at < "2026-01-01T00:00:00Z"',
    'type-mismatch: contact.at is a timestamp and "2026-01-01T00:00:00Z" is text: they cannot be compared. @ "2026-01-01T00:00:00Z" → timestamp("2026-01-01T00:00:00Z")',
  ],
  [
    '(sentiment + 1) * order.id > 2',
    'type-mismatch: sentiment + 1 is a number and order.id is text: "*" cannot be applied to them. @ (sentiment + 1) * order.id',
  ],
  [
    'order.id && true',
    'type-mismatch: order.id is text; a condition is needed here, which is true or false. @ order.id',
  ],
  [
    '1 in request.itemIds',
    'type-mismatch: 1 is a number, but request.itemIds is a list of texts: it can never be in it. @ 1 in request.itemIds',
  ],
  [
    '"x" in order.id',
    'type-mismatch: order.id is text. To look for a part of it, write order.id.contains("x"). @ "x" in order.id',
  ],
  [
    'order.id == null',
    'never-null: order.id is never null. To ask whether it is known, write has(order.id). @ order.id == null',
  ],
  ['sise(order.items) > 1', 'unknown-function: There is no function sise — did you mean size? @ sise → size'],
  [
    'order.id.startswith("W")',
    'unknown-function: There is no function startswith — did you mean startsWith? @ startswith → startsWith',
  ],
  [
    'startsWith(order.id, "W")',
    'unknown-function: startsWith is written after its subject: order.id.startsWith("W"). @ startsWith',
  ],
  ['sentiment.round()', 'unknown-function: round is written before its subject: round(sentiment). @ round'],
  ['round(1, 2, 3)', 'argument-count: round takes 1 or 2 in its brackets; there are 3. @ round'],
  ['order.id.trim(1)', 'argument-count: trim takes nothing in its brackets; there is 1. @ trim'],
  [
    'order.items.exists(i.price > 1)',
    'argument-count: exists takes a name for the item and then what is asked of it: order.items.exists(i, …); with two names the first is the index. @ order.items.exists(i.price > 1)',
  ],
  [
    'sum(request.itemIds)',
    'type-mismatch: sum needs a list of numbers here; request.itemIds is a list of texts. @ request.itemIds',
  ],
  [
    'visits("ask-emial") > 1',
    'unknown-step: There is no step "ask-emial" — did you mean "ask-email"? @ "ask-emial" → "ask-email"',
  ],
  ['order.id.matches("(")', 'bad-literal: The pattern cannot be read: missing closing ): `(` @ "("'],
  [
    'contact.at > timestamp("2026-13-01")',
    'bad-literal: "2026-13-01" is not a timestamp; it is written like "2026-03-01T14:30:00Z". @ "2026-13-01"',
  ],
  ['contact.at.getHours("Mars") > 1', 'bad-literal: There is no time zone "Mars". @ "Mars"'],
  ['sentiment / 0 > 1', 'division-by-zero: This divides by zero. @ 0'],
  [
    'sentiment > 1u',
    'unsupported: Unsigned integers are not part of this language; write the number without the u. @ 1u → 1',
  ],
  [
    'customer.authenticated ? 1 : "a"',
    'type-mismatch: 1 is a number and "a" is text: both sides of a choice must be of one type. @ 1 : "a"',
  ],
  ['order.id = "x"', 'syntax: "=" is not expected here: comparisons are written "==". @ ='],
  ['order.id == "x', 'syntax: This text has no closing quote. @ "x'],
  ['sentiment >', 'syntax: The expression ends too early. @ >'],
  ['', 'syntax: An expression is missing here. @ '],
  [
    'order.itmes == 1 || sentimnt > 2',
    'unknown-name: order.itmes is not declared — did you mean order.items? @ order.itmes → order.items',
    'unknown-name: sentimnt is not declared — did you mean sentiment? @ sentimnt → sentiment',
  ],
];

describe('checking a condition', () => {
  it.each(REFUSED)('refuses %s', (source, ...expected) => {
    expect(problems(source)).toEqual(expected);
  });

  it('asks for the type that its place needs', () => {
    expect(problems('sentiment', { kind: 'boolean' })).toEqual([
      'type-mismatch: A condition, which is true or false, is needed here; this is a number. @ sentiment',
    ]);
    expect(
      problems('sentiment > 1 ? "pending" : "done"', { kind: 'string', enum: ['pending', 'delivered'] }),
    ).toEqual(['not-in-enum: The value is one of pending, delivered; "done" is not. @ "done"']);
    expect(
      problems('{"id": order.id, "price": 1}', {
        kind: 'object',
        fields: new Map([['id', { kind: 'string' }]]),
      }),
    ).toHaveLength(1);
  });

  it.each([
    'order.zip == null',
    'order.items.all(k, i, k < 3 && i.id == request.itemIds[k])',
    'order.items.map(i, {"id": i.id, "paid": i.price}).exists(p, p.paid > 1 && p.id != "")',
    'prices.exists(id, price, price > 1 && id != "")',
    'has(order.items[0].price)',
    'contact.at - order.deliveredAt < duration("30d")',
    '{"a": 1, "b": "x"}["a"] == 1',
    'order.items.exists(sentiment, sentiment.price > 1)',
    '.sentiment < .5',
    'dyn(order.id) == 1',
    'min(1, 2, 3) < max([1])',
  ])('accepts %s', (source) => {
    expect(problems(source)).toEqual([]);
  });
});
