import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SopDocument } from '../../document/document.ts';
import { parseDocument } from '../../document/parse.ts';
import { guardrailPathPages } from '../../document/proofs/guardrail-paths.ts';
import { completeExample } from '../../document/rules/example.ts';
import { guardrailFaultsOf } from '../../testing/guardrail-faults.ts';
import { runToEnd } from '../batch.ts';
import { compileProcedure } from '../compile.ts';
import { proveProcedure, type ProvedProblem } from './prove-procedure.ts';

const ours = new Set<string>(guardrailPathPages.map(({ code }) => code));

function problemsOf(document: SopDocument, called?: SopDocument): readonly ProvedProblem[] {
  const lookup = called && ((id: string) => (id === called.procedure.id ? called : undefined));
  return proveProcedure(document, lookup).filter(({ code }) => ours.has(code));
}

function problemsIn(body: string): readonly ProvedProblem[] {
  return problemsOf(parseDocument(`sop: 1\nid: small\ntitle: Small\n${body}`));
}

describe('the reference pages of guardrails on every path', () => {
  it.each(guardrailPathPages)(
    '$code is reported in its invalid example, and nothing in the valid one',
    (page) => {
      expect(problemsOf(parseDocument(completeExample(page.valid)))).toEqual([]);
      const reported = problemsOf(parseDocument(completeExample(page.invalid)));
      expect(reported.map(({ code }) => code)).toContain(page.code);
      for (const { severity, code, counterexample } of reported) {
        if (code === page.code) expect(severity).toBe(page.severity);
        expect(counterexample === undefined).toBe(code === 'guardrail-undecided');
      }
    },
  );
});

const facts = `
facts:
  order.total: { type: number, source: orders.get }
  request.item: { type: string, source: conversation }
  request.confirmed: { type: boolean, source: conversation }
  anger: { type: number, source: signal }
actions:
  orders.get: { effect: read }
  orders.cancel: { input: { total: { type: number, optional: true } }, effect: write }
`;

describe('a guardrail on every path', () => {
  const byLocale = (scope: string, condition: string): readonly ProvedProblem[] =>
    problemsIn(`scope: { locales: [${scope}] }
${facts}
start: which
steps:
  which: { kind: decision, branches: [{ when: '${condition}', next: ask }], otherwise: cancel }
  ask: { kind: question, ask: Shall I?, collects: [request.confirmed], next: asked }
  asked: { kind: decision, branches: [{ when: request.confirmed, next: cancel }], otherwise: done }
  cancel: { kind: action, call: orders.cancel, next: done }
  done: { kind: end, outcome: done }
guardrails:
  agreed: { confirm: request.confirmed, before: [orders.cancel] }`);

  it.each([
    ['a locale of the scope’s language that nothing names', 'en', 'contact.locale == "en"', 'en-ZZ'],
    ['a locale that a condition names', 'en, de', 'contact.locale != "de-AT"', 'de-AT'],
    ['a locale, where the scope has none', '', 'contact.locale != "fr"', 'fr'],
  ])('is shown with %s', (_, scope, condition, locale) => {
    expect(byLocale(scope, condition).map(({ counterexample }) => counterexample?.locale)).toEqual([locale]);
  });

  it('reckons with a system that knows by name what the procedure of a step would ask for', () => {
    const caller = (source: string) =>
      parseDocument(`sop: 1
id: caller
facts: { vip: { type: boolean, source: ${source} } }
actions: { pay: { effect: write } }
start: check
steps:
  check: { kind: procedure, procedure: called, next: done }
  done: { kind: end, outcome: done }
guardrails:
  told: { disclose: It takes a week., before: [pay] }`);
    const called = parseDocument(`sop: 1
id: called
facts: { vip: { type: boolean, source: conversation } }
actions: { pay: { effect: write } }
start: ask
steps:
  ask: { kind: question, ask: It takes a week. Are you a member?, collects: [vip], next: charge }
  charge: { kind: action, call: pay, next: over }
  over: { kind: end, outcome: over }`);
    expect(problemsOf(caller('conversation'), called)).toEqual([]);
    expect(problemsOf(caller('crm'), called).map(({ code }) => code)).toEqual(['disclosure-skipped']);
  });

  it('is kept where the condition reckons with every locale of the language', () => {
    expect(byLocale('en', 'contact.locale == "en" || contact.locale.startsWith("en-")')).toEqual([]);
  });

  it('asks for the words of every locale that has words of its own', () => {
    const [problem] = problemsIn(`scope: { locales: [de] }
${facts}
start: tell
steps:
  tell: { kind: message, say: { de: Das gilt., de-AT: Servus. }, next: cancel }
  cancel: { kind: action, call: orders.cancel, next: done }
  done: { kind: end, outcome: done }
guardrails:
  told: { disclose: { de: Das gilt., de-AT: Das gilt eh. }, before: [orders.cancel] }`);
    expect(problem?.counterexample?.locale).toBe('de-AT');
  });

  it('only warns where the guardrail does', () => {
    const [problem] = problemsIn(`${facts}
start: cancel
steps:
  cancel: { kind: action, call: orders.cancel, next: done }
  done: { kind: end, outcome: done }
guardrails:
  told: { disclose: This is final., before: [orders.cancel], severity: warn }`);
    expect(problem).toMatchObject({
      code: 'disclosure-skipped',
      severity: 'warning',
      path: ['steps', 'cancel'],
    });
  });

  it('is kept where the way that skips it asks for what cannot be', () => {
    const problems = problemsIn(`${facts}
start: look
steps:
  look: { kind: action, call: orders.get, next: large, onError: done }
  large:
    kind: decision
    branches: [{ when: order.total > 50, next: tell }]
    otherwise: small
  small:
    kind: decision
    branches: [{ when: order.total > 60, next: cancel }]
    otherwise: done
  tell: { kind: message, say: This is final., next: cancel }
  cancel: { kind: action, call: orders.cancel, next: done, onError: done }
  done: { kind: end, outcome: done }
guardrails:
  told: { disclose: This is final., before: [orders.cancel] }`);
    expect(problems).toEqual([]);
  });

  it('is broken by a way that only a failed call opens, and the contact has the call fail', () => {
    const [problem] = problemsIn(`${facts}
start: look
steps:
  look: { kind: action, call: orders.get, next: tell, onError: cancel }
  tell: { kind: message, say: This is final., next: cancel }
  cancel: { kind: action, call: orders.cancel, next: done, onError: done }
  done: { kind: end, outcome: done }
guardrails:
  told: { disclose: This is final., before: [orders.cancel] }`);
    expect(problem?.counterexample?.results['orders.get']).toEqual([
      { ok: false, error: expect.any(String) },
    ]);
    expect(problem?.trail).toEqual([
      { from: undefined, slot: 'start' },
      { from: 'look', slot: 'onError' },
    ]);
  });

  it('is broken where an input is read again after the yes', () => {
    const problems = problemsIn(`${facts}
start: ask
steps:
  ask: { kind: question, ask: Shall I?, collects: [request.confirmed], next: sure }
  sure:
    kind: decision
    branches: [{ when: request.confirmed, next: look }]
    otherwise: done
  look: { kind: action, call: orders.get, next: cancel, onError: done }
  cancel: { kind: action, call: orders.cancel, with: { total: order.total }, next: done, onError: done }
  done: { kind: end, outcome: done }
guardrails:
  yes: { confirm: request.confirmed, before: [orders.cancel] }`);
    expect(problems.map(({ code }) => code)).toEqual(['confirmation-lapsed']);
    expect(problems[0]?.message).toContain('order.total');
  });

  it('gives up, and is not answered as often as it takes', () => {
    const [problem] = problemsIn(`${facts}
start: ask
steps:
  ask: { kind: question, ask: Shall I?, collects: [request.confirmed], retries: 1, giveUp: cancel, next: sure }
  sure:
    kind: decision
    branches: [{ when: request.confirmed, next: cancel }]
    otherwise: done
  cancel: { kind: action, call: orders.cancel, next: done, onError: done }
  done: { kind: end, outcome: done }
guardrails:
  yes: { confirm: request.confirmed, before: [orders.cancel] }`);
    expect(problem?.counterexample?.turns.map(({ text }) => text)).toEqual([
      'I am not sure about that.',
      'I still cannot tell you that.',
    ]);
  });

  it('keeps triggers from firing on the way, and has one fire that leads to it', () => {
    const text = `${facts}
start: look
steps:
  look:
    kind: decision
    branches: [{ when: anger > 3, next: cancel }]
    otherwise: done
  cancel: { kind: action, call: orders.cancel, next: done, onError: done }
  person: { kind: escalation, queue: people, triggers: [{ when: anger > 5, category: sentiment }] }
  done: { kind: end, outcome: done }
guardrails:
  told: { disclose: This is final., before: [BEFORE] }`;
    const [quiet] = problemsIn(text.replace('BEFORE', 'orders.cancel'));
    const anger = Number(quiet?.counterexample?.facts['anger']);
    expect(anger > 3 && anger <= 5).toBe(true);
    const [loud] = problemsIn(text.replace('BEFORE', 'person'));
    expect(Number(loud?.counterexample?.facts['anger'])).toBeGreaterThan(5);
  });

  it('is looked for in the procedures that steps run', () => {
    const called = parseDocument(`sop: 1\nid: identify\ntitle: Identify
facts:
  person.known: { type: boolean, source: auth.session }
start: known
steps:
  known:
    kind: decision
    branches: [{ when: person.known, next: yes }]
    otherwise: no
  yes: { kind: end, outcome: identified }
  no: { kind: end, outcome: stranger }`);
    const caller = (outcomes: string): SopDocument =>
      parseDocument(`sop: 1\nid: caller\ntitle: Caller
facts:
  customer.known: { type: boolean, source: auth.session }
actions:
  orders.cancel: { effect: write }
start: identify
steps:
  identify: { kind: procedure, procedure: identify, returns: { customer.known: person.known }, next: done, outcomes: { ${outcomes} } }
  cancel: { kind: action, call: orders.cancel, next: done, onError: done }
  done: { kind: end, outcome: done }
guardrails:
  identity: { require: customer.known, before: [orders.cancel] }`);
    expect(problemsOf(caller('identified: cancel'), called)).toEqual([]);
    const broken = caller('stranger: cancel');
    const [problem] = problemsOf(broken, called);
    expect(problem).toMatchObject({ code: 'requirement-not-held', path: ['steps', 'cancel'] });
    expect(problem?.trail?.at(-1)).toEqual({ from: 'identify', slot: 'outcome', outcome: 'stranger' });
    const compiled = compileProcedure(broken, () => called);
    if (!compiled.ok || problem?.counterexample === undefined) throw new Error('nothing to run');
    expect(runToEnd(compiled.program, problem.counterexample)).toMatchObject({ ended: 'blocked' });
  });
});

it('says of a changed text what it says of the same text read anew', () => {
  const text = readFileSync('public/examples/order-support/procedure.yaml', 'utf8');
  const original = parseDocument(text);
  proveProcedure(original);
  const plain = (problems: readonly ProvedProblem[]): unknown =>
    problems.map(({ code, path, message, counterexample }) => ({ code, path, message, counterexample }));
  const faults = guardrailFaultsOf(text).filter((_, index) => index % 12 === 0);
  expect(faults.length).toBeGreaterThan(6);
  for (const fault of faults) {
    const changed = parseDocument(fault.text, original);
    expect(plain(proveProcedure(changed)), fault.what).toEqual(
      plain(proveProcedure(parseDocument(fault.text))),
    );
    expect(proveProcedure(parseDocument(text, changed))).toEqual([]);
  }
});
