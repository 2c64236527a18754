import { describe, expect, it } from 'vitest';
import { contactOf, programOf } from '../testing/small-procedure.ts';
import { advance } from './advance.ts';
import { runToEnd } from './batch.ts';
import type { Contact } from './contact.ts';
import type { Program } from './program.ts';
import type { Result } from './result.ts';
import { factsOf, startRun, type Run } from './run.ts';

const ends = `
  yes: { kind: end, outcome: yes }
  no: { kind: end, outcome: no }`;

function run(program: Program, contact: Partial<Contact> = {}): Result {
  return runToEnd(program, contactOf(contact), { record: 'trace' });
}

function step(program: Program, from: Run, times = 1): Run {
  let run = from;
  for (let index = 0; index < times; index++) run = advance(program, run, { type: 'step' });
  return run;
}

describe('a decision', () => {
  const program = programOf(`
facts: { a: { type: boolean }, n: { type: number } }
derived: { big: { type: boolean, is: n > 10 } }
start: decide
steps:
  decide:
    kind: decision
    branches:
      - { when: a && big, next: yes }
      - { when: 1 / n > 1, next: yes }
    otherwise: no${ends}
`);

  it('takes the first branch that holds, else otherwise', () => {
    expect(run(program, { facts: { a: true, n: 11 } }).outcome).toBe('yes');
    expect(run(program, { facts: { a: true, n: 0.5 } }).outcome).toBe('yes');
    expect(run(program, { facts: { a: true, n: 5 } }).outcome).toBe('no');
  });

  it('that hangs on unknown facts ends as stuck and names them, through derived names', () => {
    const result = run(program, { facts: { a: true } });
    expect(result).toMatchObject({ ended: 'stuck', outcome: 'stuck', unknown: ['n'] });
    expect(result.reason).toBe('decide hangs on n, which is unknown.');
    expect(run(program).unknown).toEqual(['a', 'n']);
  });

  it('is not held up by an unknown that decides nothing', () => {
    expect(run(program, { facts: { a: false } }).unknown).toEqual(['n']);
    expect(run(program, { facts: { a: false, n: 4 } }).ended).toBe('end');
  });

  it('that meets an error ends as stuck with the error, and names no fact', () => {
    const result = run(program, { facts: { a: false, n: 0 } });
    expect(result).toMatchObject({ ended: 'stuck', unknown: [] });
    expect(result.reason).toMatch(/^decide cannot be decided: .*zero/i);
  });

  it('reads null as missing, and a mistyped fact as unknown', () => {
    expect(run(program, { facts: { a: null, n: 20 } }).unknown).toEqual(['a']);
    expect(run(program, { facts: { a: 'true', n: 20 } }).unknown).toEqual(['a']);
  });
});

describe('a question', () => {
  const program = programOf(`
facts: { name: { type: string }, zip: { type: string } }
start: ask
steps:
  ask: { kind: question, ask: Who are you?, collects: [name, zip], retries: 1, giveUp: no, next: yes }${ends}
`);
  const silent = { text: 'hm', facts: {} };

  it('is passed without asking when all is known', () => {
    const result = run(program, { facts: { name: 'Ann', zip: '1' }, turns: [silent] });
    expect(result.outcome).toBe('yes');
    expect(result.trace.some(({ type }) => type === 'said' || type === 'turn')).toBe(false);
  });

  it('takes turns until all is known', () => {
    const turns = [
      { text: 'Ann', facts: { name: 'Ann' } },
      { text: '1', facts: { zip: '1' } },
    ];
    const result = run(program, { turns });
    expect(result.outcome).toBe('yes');
    expect(result.trace.filter(({ type }) => type === 'said')).toHaveLength(2);
  });

  it('gives up after its retries', () => {
    expect(run(program, { turns: [silent, silent, silent] }).outcome).toBe('no');
  });

  it('is stuck in batch when no turn is left, and waits for the person otherwise', () => {
    expect(run(program, { turns: [silent] })).toMatchObject({ ended: 'stuck', unknown: ['name', 'zip'] });
    const waiting = step(program, startRun(program, contactOf({ facts: { zip: '1' } })));
    expect(waiting).toMatchObject({
      status: 'waiting',
      step: 'ask',
      asking: { step: 'ask', facts: ['name'] },
    });
    expect(step(program, waiting)).toBe(waiting);
    const answered = advance(program, waiting, { type: 'answer', text: 'Ann', facts: { name: 'Ann' } });
    expect(step(program, answered).result?.outcome).toBe('yes');
  });

  it('is passed when a person sets what it lacks', () => {
    const waiting = step(program, startRun(program, contactOf({ facts: { zip: '1' } })));
    const set = advance(program, waiting, { type: 'set-fact', name: 'name', value: 'Ann' });
    expect(set.status).toBe('running');
    const done = step(program, set, 2);
    expect(done.result).toMatchObject({ outcome: 'yes', path: ['ask', 'yes'] });
    expect(factsOf(program, done)).toEqual(
      new Map([
        ['name', 'Ann'],
        ['zip', '1'],
      ]),
    );
  });
});

describe('triggers', () => {
  const program = programOf(`
facts: { mood: { type: number }, risk: { type: boolean }, name: { type: string } }
start: ask
steps:
  ask: { kind: question, ask: Who are you?, collects: [name], next: check }
  check: { kind: decision, branches: [{ when: 'visits("check") > 3', next: yes }], otherwise: check }
  upset: { kind: escalation, queue: care, triggers: [{ when: mood < 0, category: sentiment }] }
  danger: { kind: escalation, queue: safety, triggers: [{ when: risk, category: safety }] }
  circles: { kind: escalation, queue: care, triggers: [{ when: 'visits("check") > 2', category: repeated-failure }] }${ends}
`);

  it('fire on entry to a step, the highest category first', () => {
    expect(run(program, { facts: { mood: -1, risk: true } })).toMatchObject({
      ended: 'escalated',
      path: ['ask', 'danger'],
      escalation: { step: 'danger', queue: 'safety', category: 'safety' },
    });
  });

  it('fire after a turn, before the question goes on', () => {
    const turns = [{ text: 'Ann!', facts: { name: 'Ann', mood: -0.5 } }];
    expect(run(program, { facts: { risk: false }, turns })).toMatchObject({ path: ['ask', 'upset'] });
  });

  it('see the visits that they count', () => {
    const result = run(program, { facts: { mood: 1, risk: false, name: 'Ann' } });
    expect(result.path).toEqual(['ask', 'check', 'check', 'check', 'circles']);
  });

  it('that are unknown do not fire, and are listed with the facts they lack', () => {
    const result = run(program, { facts: { name: 'Ann', risk: false } });
    expect(result.unknownTriggers).toEqual([{ step: 'upset', position: 0, facts: ['mood'] }]);
  });

  it('are listed with the facts that they lacked when they were last evaluated', () => {
    const late = programOf(`
facts: { mood: { type: number } }
actions: { mood.read: { effect: read } }
start: look
steps:
  look: { kind: action, call: mood.read, next: yes }
  upset: { kind: escalation, triggers: [{ when: mood < -0.5, category: sentiment }] }${ends}
`);
    const result = run(late, { results: { 'mood.read': [{ ok: true, facts: { mood: -1 } }] } });
    expect(result.outcome).toBe('yes');
    expect(result.unknownTriggers).toEqual([{ step: 'upset', position: 0, facts: ['mood'] }]);
  });

  it('do not fire on end steps', () => {
    const over = programOf(`
facts: { mood: { type: number } }
start: yes
steps:
  upset: { kind: escalation, queue: care, triggers: [{ when: mood < 0, category: sentiment }] }
  yes: { kind: end, outcome: yes }
`);
    expect(run(over, { facts: { mood: -1 } }).outcome).toBe('yes');
  });
});

describe('an action', () => {
  const program = programOf(`
facts: { id: { type: string }, note: { type: string }, status: { type: string } }
actions: { put: { input: { id: string, note: { type: string, optional: true } }, effect: write } }
start: do
steps:
  do: { kind: action, call: put, with: { id: id, note: note }, next: check, onError: again }
  again: { kind: action, call: put, with: { id: id }, next: check, onError: no }
  check: { kind: decision, branches: [{ when: status == "ok", next: yes }], otherwise: no }${ends}
`);

  it('is called with its arguments, less optional ones that are unknown, and sets what it returns', () => {
    const result = run(program, {
      facts: { id: '1' },
      results: { put: [{ ok: true, facts: { status: 'ok' } }] },
    });
    expect(result).toMatchObject({ outcome: 'yes', actions: [{ name: 'put', args: { id: '1' } }] });
    expect(Object.keys(result.actions[0]?.args ?? {})).toEqual(['id']);
  });

  it('whose argument is unknown is not called', () => {
    expect(run(program, { facts: { note: 'x' } })).toMatchObject({
      ended: 'stuck',
      unknown: ['id'],
      actions: [],
    });
  });

  it('goes to onError when it fails, the n-th call taking the n-th result', () => {
    const results = {
      put: [
        { ok: false as const, error: 'down' },
        { ok: true as const, facts: { status: 'ok' } },
      ],
    };
    const result = run(program, { facts: { id: '1' }, results });
    expect(result).toMatchObject({ outcome: 'yes', path: ['do', 'again', 'check', 'yes'] });
  });

  it('succeeds and sets nothing when its result is not given', () => {
    expect(run(program, { facts: { id: '1', status: 'ok' } }).outcome).toBe('yes');
  });
});

describe('guardrails', () => {
  const guarded = (guardrails: string, ask = ''): Program =>
    programOf(`
scope: { locales: [en, de] }
facts: { sure: { type: boolean }, id: { type: string }, known: { type: boolean } }
actions: { put: { input: { id: string }, effect: write } }
start: confirm
steps:
  confirm: { kind: question, ask: 'Put {{id}}?', collects: [sure], next: more${ask} }
  more: { kind: question, ask: Which?, collects: [id], next: do }
  do: { kind: action, call: put, with: { id: id }, next: yes, onError: no }${ends}
guardrails:
  rule: { ${guardrails} }
`);
  const disclose = 'disclose: { en: It takes days., de: Es dauert. }, before: [put]';
  const yes = { facts: { sure: true, id: '1' } };

  it('want a disclosure said in the contact’s locale before the action', () => {
    expect(run(guarded(disclose), yes)).toMatchObject({
      ended: 'blocked',
      actions: [],
      violations: [{ guardrail: 'rule', step: 'do', check: 'disclose', severity: 'block' }],
      reason: 'rule blocks do: its disclosure was not said.',
    });
    const included = guarded(disclose, ', includes: [rule]');
    const german = run(included, { ...yes, locale: 'de-AT' });
    expect(german.outcome).toBe('yes');
    expect(german.trace).toContainEqual({
      type: 'said',
      step: 'confirm',
      as: 'disclosure',
      text: 'Es dauert.',
      guardrail: 'rule',
    });
  });

  it('take a disclosure for said wherever its exact words were', () => {
    const worded = programOf(`
actions: { put: { input: {}, effect: write } }
start: tell
steps:
  tell: { kind: message, say: 'Mind: It takes days. Thanks.', next: do }
  do: { kind: action, call: put, next: yes, onError: no }${ends}
guardrails:
  rule: { disclose: It takes days., before: [do] }
`);
    expect(run(worded).outcome).toBe('yes');
  });

  it('do not take a disclosure for said in which a value is unknown', () => {
    const program = programOf(`
facts: { amount: { type: number } }
actions: { put: { effect: write } }
start: tell
steps:
  tell: { kind: message, say: Well., includes: [fee], next: do-put }
  do-put: { kind: action, call: put, next: yes }${ends}
guardrails:
  fee: { disclose: 'The fee is {{amount}}.', before: [put] }
`);
    expect(run(program, { facts: { amount: 3 } }).ended).toBe('end');
    expect(run(program)).toMatchObject({ ended: 'blocked', violations: [{ check: 'disclose' }] });
  });

  it('want a requirement to hold; unknown is not held', () => {
    const program = guarded('require: known, before: [put]');
    expect(run(program, yes)).toMatchObject({ ended: 'blocked', unknown: ['known'] });
    expect(run(program, { facts: { ...yes.facts, known: false } }).ended).toBe('blocked');
    expect(run(program, { facts: { ...yes.facts, known: true } }).ended).toBe('end');
  });

  it('let a confirmation lapse when an input of the action was written after the yes', () => {
    const program = guarded('confirm: sure, before: [put]');
    const later = [
      { text: 'Yes', facts: { sure: true } },
      { text: '2', facts: { id: '2' } },
    ];
    expect(run(program, yes).ended).toBe('end');
    expect(run(program, { turns: later })).toMatchObject({
      ended: 'blocked',
      violations: [{ check: 'confirm', detail: 'id changed after the yes' }],
    });
    expect(run(program, { turns: [{ text: 'Yes, 1', facts: { sure: true, id: '1' } }] }).ended).toBe('end');
  });

  it('only record what a warning forbids, and go on', () => {
    const result = run(guarded('severity: warn, require: known, before: [put]'), yes);
    expect(result).toMatchObject({ outcome: 'yes', violations: [{ severity: 'warn', check: 'require' }] });
  });

  it('keep a text from being said that says what must not be', () => {
    const result = run(guarded('neverSay: [put]'), {
      facts: { id: '1' },
      turns: [{ text: 'y', facts: { sure: true } }],
    });
    expect(result).toMatchObject({
      ended: 'blocked',
      violations: [{ check: 'neverSay', step: 'confirm', detail: 'says "put"' }],
    });
    expect(result.trace.some(({ type }) => type === 'said')).toBe(false);
    expect(run(guarded('neverSay: ["/[0-9]{3}/"]'), { facts: { id: '123' } }).ended).toBe('blocked');
    expect(run(guarded('neverSay: ["/[0-9]{3}/"], appliesTo: [more]'), { facts: { id: '123' } }).ended).toBe(
      'stuck',
    );
  });

  it('want something said before every end', () => {
    expect(run(guarded('alwaysSay: Thank you.'), yes)).toMatchObject({
      ended: 'blocked',
      violations: [{ check: 'alwaysSay', step: 'yes' }],
    });
    const asked = { facts: { sure: true }, turns: [{ text: '1', facts: { id: '1' } }] };
    expect(run(guarded('alwaysSay: Which?'), asked).ended).toBe('end');
  });

  it('measure texts against limits', () => {
    const program = guarded('severity: warn, limits: { words: 1, exclamationMarks: 0 }');
    const { violations } = run(program, { turns: [{ text: 'y', facts: { sure: true } }] });
    expect(violations.map(({ step, detail }) => `${step}: ${detail}`)).toEqual([
      'confirm: 2 words, at most 1',
    ]);
  });

  it('render what is unknown so that it shows', () => {
    const { trace } = run(guarded('require: known, before: [put]'));
    expect(trace).toContainEqual(expect.objectContaining({ type: 'said', text: 'Put [id?]?' }));
  });
});

describe('the ends', () => {
  it('include being out of scope, which only what is known and not listed is', () => {
    const program = programOf(`
scope: { intents: [return], channels: [chat], locales: [de] }
start: yes
steps: { yes: { kind: end, outcome: yes } }
`);
    expect(run(program, { intent: 'cancel' })).toMatchObject({ ended: 'out-of-scope', path: [] });
    expect(run(program, { intent: 'return', channel: 'chat', locale: 'de-AT' }).ended).toBe('end');
    expect(run(program, { locale: 'den' }).ended).toBe('out-of-scope');
    expect(run(program).ended).toBe('end');
  });

  it('include looping after 500 steps', () => {
    const program = programOf(`
facts: { n: { type: number } }
start: round
steps:
  round: { kind: decision, branches: [{ when: has(n), next: yes }], otherwise: round }${ends}
`);
    const result = run(program);
    expect(result.ended).toBe('looping');
    expect(result.path).toHaveLength(500);
  });
});

describe('a run', () => {
  const program = programOf(`
facts: { a: { type: boolean }, b: { type: boolean } }
start: first
steps:
  first: { kind: message, say: Hello., next: second }
  second: { kind: decision, branches: [{ when: a, next: third }], otherwise: no }
  third: { kind: decision, branches: [{ when: b, next: yes }], otherwise: no }${ends}
`);

  it('tells where it stands and what comes next', () => {
    const start = startRun(program, contactOf({ facts: { a: true } }));
    expect(start).toMatchObject({
      status: 'running',
      step: undefined,
      next: 'first',
      trace: [{ type: 'set', by: 'contact' }],
    });
    expect(step(program, start, 2)).toMatchObject({ step: 'second', next: 'third' });
  });

  it('that is stuck goes back to before its last step when a person sets a fact', () => {
    const stuck = step(program, startRun(program, contactOf({ facts: { a: true } })), 3);
    expect(stuck.result).toMatchObject({ ended: 'stuck', unknown: ['b'] });
    const retried = advance(program, stuck, { type: 'set-fact', name: 'b', value: true });
    expect(retried).toMatchObject({ status: 'running', step: 'second', next: 'third' });
    expect(step(program, retried, 2).result).toMatchObject({
      outcome: 'yes',
      path: ['first', 'second', 'third', 'yes'],
    });
  });

  it('can be continued from any earlier position with another fact', () => {
    const start = startRun(program, contactOf({ facts: { a: true, b: true } }));
    const early = step(program, start);
    expect(step(program, early, 3).result?.outcome).toBe('yes');
    const other = advance(program, early, { type: 'set-fact', name: 'a', value: false });
    expect(step(program, other, 2).result?.outcome).toBe('no');
    expect(step(program, early, 3).result?.outcome).toBe('yes');
    const unknown = advance(program, early, { type: 'set-fact', name: 'a', value: undefined });
    expect(step(program, unknown).result).toMatchObject({ ended: 'stuck', unknown: ['a'] });
  });

  it('stays the same on an event that does not apply', () => {
    const start = startRun(program, contactOf());
    expect(advance(program, start, { type: 'answer', text: 'hi', facts: {} })).toBe(start);
    expect(advance(program, start, { type: 'set-fact', name: 'nothing', value: 1 })).toBe(start);
    expect(advance(program, start, { type: 'set-fact', name: 'a', value: 'text' })).toBe(start);
    const over = step(program, startRun(program, contactOf({ facts: { a: false } })), 3);
    expect(step(program, over)).toBe(over);
    expect(advance(program, over, { type: 'set-fact', name: 'a', value: true })).toBe(over);
  });
});
