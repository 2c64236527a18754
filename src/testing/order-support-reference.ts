/**
 * The order-support example as a person would write it in plain JavaScript: the peer of the engine's benchmark, and
 * an oracle that shares no code with the engine. It answers already confirmed requests of an identified customer.
 */
export interface OrderRequest {
  readonly request: {
    readonly type: string;
    readonly order_id?: string;
    readonly reason?: string;
    readonly item_ids?: readonly string[];
    readonly new_item_ids?: readonly string[];
    readonly payment_method_id?: string;
    readonly address1?: string;
    readonly address2?: string;
    readonly city?: string;
    readonly state?: string;
    readonly country?: string;
    readonly zip?: string;
  };
  readonly order: {
    readonly order_id: string;
    readonly user_id: string;
    readonly status: string;
    readonly items: readonly {
      readonly item_id: string;
      readonly product_id: string;
      readonly price: number;
    }[];
    readonly payment_history: readonly {
      readonly transaction_type: string;
      readonly amount: number;
      readonly payment_method_id: string;
    }[];
  };
  readonly customer: {
    readonly user_id: string;
    readonly payment_methods: readonly {
      readonly id: string;
      readonly source: string;
      readonly balance?: number;
    }[];
  };
  readonly products: Readonly<
    Record<
      string,
      { readonly variants: Readonly<Record<string, { readonly available: boolean; readonly price: number }>> }
    >
  >;
}

export interface OrderAnswer {
  readonly outcome: string;
  readonly actions: readonly { readonly name: string; readonly args: Readonly<Record<string, unknown>> }[];
}

const denied = (outcome: string): OrderAnswer => ({ outcome, actions: [] });
const done = (outcome: string, name: string, args: Readonly<Record<string, unknown>>): OrderAnswer => ({
  outcome,
  actions: [{ name, args }],
});

export function answerOrderRequest(row: OrderRequest): OrderAnswer {
  const { request, order, customer } = row;
  const order_id = order.order_id;
  if (order.user_id !== customer.user_id) return denied('denied-other-customer');
  switch (request.type) {
    case 'cancel_order': {
      if (order.status !== 'pending') return denied('denied-cancel-not-pending');
      const reason = request.reason;
      if (reason !== 'no longer needed' && reason !== 'ordered by mistake')
        return denied('denied-reason-not-accepted');
      return done('cancelled', 'cancel_pending_order', { order_id, reason });
    }
    case 'change_shipping_address': {
      if (order.status !== 'pending') return denied('denied-modify-not-pending');
      const { address1, address2, city, state, country, zip } = request;
      return done('address-modified', 'modify_pending_order_address', {
        order_id,
        address1,
        address2,
        city,
        state,
        country,
        zip,
      });
    }
    case 'change_payment': {
      if (order.status !== 'pending') return denied('denied-modify-not-pending');
      const method = methodOf(row);
      if (!method) return denied('denied-payment-method-not-found');
      const payment = paymentOf(row);
      if (payment?.payment_method_id === method.id) return denied('denied-payment-method-unchanged');
      if (tooLow(method, payment?.amount ?? 0)) return denied('denied-gift-card-balance');
      return done('payment-modified', 'modify_pending_order_payment', {
        order_id,
        payment_method_id: method.id,
      });
    }
    case 'return_items': {
      if (order.status !== 'delivered') return denied('denied-return-not-delivered');
      const method = methodOf(row);
      if (!method) return denied('denied-payment-method-not-found');
      if (method.source !== 'gift_card' && method.id !== paymentOf(row)?.payment_method_id) {
        return denied('denied-refund-method');
      }
      if (!holdsItems(row)) return denied('denied-item-not-in-order');
      return done('returned', 'return_delivered_order_items', {
        order_id,
        item_ids: request.item_ids,
        payment_method_id: method.id,
      });
    }
    case 'modify_order_items':
      if (order.status !== 'pending') return denied('denied-modify-not-pending');
      return replaceItems(row, 'items-modified', 'modify_pending_order_items');
    case 'exchange_items':
      if (order.status !== 'delivered') return denied('denied-exchange-not-delivered');
      return replaceItems(row, 'exchanged', 'exchange_delivered_order_items');
    default:
      throw new Error(`no order request: ${request.type}`);
  }
}

function replaceItems(row: OrderRequest, outcome: string, action: string): OrderAnswer {
  const { order, products, request } = row;
  const given = request.item_ids ?? [];
  const wanted = request.new_item_ids ?? [];
  if (!holdsItems(row)) return denied('denied-item-not-in-order');
  if (given.length !== wanted.length) return denied('denied-item-count');
  let difference = 0;
  for (let index = 0; index < given.length; index += 1) {
    const item = order.items.find((candidate) => candidate.item_id === given[index]);
    const variants = item === undefined ? undefined : products[item.product_id]?.variants;
    const variant = variants?.[wanted[index] ?? ''];
    if (item === undefined || !variant?.available) return denied('denied-item-not-available');
    difference += variant.price - item.price;
  }
  const method = methodOf(row);
  if (!method) return denied('denied-payment-method-not-found');
  if (tooLow(method, Math.round(difference * 100) / 100)) return denied('denied-gift-card-balance');
  return done(outcome, action, {
    order_id: order.order_id,
    item_ids: given,
    new_item_ids: wanted,
    payment_method_id: method.id,
  });
}

function methodOf({ customer, request }: OrderRequest) {
  return customer.payment_methods.find((method) => method.id === request.payment_method_id);
}

function paymentOf({ order }: OrderRequest) {
  return order.payment_history.find((entry) => entry.transaction_type === 'payment');
}

function tooLow(method: { readonly source: string; readonly balance?: number }, amount: number): boolean {
  return method.source === 'gift_card' && (method.balance ?? 0) < amount;
}

function holdsItems({ order, request }: OrderRequest): boolean {
  const given = request.item_ids ?? [];
  return given.every(
    (id) =>
      given.filter((other) => other === id).length <=
      order.items.filter((item) => item.item_id === id).length,
  );
}
