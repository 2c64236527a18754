import type { BenchAnswer, BenchFacts } from './bench-flow.ts';

/**
 * The benchmark's flow in plain JavaScript, as a person would write it who has to mind missing facts: on the facts as
 * a contact has them, with a few functions for three-valued logic, and the triggers before every step. It tells the
 * path, as the engine does.
 */
export function benchByHand(facts: BenchFacts): BenchAnswer {
  const path: string[] = [];
  let step: string | undefined = 'covered';
  while (step !== undefined) {
    path.push(step);
    const trigger = triggered(facts);
    if (trigger !== undefined) return escalate(path, trigger);
    const next: Next = decide(step, facts);
    if (next === undefined) return { ended: 'stuck', outcome: 'stuck', path };
    if (next === 'review') return escalate(path, next);
    const outcome = outcomes[next];
    if (outcome !== undefined) {
      path.push(next);
      return { ended: 'end', outcome, path };
    }
    step = next;
  }
  throw new Error('the flow has no way out');
}

type Truth = boolean | undefined;
/** Undefined: it hangs on something missing. */
type Next = string | undefined;

const outcomes: Readonly<Record<string, string | undefined>> = {
  refunded: 'refunded',
  'deny-cancelled': 'denied-cancelled',
  'deny-pending': 'denied-pending',
  'deny-late': 'denied-late',
  'deny-discounted': 'denied-discounted',
  'deny-reason': 'denied-reason',
  'deny-country': 'denied-country',
  'deny-proof': 'denied-proof',
  'deny-share': 'denied-share',
  'deny-unsettled': 'denied-unsettled',
  'deny-stock': 'denied-stock',
  'deny-credit': 'denied-credit',
};

function escalate(path: string[], step: string): BenchAnswer {
  path.push(step);
  return { ended: 'escalated', outcome: 'escalated', path };
}

function triggered(facts: BenchFacts): string | undefined {
  if (yes(facts['signal.risk']) === true) return 'safety';
  if (yes(facts['signal.lawyer']) === true) return 'legal';
  if (yes(facts['signal.wantsPerson']) === true) return 'person';
  if (not(below(facts['signal.failures'], 3)) === true) return 'helpless';
  if (below(facts['signal.sentiment'], -0.6) === true) return 'upset';
  return undefined;
}

function decide(step: string, facts: BenchFacts): Next {
  switch (step) {
    case 'covered': {
      const cancelled = equal(facts['order.status'], 'cancelled');
      if (cancelled !== false) return cancelled && 'deny-cancelled';
      const pending = and(equal(facts['order.status'], 'pending'), not(yes(facts['shipping.lost'])));
      return pending === false ? 'trusted' : pending && 'deny-pending';
    }
    case 'trusted': {
      const flagged = yes(facts['customer.flagged']);
      if (flagged !== false) return flagged && 'review';
      const many = and(above(facts['customer.returns'], 12), not(equal(facts['customer.tier'], 'gold')));
      if (many !== false) return many && 'review';
      const young = and(below(facts['customer.months'], 1), above(facts['order.total'], 500));
      return young === false ? 'in-time' : young && 'review';
    }
    case 'in-time': {
      const late = and(above(facts['order.ageDays'], 30), not(equal(facts['customer.tier'], 'gold')));
      if (late !== false) return late && 'deny-late';
      const tooLate = above(facts['order.ageDays'], 60);
      return tooLate === false ? 'reason' : tooLate && 'deny-late';
    }
    case 'reason': {
      const unwanted = and(equal(facts['request.reason'], 'unwanted'), yes(facts['order.discounted']));
      if (unwanted !== false) return unwanted && 'deny-discounted';
      const punctual = and(equal(facts['request.reason'], 'late'), below(facts['shipping.delayDays'], 1));
      return punctual === false ? 'country' : punctual && 'deny-reason';
    }
    case 'country': {
      const country = facts['order.country'];
      const outside = country === undefined ? undefined : !countries.has(country);
      if (outside !== false) return outside && 'deny-country';
      const dear = and(equal(country, 'SE'), above(facts['order.total'], 900));
      return dear === false ? 'proof' : dear && 'review';
    }
    case 'proof': {
      const noPhoto = not(yes(facts['request.photo']));
      const reason = facts['request.reason'];
      const broken = and(and(equal(reason, 'broken'), noPhoto), above(facts['request.amount'], 250));
      if (broken !== false) return broken && 'deny-proof';
      const wrong = and(equal(reason, 'wrong'), noPhoto);
      return wrong === false ? 'share' : wrong && 'deny-proof';
    }
    case 'share': {
      const amount = facts['request.amount'] as number | undefined;
      const total = facts['order.total'] as number | undefined;
      const share = amount === undefined || total === undefined ? undefined : amount / total;
      const over = above(share, 1);
      if (over !== false) return over && 'deny-share';
      const nearly = and(above(share, 0.95), equal(facts['customer.tier'], 'basic'));
      if (nearly !== false) return nearly && 'review';
      const nothing = not(above(amount, 0));
      return nothing === false ? 'payment' : nothing && 'deny-share';
    }
    case 'payment': {
      const disputed = yes(facts['payment.disputed']);
      if (disputed !== false) return disputed && 'review';
      const open = not(yes(facts['payment.settled']));
      if (open !== false) return open && 'deny-unsettled';
      const invoice = and(equal(facts['payment.method'], 'invoice'), above(facts['order.total'], 950));
      return invoice === false ? 'kind' : invoice && 'review';
    }
    case 'kind': {
      const kind = facts['request.kind'];
      const short = and(equal(kind, 'exchange'), below(facts['stock.available'], facts['order.items']));
      if (short !== false) return short && 'deny-stock';
      const gift = and(equal(kind, 'credit'), equal(facts['payment.method'], 'gift'));
      return gift === false ? 'history' : gift && 'deny-credit';
    }
    case 'history': {
      const returns = facts['customer.returns'] as number | undefined;
      const eager = and(above(returns, 10), below(facts['customer.months'], 6));
      if (eager !== false) return eager && 'review';
      const often = above(returns === undefined ? undefined : returns * 10, facts['order.total']);
      if (often !== false) return often && 'review';
      const bulky = and(equal(facts['customer.tier'], 'basic'), above(facts['order.items'], 5));
      return bulky === false ? 'delay' : bulky && 'review';
    }
    case 'delay': {
      const delay = facts['shipping.delayDays'];
      const lost = and(yes(facts['shipping.lost']), below(delay, 2));
      if (lost !== false) return lost && 'review';
      const long = above(delay, 30);
      if (long !== false) return long && 'review';
      const abroad = and(above(delay, 14), not(equal(facts['order.country'], 'US')));
      return abroad === false ? 'limit' : abroad && 'review';
    }
    default: {
      const amount = facts['request.amount'];
      const small = not(above(amount, 150));
      if (small !== false) return small && 'refunded';
      const gold = and(not(above(amount, 300)), equal(facts['customer.tier'], 'gold'));
      if (gold !== false) return gold && 'refunded';
      const loyal = and(above(facts['customer.months'], 24), not(above(amount, facts['order.total'])));
      return loyal === false ? 'review' : loyal && 'refunded';
    }
  }
}

const countries: ReadonlySet<unknown> = new Set(['US', 'DE', 'FR', 'SE']);

function yes(value: unknown): Truth {
  return value as Truth;
}

function not(value: Truth): Truth {
  return value === undefined ? undefined : !value;
}

function and(one: Truth, other: Truth): Truth {
  if (one === false || other === false) return false;
  return one === undefined || other === undefined ? undefined : true;
}

function equal(one: unknown, other: unknown): Truth {
  return one === undefined || other === undefined ? undefined : one === other;
}

function below(one: unknown, other: unknown): Truth {
  return one === undefined || other === undefined ? undefined : (one as number) < (other as number);
}

function above(one: unknown, other: unknown): Truth {
  return below(other, one);
}
