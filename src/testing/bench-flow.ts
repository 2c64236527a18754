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
      - { when: order.ageDays > parameters.windowDays && customer.tier != "gold", next: deny-late }
      - { when: order.ageDays > 60, next: deny-late }
    otherwise: reason
  reason:
    kind: decision
    branches:
      - { when: request.reason == "unwanted" && order.discounted, next: deny-discounted }
      - { when: request.reason == "late" && shipping.delayDays < 1, next: deny-reason }
    otherwise: country
  country:
    kind: decision
    branches:
      - { when: '!(order.country in ["US", "DE", "FR", "SE"])', next: deny-country }
      - { when: order.country == "SE" && order.total > 900, next: review }
    otherwise: proof
  proof:
    kind: decision
    branches:
      - { when: request.reason == "broken" && !request.photo && request.amount > 250, next: deny-proof }
      - { when: request.reason == "wrong" && !request.photo, next: deny-proof }
    otherwise: share
  share:
    kind: decision
    branches:
      - { when: share > 1, next: deny-share }
      - { when: share > 0.95 && customer.tier == "basic", next: review }
      - { when: request.amount <= 0, next: deny-share }
    otherwise: payment
  payment:
    kind: decision
    branches:
      - { when: payment.disputed, next: review }
      - { when: "!payment.settled", next: deny-unsettled }
      - { when: payment.method == "invoice" && order.total > 950, next: review }
    otherwise: kind
  kind:
    kind: decision
    branches:
      - { when: request.kind == "exchange" && stock.available < order.items, next: deny-stock }
      - { when: request.kind == "credit" && payment.method == "gift", next: deny-credit }
    otherwise: history
  history:
    kind: decision
    branches:
      - { when: customer.returns > 10 && customer.months < 6, next: review }
      - { when: customer.returns * 10 > order.total, next: review }
      - { when: customer.tier == "basic" && order.items > 5, next: review }
    otherwise: delay
  delay:
    kind: decision
    branches:
      - { when: shipping.lost && shipping.delayDays < 2, next: review }
      - { when: shipping.delayDays > 30, next: review }
      - { when: shipping.delayDays > 14 && order.country != "US", next: review }
    otherwise: limit
  limit:
    kind: decision
    branches:
      - { when: request.amount <= parameters.autoLimit, next: refunded }
      - { when: request.amount <= parameters.autoLimit * 2 && customer.tier == "gold", next: refunded }
      - { when: customer.months > 24 && request.amount <= order.total, next: refunded }
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
  deny-cancelled: { kind: end, outcome: denied-cancelled }
  deny-pending: { kind: end, outcome: denied-pending }
  deny-late: { kind: end, outcome: denied-late }
  deny-discounted: { kind: end, outcome: denied-discounted }
  deny-reason: { kind: end, outcome: denied-reason }
  deny-country: { kind: end, outcome: denied-country }
  deny-proof: { kind: end, outcome: denied-proof }
  deny-share: { kind: end, outcome: denied-share }
  deny-unsettled: { kind: end, outcome: denied-unsettled }
  deny-stock: { kind: end, outcome: denied-stock }
  deny-credit: { kind: end, outcome: denied-credit }
`;

/** Facts as a contact has them, by dotted name; some are missing. */
export type BenchFacts = Readonly<Record<string, unknown>>;

/**
 * Facts of contacts of the flow, the same for the same count. Most contacts pass most of the decisions; one fact in
 * a hundred is missing, and triggers fire now and then.
 */
export function benchFacts(count: number): readonly BenchFacts[] {
  let seed = 20_261_122;
  const random = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  const chance = (of: number): boolean => random() < of;
  const whole = (from: number, to: number): number => from + Math.floor(random() * (to - from));
  const one = (...values: readonly string[]): string => values[whole(0, values.length)] ?? '';
  return Array.from({ length: count }, () => {
    const all: Record<string, unknown> = {
      'order.status': chance(0.04) ? one('pending', 'cancelled') : one('shipped', 'delivered'),
      'order.total': whole(200, 960),
      'order.ageDays': chance(0.05) ? whole(30, 70) : whole(0, 30),
      'order.items': whole(1, 6),
      'order.discounted': chance(0.08),
      'order.country': chance(0.03) ? 'NO' : one('US', 'DE', 'FR', 'SE'),
      'customer.tier': one('basic', 'plus', 'gold'),
      'customer.months': whole(0, 80),
      'customer.returns': whole(0, 14),
      'customer.flagged': chance(0.02),
      'request.kind': one('refund', 'exchange', 'credit'),
      'request.reason': one('broken', 'late', 'unwanted', 'wrong'),
      'request.amount': whole(1, 300),
      'request.photo': chance(0.95),
      'payment.method': chance(0.05) ? 'gift' : one('card', 'invoice'),
      'payment.settled': chance(0.98),
      'payment.disputed': chance(0.02),
      'stock.available': whole(4, 12),
      'shipping.lost': chance(0.03),
      'shipping.delayDays': whole(0, 15),
      'signal.sentiment': random() * 1.61 - 0.61,
      'signal.risk': chance(0.002),
      'signal.lawyer': chance(0.002),
      'signal.failures': chance(0.005) ? 3 : 0,
      'signal.wantsPerson': chance(0.005),
    };
    const known = Object.entries(all).filter(() => !chance(0.01));
    // Written and read again, as contacts come: what is missing has no key.
    return JSON.parse(JSON.stringify(Object.fromEntries(known))) as BenchFacts;
  });
}

export function benchContact(facts: BenchFacts, index: number): Contact {
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
  readonly path: readonly string[];
}
