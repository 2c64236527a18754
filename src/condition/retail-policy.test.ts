import { describe, expect, it } from 'vitest';
import { reportCases, skipForWant, thirdPartyRows } from '../testing/third-party-cases.ts';
import { checkExpression } from './check.ts';
import { readValue } from './coerce.ts';
import { compileExpression, type Evaluate } from './compile.ts';
import { createEnvironment, type Declaration, type Environment } from './environment.ts';
import type { ValueType } from './type.ts';
import type { Outcome } from './value.ts';

/**
 * The decisions of an online shop's policy, written as an author would. Nothing here knows a row: each condition is
 * the policy's sentence, and the rows of a benchmark say whether it was understood.
 */

interface Row {
  readonly id: string;
  readonly data: { readonly [part: string]: unknown };
  readonly expected: { readonly outcome: 'allow' | 'deny'; readonly reason: string | null };
}

const text: ValueType = { kind: 'string' };
const number: ValueType = { kind: 'number' };
const texts: ValueType = { kind: 'list', items: text };
const object = (fields: { readonly [name: string]: ValueType }): ValueType => ({
  kind: 'object',
  fields: new Map(Object.entries(fields)),
});

const facts: { readonly [name: string]: ValueType } = {
  'request.type': text,
  'request.reason': text,
  'request.item_ids': texts,
  'request.new_item_ids': texts,
  'request.payment_method_id': text,
  'order.status': text,
  'order.items': { kind: 'list', items: object({ item_id: text, product_id: text, price: number }) },
  'order.payment_history': {
    kind: 'list',
    items: object({ transaction_type: text, amount: number, payment_method_id: text }),
  },
  'customer.payment_methods': {
    kind: 'list',
    items: object({
      id: text,
      source: { kind: 'string', enum: ['credit_card', 'paypal', 'gift_card'] },
      balance: number,
    }),
  },
  products: {
    kind: 'map',
    values: object({
      variants: {
        kind: 'map',
        values: object({ item_id: text, available: { kind: 'boolean' }, price: number }),
      },
    }),
  },
};

const derived: { readonly [name: string]: string } = {
  original_method: 'order.payment_history[0].payment_method_id',
  method: 'customer.payment_methods.find(m, m.id == request.payment_method_id)',
  pairs: `request.item_ids.map(k, id, {
    "old": order.items.find(i, i.item_id == id),
    "new_id": request.new_item_ids[k]
  })`,
  price_difference: 'sum(pairs.map(p, products[p.old.product_id].variants[p.new_id].price - p.old.price))',
};

/** By request type: what denies it, in order. */
const denials: { readonly [type: string]: readonly (readonly [condition: string, reason: RegExp])[] } =
  (() => {
    const missing = [
      'request.item_ids.exists(id, request.item_ids.count(x, x == id) > order.items.count(i, i.item_id == id))',
      /not found$/,
    ] as const;
    const noMethod = ['!has(method)', /^payment method not found$/] as const;
    const replaced = [
      missing,
      ['size(request.item_ids) != size(request.new_item_ids)', /number of items/],
      [
        'pairs.exists(p, !(p.new_id in products[p.old.product_id].variants) || !products[p.old.product_id].variants[p.new_id].available)',
        /^new item \d+ not found or available$/,
      ],
      noMethod,
      [
        'method.source == "gift_card" && method.balance < price_difference',
        /^insufficient gift card balance/,
      ],
    ] as const;
    const pending = ['order.status != "pending"', /^non-pending/] as const;
    const delivered = ['order.status != "delivered"', /^non-delivered/] as const;
    return {
      cancel_order: [
        pending,
        ['!(request.reason in ["no longer needed", "ordered by mistake"])', /^invalid reason$/],
      ],
      return_items: [
        delivered,
        noMethod,
        [
          'method.source != "gift_card" && method.id != original_method',
          /either the original payment method or a gift card/,
        ],
        missing,
      ],
      exchange_items: [delivered, ...replaced],
      modify_order_items: [pending, ...replaced],
      change_payment: [
        pending,
        noMethod,
        ['method.id == original_method', /different from the current one/],
        [
          'method.source == "gift_card" && method.balance < order.payment_history[0].amount',
          /^insufficient gift card balance/,
        ],
      ],
      change_shipping_address: [pending],
    };
  })();

/** Derived names get the type of their own expression, one after the other. */
function declare(): { environment: Environment; evaluators: ReadonlyMap<number, Evaluate> } {
  const names: Omit<Declaration, 'slot'>[] = Object.entries(facts).map(([name, type]) => ({
    name,
    type,
    role: 'fact',
  }));
  const evaluators = new Map<number, Evaluate>();
  for (const [name, is] of Object.entries(derived)) {
    const { expression, problems, type } = checkExpression(is, createEnvironment(names, []));
    expect(problems).toEqual([]);
    if (expression !== undefined) evaluators.set(names.length, compileExpression(expression));
    names.push({ name, type, role: 'derived', is });
  }
  return { environment: createEnvironment(names, []), evaluators };
}

const rows = thirdPartyRows('retail/requests.jsonl') as readonly Row[] | undefined;

describe('the decisions of a real retail policy', () => {
  it('check without a problem', () => {
    const { environment } = declare();
    for (const [condition] of Object.values(denials).flat()) {
      expect([condition, checkExpression(condition, environment, { kind: 'boolean' }).problems]).toEqual([
        condition,
        [],
      ]);
    }
  });

  it('agree with every labelled request, reasons included', (test) => {
    if (rows === undefined) return skipForWant(test, 'retail/requests.jsonl (conditions alone)', 781);
    const { environment, evaluators } = declare();
    const compiled = new Map(
      Object.entries(denials).map(([type, list]) => [
        type,
        list.map(([condition, reason]) => {
          const { expression } = checkExpression(condition, environment);
          if (expression === undefined) throw new Error(condition);
          return { evaluate: compileExpression(expression), reason };
        }),
      ]),
    );
    const wrong: unknown[] = [];
    for (const row of rows) {
      const slots = environment.declarations.map(({ name, type, role }): Outcome => {
        if (role !== 'fact') return undefined;
        const read = readValue(
          type,
          name.split('.').reduce<unknown>((part, key) => partOf(part, key), row.data),
        );
        if (!read.ok) throw new Error(`${row.id} ${name}: ${read.message}`);
        return read.value;
      });
      const frame = {
        slots,
        derived: (slot: number): Outcome => evaluators.get(slot)?.(frame),
        visits: () => 0,
      };
      const outcomes = (compiled.get(String(partOf(row.data['request'], 'type'))) ?? []).map(
        ({ evaluate, reason }) => {
          return { outcome: evaluate(frame), reason };
        },
      );
      const deciding = outcomes.find(({ outcome }) => outcome !== false);
      const right =
        deciding === undefined
          ? row.expected.outcome === 'allow'
          : deciding.outcome === true &&
            row.expected.outcome === 'deny' &&
            deciding.reason.test(row.expected.reason ?? '');
      if (!right)
        wrong.push({
          id: row.id,
          expected: row.expected.reason,
          outcome: deciding?.outcome,
          reason: deciding?.reason,
        });
    }
    reportCases('retail/requests.jsonl (conditions alone)', rows.length);
    expect(wrong).toEqual([]);
  });
});

function partOf(whole: unknown, key: string): unknown {
  return typeof whole === 'object' && whole !== null
    ? (whole as { readonly [key: string]: unknown })[key]
    : undefined;
}
