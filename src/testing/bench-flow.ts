import type { Contact } from '../engine/contact.ts';

/**
 * The flow that benchmarks run: 12 decisions with 30 conditions, and 5 triggers that are due before each step. Once
 * as a procedure, and once as a person would write it in plain JavaScript. Both must agree on every contact, those
 * that lack facts included.
 */
export const benchProcedure = `sop: 1
id: refund-desk
title: Refund desk
scope: { intents: [refund], channels: [chat], locales: [en] }
facts:
  order.status: { type: string, enum: [pending, shipped, delivered, cancelled] }
  order.total: { type: number }
  order.ageDays: { type: number }
  order.items: { type: number }
  order.discounted: { type: boolean }
  order.country: { type: string }
  customer.tier: { type: string, enum: [basic, plus, gold] }
  customer.months: { type: number }
  customer.returns: { type: number }
  customer.flagged: { type: boolean }
  request.kind: { type: string, enum: [refund, exchange, credit] }
  request.reason: { type: string, enum: [broken, late, unwanted, wrong] }
  request.amount: { type: number }
  request.photo: { type: boolean }
  payment.method: { type: string, enum: [card, invoice, gift] }
  payment.settled: { type: boolean }
  payment.disputed: { type: boolean }
  stock.available: { type: number }
  shipping.lost: { type: boolean }
  shipping.delayDays: { type: number }
  signal.sentiment: { type: number }
  signal.risk: { type: boolean }
  signal.lawyer: { type: boolean }
  signal.failures: { type: number }
  signal.wantsPerson: { type: boolean }
derived:
  share: { type: number, is: request.amount / order.total }
parameters:
  windowDays: { type: number, value: 30 }
  autoLimit: { type: number, value: 150 }
  sentimentFloor: { type: number, value: -0.6 }
start: covered
steps:
  covered:
    kind: decision
    branches:
      - { when: order.status == "cancelled", next: deny-cancelled }
      - { when: order.status == "pending" && !shipping.lost, next: deny-pending }
    otherwise: trusted
  trusted:
    kind: decision
    branches:
      - { when: customer.flagged, next: review }
      - { when: customer.returns > 12 && customer.tier != "gold", next: review }
      - { when: customer.months < 1 && order.total > 500, next: review }
    otherwise: in-time
  in-time:
    kind: decision
    branches:
      - { when: order.ageDays <= parameters.windowDays, next: lost }
      - { when: customer.tier == "gold" && order.ageDays <= 60, next: lost }
      - { when: request.reason == "broken" && order.ageDays <= 730, next: proof }
    otherwise: deny-late
  lost:
    kind: decision
    branches:
      - { when: shipping.lost, next: money }
      - { when: shipping.delayDays > 14, next: money }
    otherwise: reason
  reason:
    kind: decision
    branches:
      - { when: request.reason == "broken" || request.reason == "wrong", next: proof }
      - { when: request.reason == "late" && shipping.delayDays > 3, next: kind }
    otherwise: unwanted
  unwanted:
    kind: decision
    branches:
      - { when: order.discounted && customer.tier == "basic", next: deny-discounted }
      - { when: 'order.country in ["US", "DE", "FR"]', next: kind }
    otherwise: deny-country
  proof:
    kind: decision
    branches:
      - { when: request.photo, next: kind }
      - { when: request.amount < 25, next: kind }
    otherwise: deny-proof
  kind:
    kind: decision
    branches:
      - { when: request.kind == "exchange", next: stock }
      - { when: request.kind == "credit", next: share }
    otherwise: money
  stock:
    kind: decision
    branches:
      - { when: stock.available >= order.items, next: exchanged }
      - { when: customer.tier == "gold" || stock.available > 0, next: partly }
      - { when: request.amount > 300, next: review }
    otherwise: money
  share:
    kind: decision
    branches:
      - { when: share > 1, next: deny-share }
      - { when: share > 0.8 && customer.tier == "basic", next: review }
      - { when: request.amount <= 0, next: deny-share }
    otherwise: credited
  money:
    kind: decision
    branches:
      - { when: payment.disputed, next: review }
      - { when: "!payment.settled", next: deny-unsettled }
      - { when: payment.method == "gift", next: credited }
    otherwise: limit
  limit:
    kind: decision
    branches:
      - { when: request.amount <= parameters.autoLimit, next: refunded }
      - { when: request.amount <= parameters.autoLimit * 2 && customer.tier == "gold", next: refunded }
      - { when: request.amount <= order.total && customer.months > 24, next: refunded }
    otherwise: review
  safety: { kind: escalation, queue: safety, triggers: [{ when: signal.risk, category: safety }] }
  legal: { kind: escalation, queue: legal, triggers: [{ when: signal.lawyer, category: regulatory }] }
  person: { kind: escalation, queue: desk, triggers: [{ when: signal.wantsPerson, category: customer-request }] }
  helpless: { kind: escalation, queue: desk, triggers: [{ when: signal.failures >= 3, category: repeated-failure }] }
  upset:
    kind: escalation
    queue: care
    triggers: [{ when: signal.sentiment < parameters.sentimentFloor, category: sentiment }]
  review: { kind: escalation, queue: review }
  refunded: { kind: end, outcome: refunded }
  credited: { kind: end, outcome: credited }
  exchanged: { kind: end, outcome: exchanged }
  partly: { kind: end, outcome: exchanged-partly }
  deny-cancelled: { kind: end, outcome: denied-cancelled }
  deny-pending: { kind: end, outcome: denied-pending }
  deny-late: { kind: end, outcome: denied-late }
  deny-discounted: { kind: end, outcome: denied-discounted }
  deny-country: { kind: end, outcome: denied-country }
  deny-proof: { kind: end, outcome: denied-proof }
  deny-share: { kind: end, outcome: denied-share }
  deny-unsettled: { kind: end, outcome: denied-unsettled }
`;

/** A contact of the flow as plain JavaScript has it. Everything may be missing. */
export interface BenchCase {
  readonly order: {
    readonly status?: string;
    readonly total?: number;
    readonly ageDays?: number;
    readonly items?: number;
    readonly discounted?: boolean;
    readonly country?: string;
  };
  readonly customer: {
    readonly tier?: string;
    readonly months?: number;
    readonly returns?: number;
    readonly flagged?: boolean;
  };
  readonly request: {
    readonly kind?: string;
    readonly reason?: string;
    readonly amount?: number;
    readonly photo?: boolean;
  };
  readonly payment: { readonly method?: string; readonly settled?: boolean; readonly disputed?: boolean };
  readonly stock: { readonly available?: number };
  readonly shipping: { readonly lost?: boolean; readonly delayDays?: number };
  readonly signal: {
    readonly sentiment?: number;
    readonly risk?: boolean;
    readonly lawyer?: boolean;
    readonly failures?: number;
    readonly wantsPerson?: boolean;
  };
}

/**
 * Contacts of the flow, the same for the same count: one fact in a hundred is missing, triggers fire now and then.
 * Every object has the same keys in the same order, so that plain JavaScript reads them at its fastest.
 */
export function benchCases(count: number): readonly BenchCase[] {
  let seed = 20_261_122;
  const random = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  const perhaps = <Value>(value: Value): Value | undefined => (random() < 0.01 ? undefined : value);
  const whole = (to: number): number => Math.floor(random() * to);
  const one = <Value>(...values: readonly Value[]): Value => values[whole(values.length)] as Value;
  return Array.from({ length: count }, () => {
    const optional = {
      order: {
        status: perhaps(one('pending', 'shipped', 'delivered', 'delivered', 'delivered', 'cancelled')),
        total: perhaps(20 + whole(800)),
        ageDays: perhaps(whole(70)),
        items: perhaps(1 + whole(5)),
        discounted: perhaps(random() < 0.2),
        country: perhaps(one('US', 'DE', 'FR', 'US', 'SE')),
      },
      customer: {
        tier: perhaps(one('basic', 'basic', 'plus', 'gold')),
        months: perhaps(whole(80)),
        returns: perhaps(whole(15)),
        flagged: perhaps(random() < 0.03),
      },
      request: {
        kind: perhaps(one('refund', 'exchange', 'credit')),
        reason: perhaps(one('broken', 'late', 'unwanted', 'wrong')),
        amount: perhaps(whole(400)),
        photo: perhaps(random() < 0.7),
      },
      payment: {
        method: perhaps(one('card', 'invoice', 'gift')),
        settled: perhaps(random() < 0.9),
        disputed: perhaps(random() < 0.05),
      },
      stock: { available: perhaps(whole(8)) },
      shipping: { lost: perhaps(random() < 0.05), delayDays: perhaps(whole(16)) },
      signal: {
        sentiment: perhaps(random() * 1.62 - 0.62),
        risk: perhaps(random() < 0.005),
        lawyer: perhaps(random() < 0.005),
        failures: perhaps(random() < 0.01 ? 3 : 0),
        wantsPerson: perhaps(random() < 0.01),
      },
    };
    return optional as unknown as BenchCase;
  });
}

/** The same case as a contact of the procedure. */
export function benchContact(bench: BenchCase, index: number): Contact {
  const facts = JSON.parse(JSON.stringify(bench)) as Record<string, unknown>;
  return {
    id: String(index),
    intent: 'refund',
    channel: 'chat',
    locale: 'en',
    at: undefined,
    facts,
    turns: [],
    results: {},
    expect: undefined,
  };
}

export interface BenchAnswer {
  readonly ended: 'end' | 'escalated' | 'stuck';
  readonly outcome: string;
  readonly step: string;
}

function ended(step: string, outcome: string): BenchAnswer {
  return { ended: 'end', outcome, step };
}

function escalated(step: string): BenchAnswer {
  return { ended: 'escalated', outcome: 'escalated', step };
}

function stuck(step: string): BenchAnswer {
  return { ended: 'stuck', outcome: 'stuck', step };
}

/** The five triggers, as they are due before every step. */
function triggered(bench: BenchCase): string | undefined {
  const { signal } = bench;
  if (signal.risk === true) return 'safety';
  if (signal.lawyer === true) return 'legal';
  if (signal.wantsPerson === true) return 'person';
  if (signal.failures !== undefined && signal.failures >= 3) return 'helpless';
  if (signal.sentiment !== undefined && signal.sentiment < -0.6) return 'upset';
  return undefined;
}

/** The flow in plain JavaScript. A condition that hangs on something missing leaves it stuck. */
export function benchByHand(bench: BenchCase): BenchAnswer {
  const { order, customer, request, payment, stock, shipping } = bench;
  let step = 'covered';
  for (;;) {
    const to = triggered(bench);
    if (to !== undefined) return escalated(to);
    switch (step) {
      case 'covered': {
        const { status } = order;
        if (status === undefined) return stuck(step);
        if (status === 'cancelled') return ended('deny-cancelled', 'denied-cancelled');
        if (status === 'pending') {
          if (shipping.lost === undefined) return stuck(step);
          if (!shipping.lost) return ended('deny-pending', 'denied-pending');
        }
        step = 'trusted';
        break;
      }
      case 'trusted': {
        if (customer.flagged === undefined) return stuck(step);
        if (customer.flagged) return escalated('review');
        const { returns, tier, months } = customer;
        if (returns === undefined ? tier !== 'gold' : returns > 12 && tier === undefined) return stuck(step);
        if ((returns as number) > 12 && tier !== 'gold') return escalated('review');
        const { total } = order;
        if (months === undefined ? total === undefined || total > 500 : months < 1 && total === undefined) {
          return stuck(step);
        }
        if ((months as number) < 1 && (total as number) > 500) return escalated('review');
        step = 'in-time';
        break;
      }
      case 'in-time': {
        const { ageDays } = order;
        if (ageDays === undefined) return stuck(step);
        if (ageDays <= 30) step = 'lost';
        else {
          const { tier } = customer;
          if (ageDays <= 60 && tier === undefined) return stuck(step);
          if (tier === 'gold' && ageDays <= 60) step = 'lost';
          else {
            if (ageDays <= 730 && request.reason === undefined) return stuck(step);
            if (request.reason === 'broken' && ageDays <= 730) step = 'proof';
            else return ended('deny-late', 'denied-late');
          }
        }
        break;
      }
      case 'lost':
        if (shipping.lost === undefined) return stuck(step);
        if (shipping.lost) step = 'money';
        else {
          if (shipping.delayDays === undefined) return stuck(step);
          step = shipping.delayDays > 14 ? 'money' : 'reason';
        }
        break;
      case 'reason': {
        const { reason } = request;
        if (reason === undefined) return stuck(step);
        if (reason === 'broken' || reason === 'wrong') step = 'proof';
        else if (reason === 'late') {
          if (shipping.delayDays === undefined) return stuck(step);
          step = shipping.delayDays > 3 ? 'kind' : 'unwanted';
        } else step = 'unwanted';
        break;
      }
      case 'unwanted': {
        const { discounted, country } = order;
        const { tier } = customer;
        if (
          discounted === undefined ? tier === undefined || tier === 'basic' : discounted && tier === undefined
        ) {
          return stuck(step);
        }
        if (discounted && tier === 'basic') return ended('deny-discounted', 'denied-discounted');
        if (country === undefined) return stuck(step);
        if (country === 'US' || country === 'DE' || country === 'FR') step = 'kind';
        else return ended('deny-country', 'denied-country');
        break;
      }
      case 'proof':
        if (request.photo === undefined) return stuck(step);
        if (request.photo) step = 'kind';
        else {
          if (request.amount === undefined) return stuck(step);
          if (request.amount < 25) step = 'kind';
          else return ended('deny-proof', 'denied-proof');
        }
        break;
      case 'kind':
        if (request.kind === undefined) return stuck(step);
        if (request.kind === 'exchange') step = 'stock';
        else step = request.kind === 'credit' ? 'share' : 'money';
        break;
      case 'stock': {
        const { available } = stock;
        if (available === undefined || order.items === undefined) return stuck(step);
        if (available >= order.items) return ended('exchanged', 'exchanged');
        if (available > 0 || customer.tier === 'gold') return ended('partly', 'exchanged-partly');
        if (customer.tier === undefined) return stuck(step);
        if (request.amount === undefined) return stuck(step);
        if (request.amount > 300) return escalated('review');
        step = 'money';
        break;
      }
      case 'share': {
        if (request.amount === undefined || order.total === undefined) return stuck(step);
        const share = request.amount / order.total;
        if (share > 1) return ended('deny-share', 'denied-share');
        if (share > 0.8) {
          if (customer.tier === undefined) return stuck(step);
          if (customer.tier === 'basic') return escalated('review');
        }
        if (request.amount <= 0) return ended('deny-share', 'denied-share');
        return ended('credited', 'credited');
      }
      case 'money':
        if (payment.disputed === undefined) return stuck(step);
        if (payment.disputed) return escalated('review');
        if (payment.settled === undefined) return stuck(step);
        if (!payment.settled) return ended('deny-unsettled', 'denied-unsettled');
        if (payment.method === undefined) return stuck(step);
        if (payment.method === 'gift') return ended('credited', 'credited');
        step = 'limit';
        break;
      default: {
        const { amount } = request;
        if (amount === undefined) return stuck('limit');
        if (amount <= 150) return ended('refunded', 'refunded');
        const { tier, months } = customer;
        if (amount <= 300 && tier === undefined) return stuck('limit');
        if (amount <= 300 && tier === 'gold') return ended('refunded', 'refunded');
        const { total } = order;
        if (
          total === undefined ? months === undefined || months > 24 : amount <= total && months === undefined
        ) {
          return stuck('limit');
        }
        if (amount <= (total as number) && (months as number) > 24) return ended('refunded', 'refunded');
        return escalated('review');
      }
    }
  }
}
