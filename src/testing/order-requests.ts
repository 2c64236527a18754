import fc from 'fast-check';
import type { OrderRequest } from './order-support-reference.ts';

const types = [
  'cancel_order',
  'modify_order_items',
  'change_payment',
  'change_shipping_address',
  'return_items',
  'exchange_items',
] as const;

const price = fc.integer({ min: 1, max: 60_000 }).map((cents) => cents / 100);

const catalogue = fc
  .array(fc.array(fc.record({ price, available: fc.boolean() }), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((products) =>
    products.map((variants, product) => ({
      product_id: `p${product}`,
      variants: variants.map((variant, index) => ({ ...variant, item_id: `p${product}v${index}` })),
    })),
  );

const methods = ['card_1', 'paypal_1', 'gift_1', 'gift_2'];

/** Confirmed requests of identified customers in a made-up shop, allowed and denied for every reason there is. */
export const orderRequest: fc.Arbitrary<OrderRequest> = catalogue.chain((products) => {
  const variants = products.flatMap((product) =>
    product.variants.map((variant) => ({ ...variant, product_id: product.product_id })),
  );
  const item = fc.constantFrom(...variants);
  const itemId = fc.oneof(
    { weight: 12, arbitrary: item.map(({ item_id }) => item_id) },
    { weight: 1, arbitrary: fc.constant('no-such-item') },
  );
  return fc
    .record({
      type: fc.constantFrom(...types),
      reason: fc.constantFrom('no longer needed', 'ordered by mistake', 'found it cheaper'),
      status: fc.constantFrom('pending', 'pending', 'delivered', 'delivered', 'processed', 'cancelled'),
      items: fc.array(item, { minLength: 1, maxLength: 5 }),
      asked: fc.array(fc.tuple(fc.nat(), itemId), { minLength: 1, maxLength: 4 }),
      stray: fc.boolean(),
      surplus: fc.option(itemId, { freq: 6, nil: undefined }),
      owner: fc.constantFrom('me', 'me', 'me', 'me', 'you'),
      paidWith: fc.constantFrom(...methods),
      wantsMethod: fc.constantFrom(...methods, 'unknown_1'),
      balances: fc.tuple(price, price),
      refunded: fc.boolean(),
    })
    .map((made): OrderRequest => {
      const total = Math.round(made.items.reduce((sum, { price: cost }) => sum + cost, 0) * 100) / 100;
      const named = made.asked.map(([index, id]) =>
        made.stray ? id : (made.items[index % made.items.length]?.item_id ?? id),
      );
      const paid = { transaction_type: 'payment', amount: total, payment_method_id: made.paidWith };
      return {
        request: {
          type: made.type,
          order_id: '#1',
          reason: made.reason,
          item_ids: named,
          new_item_ids: [
            ...made.asked.map(([, id]) => id),
            ...(made.surplus === undefined ? [] : [made.surplus]),
          ],
          payment_method_id: made.wantsMethod,
          address1: '1 Elm Row',
          address2: '',
          city: 'Leeds',
          state: 'ME',
          country: 'USA',
          zip: '04263',
        },
        order: {
          order_id: '#1',
          user_id: made.owner,
          status: made.status,
          items: made.items.map(({ item_id, product_id, price: cost }) => ({
            item_id,
            product_id,
            price: cost,
          })),
          payment_history: made.refunded ? [paid, { ...paid, transaction_type: 'refund' }] : [paid],
        },
        customer: {
          user_id: 'me',
          payment_methods: [
            { id: 'card_1', source: 'credit_card' },
            { id: 'paypal_1', source: 'paypal' },
            { id: 'gift_1', source: 'gift_card', balance: made.balances[0] },
            { id: 'gift_2', source: 'gift_card', balance: made.balances[1] },
          ],
        },
        products: Object.fromEntries(
          products.map(({ product_id, variants: own }) => [
            product_id,
            { variants: Object.fromEntries(own.map((variant) => [variant.item_id, variant])) },
          ]),
        ),
      };
    });
});
