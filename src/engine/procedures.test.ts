import { describe, expect, it } from 'vitest';
import { contactOf, lookupOf, programOf, smallDocument } from '../testing/small-procedure.ts';
import { advance } from './advance.ts';
import { runToEnd } from './batch.ts';
import { compileProcedure } from './compile.ts';
import type { Contact } from './contact.ts';
import { coverageOf } from './coverage.ts';
import { explainCondition } from './explain.ts';
import { factsAt } from './facts-at.ts';
import type { Program } from './program.ts';
import type { Result } from './result.ts';
import { factsOf, startRun, type Run } from './run.ts';

const identity = `
facts:
  customer.email: { type: string }
  customer.known: { type: boolean }
  attempts: { type: number }
derived: { trusted: { type: boolean, is: 'customer.known && customer.email.endsWith("@x.org")' } }
parameters: { most: { type: number, value: 3 } }
start: ask-email
steps:
  ask-email: { kind: question, ask: 'Your address, {{attempts}}?', collects: [customer.email], next: check }
  check:
    kind: decision
    branches:
      - { when: attempts > parameters.most, next: desk }
      - { when: customer.known, next: identified }
    otherwise: not-identified
  desk: { kind: escalation, queue: identity-desk }
  identified: { kind: end, say: Thank you. }
  not-identified: { kind: end }
`;

const shop = `
facts:
  request.email: { type: string }
  tries: { type: number }
  known: { type: boolean }
  ok: { type: boolean }
start: verify
steps:
  verify:
    kind: procedure
    procedure: identity
    with: { customer.email: request.email, attempts: tries + 1 }
    returns: { known: customer.known, ok: trusted }
    next: served
    outcomes: { not-identified: stranger }
  served: { kind: end, outcome: served }
  stranger: { kind: end, outcome: stranger }
`;

const program = programOf(shop, { identity });

function run(of: Program, contact: Partial<Contact> = {}): Result {
  return runToEnd(of, contactOf(contact), { record: 'trace' });
}

function runs(of: Program, contact: Partial<Contact>): readonly Run[] {
  const positions = [startRun(of, contactOf(contact))];
  for (;;) {
    const last = positions.at(-1) as Run;
    const next = advance(of, last, { type: 'step' });
    if (next === last) return positions;
    positions.push(next);
  }
}

const asked = { facts: { 'request.email': 'a@x.org', tries: 1, 'customer.known': true } };

describe('a step that runs a procedure', () => {
  it('goes on where the outcome of its end says, else to next', () => {
    expect(run(program, asked)).toMatchObject({ outcome: 'served' });
    const stranger = run(program, { facts: { ...asked.facts, 'customer.known': false } });
    expect(stranger).toMatchObject({ outcome: 'stranger' });
    expect(stranger.path).toEqual([
      'verify',
      'verify/ask-email',
      'verify/check',
      'verify/not-identified',
      'stranger',
    ]);
  });

  it('gives what it maps and takes back what it names', () => {
    const { trace } = run(program, asked);
    const set = trace.filter((event) => event.type === 'set' && event.by === 'procedure');
    expect(set).toEqual([
      { type: 'set', fact: 'verify/customer.email', value: 'a@x.org', by: 'procedure' },
      { type: 'set', fact: 'verify/attempts', value: 2, by: 'procedure' },
      { type: 'set', fact: 'known', value: true, by: 'procedure' },
      { type: 'set', fact: 'ok', value: true, by: 'procedure' },
    ]);
    expect(trace.filter(({ type }) => type === 'opened' || type === 'closed')).toEqual([
      { type: 'opened', step: 'verify', procedure: 'identity' },
      { type: 'closed', step: 'verify', procedure: 'identity', outcome: 'identified', next: 'served' },
    ]);
  });

  it('leaves what the procedure does not know as it was', () => {
    const never = programOf(shop, {
      identity: identity.replace('customer.known, next', 'attempts < 9, next'),
    });
    const facts = { 'request.email': 'a@x.org', tries: 1, known: true };
    const at = runs(never, { facts }).at(-1) as Run;
    expect(at.result?.outcome).toBe('served');
    expect(factsOf(never, at).get('known')).toBe(true);
    expect(factsOf(never, at).has('ok')).toBe(false);
  });

  it('asks the customer for facts by their names in that procedure, also for what it was given as unknown', () => {
    const facts = { tries: 1, 'customer.known': true };
    const turns = [{ text: 'b@y.org', facts: { customer: { email: 'b@y.org' } } }];
    const result = run(program, { facts, turns });
    expect(result).toMatchObject({ outcome: 'served' });
    expect(result.trace).toContainEqual({
      type: 'set',
      fact: 'verify/customer.email',
      value: 'b@y.org',
      by: 'turn',
    });
    expect(result.trace).toContainEqual({ type: 'set', fact: 'ok', value: false, by: 'procedure' });
  });

  it('does not take for given what a contact says of a mapped fact beforehand', () => {
    const result = run(program, { facts: { tries: 1, 'customer.email': 'x', 'customer.known': true } });
    expect(result).toMatchObject({ ended: 'stuck', unknown: ['verify/customer.email'] });
    expect(result.reason).toBe(
      'verify/ask-email asks for verify/customer.email, and the customer says nothing more.',
    );
  });

  it('ends the run where the procedure hands over, hangs or goes round in circles', () => {
    const desk = run(program, { facts: { ...asked.facts, tries: 7 } });
    expect(desk).toMatchObject({
      ended: 'escalated',
      escalation: { step: 'verify/desk', queue: 'identity-desk' },
    });
    const hangs = run(program, { facts: { 'request.email': 'a', tries: 1 } });
    expect(hangs).toMatchObject({ ended: 'stuck', unknown: ['verify/customer.known'] });
    const round = programOf(shop, {
      identity: identity.replace('otherwise: not-identified', 'otherwise: ask-email'),
    });
    const looping = run(round, { facts: { ...asked.facts, 'customer.known': false } });
    expect(looping).toMatchObject({ ended: 'looping' });
    expect(looping.path).toHaveLength(500);
  });

  it('is stuck where nothing follows an outcome, and where what it gives is an error', () => {
    const open = programOf(shop.replace('    next: served\n', ''), { identity });
    expect(run(open, asked)).toMatchObject({ ended: 'stuck', reason: 'verify leads nowhere.' });
    const wrong = programOf(shop.replace('tries + 1', '1 / tries'), { identity });
    expect(run(wrong, { facts: { ...asked.facts, tries: 0 } }).reason).toMatch(
      /^verify\/attempts cannot be decided: .*zero/i,
    );
  });

  it('is stepped through, explained and covered like any other', () => {
    const positions = runs(program, asked);
    const last = positions.at(-1) as Run;
    expect(positions.map(({ step }) => step)).toEqual([
      undefined,
      'verify',
      'verify/ask-email',
      'verify/check',
      'verify/identified',
      'served',
    ]);
    expect(last.trace).toEqual(run(program, asked).trace);
    const decided = last.trace.findIndex(({ type }) => type === 'decided');
    const why = explainCondition(program, last, decided, 0);
    expect(why).toMatchObject({ source: 'attempts > parameters.most' });
    expect(why?.sentence).toBe('verify/attempts 2 is not more than 3 (verify/parameters.most)');
    expect(factsAt(program, last, decided).value('verify/attempts')).toBe(2);
    expect(factsAt(program, last, decided).value('verify/trusted')).toBe(true);
    const { steps, branches } = coverageOf(program, [last]);
    expect(steps.get('verify/check')).toBe(1);
    expect(branches).toContainEqual({ step: 'verify/check', branch: 1, taken: 1 });
  });

  it('has facts, parameters and visits of its own for each step that runs it', () => {
    const twice = programOf(
      `
facts: { n: { type: number } }
start: one
steps:
  one: { kind: procedure, procedure: count, with: { n: '1' }, next: two }
  two: { kind: procedure, procedure: count, with: { n: n }, next: end }
  end: { kind: end }
`,
      {
        count: `
facts: { n: { type: number } }
start: look
steps:
  look:
    kind: decision
    branches: [{ when: 'visits("look") > n', next: end }]
    otherwise: look
  end: { kind: end }
`,
      },
    );
    const { path } = run(twice, { facts: { n: 2 } });
    expect(path.filter((step) => step === 'one/look')).toHaveLength(2);
    expect(path.filter((step) => step === 'two/look')).toHaveLength(3);
  });
});

describe('what holds inside a procedure that a step runs', () => {
  const inner = `
facts: { paid: { type: boolean }, alarm: { type: boolean } }
actions: { pay: { effect: write } }
start: tell
steps:
  tell: { kind: message, say: We promise to pay., next: pay-it }
  pay-it: { kind: action, call: pay, next: end }
  end: { kind: end }
  inner-desk: { kind: escalation, triggers: [{ when: alarm, category: safety }] }
guardrails:
  inner-notice: { disclose: We promise to pay., before: [pay-it], severity: warn }
  inner-always: { alwaysSay: Inner words., severity: warn }
`;
  const outer = (guardrails: string, more = '') => `
facts: { angry: { type: boolean }, yes: { type: boolean }, alarm: { type: boolean } }
actions: { pay: { effect: write } }
start: settle
steps:
  settle: { kind: procedure, procedure: payment, next: after }
  after: { kind: message, say: Inner words., next: over }
  over: { kind: end }
  desk: { kind: escalation, triggers: [{ when: angry, category: sentiment }] }
${more}guardrails:
${guardrails}
`;
  const payment = { payment: inner };

  it('are the guardrails around it: before an action, over what is said', () => {
    const asks = programOf(outer('  ask-first: { require: yes, before: [pay] }'), payment);
    expect(run(asks, { facts: { yes: true, angry: false } })).toMatchObject({ ended: 'end' });
    const blocked = run(asks, { facts: { yes: false, angry: false } });
    expect(blocked).toMatchObject({
      ended: 'blocked',
      violations: [{ guardrail: 'ask-first', step: 'settle/pay-it', check: 'require' }],
    });
    const quiet = programOf(outer('  no-promises: { neverSay: [promise], appliesTo: [settle] }'), payment);
    expect(run(quiet, { facts: { angry: false } })).toMatchObject({ ended: 'blocked' });
    const elsewhere = programOf(outer('  no-promises: { neverSay: [promise], appliesTo: [after] }'), payment);
    expect(run(elsewhere, { facts: { angry: false } })).toMatchObject({ ended: 'end' });
  });

  it('are its own guardrails, and they end with it', () => {
    const own = programOf(outer('  none: { tone: Calm. }'), payment);
    const result = run(own, { facts: { angry: false } });
    expect(result.violations).toMatchObject([{ guardrail: 'settle/inner-always', step: 'settle/end' }]);
    expect(result.trace).toContainEqual({
      type: 'checked',
      step: 'settle/pay-it',
      guardrail: 'settle/inner-notice',
      check: 'disclose',
      result: true,
      severity: 'warn',
      detail: 'its disclosure was said',
    });
  });

  it('is not the wording that its surroundings always say, which waits for their own end', () => {
    const always = programOf(outer('  always: { alwaysSay: Inner words. }'), payment);
    expect(run(always, { facts: { angry: false } })).toMatchObject({ ended: 'end' });
  });

  it('are the triggers around it, and its own while it lasts', () => {
    const both = programOf(outer('  none: { tone: Calm. }'), payment);
    expect(run(both, { facts: { angry: true } })).toMatchObject({
      escalation: { step: 'desk' },
      path: ['settle', 'desk'],
    });
    expect(run(both, { facts: { angry: false, alarm: true } })).toMatchObject({
      escalation: { step: 'settle/inner-desk', category: 'safety' },
      path: ['settle', 'settle/tell', 'settle/inner-desk'],
    });
  });

  it('wakes its triggers anew whenever it begins', () => {
    const again = programOf(
      `
facts: { n: { type: number } }
start: count
steps:
  count: { kind: action, call: add, next: inside }
  inside: { kind: procedure, procedure: watch, with: { n: n }, next: count }
actions: { add: { effect: read } }
`,
      {
        watch: `
facts: { n: { type: number } }
start: done
steps:
  done: { kind: message, say: Hm., next: end }
  end: { kind: end }
  desk: { kind: escalation, triggers: [{ when: n == 3, category: safety }] }
`,
      },
    );
    const results = { add: [1, 2, 3, 4].map((n) => ({ ok: true as const, facts: { n } })) };
    const result = run(again, { results });
    expect(result).toMatchObject({ ended: 'escalated' });
    expect(result.path.filter((step) => step === 'inside')).toHaveLength(3);
  });

  it('is a confirmation that what is handed over does not make lapse', () => {
    const confirmed = (amount: string) =>
      programOf(
        `
facts: { amount: { type: number }, yes: { type: boolean } }
actions: { pay: { input: { amount: number }, effect: write }, check: { effect: read } }
start: ask
steps:
  ask: { kind: question, ask: Pay?, collects: [yes], next: look }
  look: { kind: action, call: check, next: settle }
  settle: { kind: procedure, procedure: payment, with: { sum: ${amount} }, next: over }
  over: { kind: end }
guardrails:
  explicit: { confirm: yes, before: [pay] }
`,
        {
          payment: `
facts: { sum: { type: number } }
actions: { pay: { input: { amount: number }, effect: write } }
start: pay-it
steps:
  pay-it: { kind: action, call: pay, with: { amount: sum }, next: end }
  end: { kind: end }
`,
        },
      );
    const contact = { facts: { amount: 5 }, turns: [{ text: 'Yes', facts: { yes: true } }] };
    expect(run(confirmed('amount'), contact)).toMatchObject({ ended: 'end' });
    const changed = { ...contact, results: { check: [{ ok: true as const, facts: { amount: 9 } }] } };
    expect(run(confirmed('amount'), changed)).toMatchObject({
      ended: 'blocked',
      reason: 'explicit blocks settle/pay-it: settle/sum changed after the yes.',
    });
  });
});

describe('a procedure that cannot be run', () => {
  const call = (other: string) => `
start: go
steps:
  go: { kind: procedure, procedure: ${other}, next: end }
  end: { kind: end }
`;
  const problemsOf = (body: string, others: Readonly<Record<string, string>>) => {
    const compiled = compileProcedure(smallDocument('small', body), lookupOf(others));
    return compiled.ok ? [] : compiled.problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
  };

  it.each([
    ['missing', call('nobody'), {}, 'There is no procedure "nobody".'],
    ['itself', call('small'), { small: call('small') }, 'small runs small: a circle.'],
    ['a circle', call('a'), { a: call('b'), b: call('a') }, 'small runs a runs b runs a: a circle.'],
    ['broken', call('a'), { a: call('b').replace('next: end', 'next: nowhere') }, 'a cannot run: '],
    ['without a start', call('a'), { a: 'steps: { end: { kind: end } }\n' }, 'a cannot run: '],
  ])('is reported at the step that runs it: %s', (_, body, others, message) => {
    const [problem] = problemsOf(body, others);
    expect(problem).toContain(`steps.go.procedure: `);
    expect(problem).toContain(message);
  });

  it('is looked for again when it comes to be there', () => {
    const document = smallDocument('small', call('a'));
    expect(compileProcedure(document, () => undefined).ok).toBe(false);
    const found = smallDocument('a', 'start: end\nsteps: { end: { kind: end } }\n');
    const compiled = compileProcedure(document, () => found);
    expect(compiled.ok).toBe(true);
    expect(compileProcedure(document, () => found)).toBe(compiled);
    const other = smallDocument('a', 'start: over\nsteps: { over: { kind: end } }\n');
    expect(compileProcedure(document, () => other)).not.toBe(compiled);
    expect(compileProcedure(document, () => undefined).ok).toBe(false);
  });

  it('is one that multiplies without bounds', () => {
    const many = (other: string) =>
      `start: s0\nsteps:\n${[0, 1, 2, 3, 4, 5]
        .map((at) => `  s${at}: { kind: procedure, procedure: ${other}, next: s${(at + 1) % 6} }\n`)
        .join('')}  end: { kind: end }\n`;
    const others = Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((at) => [`p${at}`, many(`p${at + 1}`)]));
    const problems = problemsOf(many('p0'), { ...others, p7: 'start: end\nsteps: { end: { kind: end } }\n' });
    expect(problems[0]).toContain('come to more than 20000 steps');
  });
});

describe('a table that claims to be unique', () => {
  const table = (hits: string) => `
facts: { n: { type: number } }
start: look
steps:
  look:
    kind: decision
    hits: ${hits}
    columns: [n]
    branches:
      - { when: ['> 1'], next: a }
      - { when: ['> 2'], next: b }
      - { when: ['1 / n > 2'], next: b }
      - { when: ['> 3'], next: b }
    otherwise: b
  a: { kind: end }
  b: { kind: end }
`;

  it('records which other rows hold, and lets the first one decide', () => {
    const unique = programOf(table('unique').replace("'1 / n > 2'", "'1'"));
    const result = run(unique, { facts: { n: 5 } });
    expect(result.outcome).toBe('a');
    expect(result.trace).toContainEqual({ type: 'overlapped', step: 'look', taken: 0, also: [1, 3] });
    expect(run(unique, { facts: { n: 2 } }).trace.some(({ type }) => type === 'overlapped')).toBe(false);
    const first = programOf(table('first').replace("'1 / n > 2'", "'1'"));
    expect(run(first, { facts: { n: 5 } }).trace.some(({ type }) => type === 'overlapped')).toBe(false);
  });
});
