import { describe, expect, it } from 'vitest';
import { contactOf, programOf } from '../testing/small-procedure.ts';
import { runToEnd } from './batch.ts';
import { coverageOf } from './coverage.ts';
import { differences } from './expectation.ts';
import { explainCondition, explainTriggers } from './explain.ts';
import { factsAt } from './facts-at.ts';

const program = programOf(`
facts: { n: { type: number }, price: { type: number, unit: USD }, mood: { type: number }, sure: { type: boolean } }
derived: { refund: { type: number, unit: USD, is: n * price } }
parameters: { limit: { type: number, value: 50, unit: USD } }
actions: { put: { input: { n: number }, effect: write }, look: { input: {}, effect: read } }
start: get
steps:
  get: { kind: action, call: look, next: sure, onError: deny }
  sure: { kind: question, ask: Sure?, collects: [sure], next: decide }
  decide:
    kind: decision
    branches:
      - { when: refund > parameters.limit, next: deny }
      - { when: 'visits("decide") > 1', next: deny }
      - { when: sure, next: do }
    otherwise: deny
  do: { kind: action, call: put, with: { n: n }, next: done, onError: deny }
  upset: { kind: escalation, queue: care, triggers: [{ when: mood < -0.5, category: sentiment }] }
  done: { kind: end, outcome: done }
  deny: { kind: end, outcome: denied }
guardrails:
  yes: { confirm: sure, before: [put] }
`);
const contact = contactOf({
  facts: { n: 2, price: 10, mood: -0.28 },
  turns: [{ text: 'yes', facts: { sure: true } }],
  results: { look: [{ ok: true, facts: { price: 20 } }] },
});
const result = runToEnd(program, contact, { record: 'trace' });
const traced = { contact, trace: result.trace };
const at = (type: string): number => result.trace.findIndex((event) => event.type === type);

describe('the facts at an event', () => {
  it('are those that held just before it', () => {
    expect(factsAt(program, traced, 0).value('n')).toBeUndefined();
    expect(factsAt(program, traced, at('called')).value('refund')).toBe(20);
    const decided = factsAt(program, traced, at('decided'));
    expect(decided.value('refund')).toBe(40);
    expect(decided.value('turns')).toBe(1);
    expect(decided.visits('decide')).toBe(1);
    expect(decided.value('parameters.limit')).toBe(50);
  });
});

describe('an explanation', () => {
  it('tells why a branch was not taken, and works out the derived names behind it', () => {
    const explained = explainCondition(program, traced, at('decided'), 0);
    expect(explained).toMatchObject({
      source: 'refund > parameters.limit',
      unknown: [],
      derived: [{ name: 'refund' }],
    });
    expect(explained?.explanation.outcome).toBe(false);
    expect(explained?.sentence).toMatch(/refund.*40.*not more than/);
  });

  it('tells of branches that were never evaluated too', () => {
    expect(explainCondition(program, traced, at('decided'), 2)?.explanation.outcome).toBe(true);
    expect(explainCondition(program, traced, at('decided'), 9)).toBeUndefined();
    expect(explainCondition(program, traced, 0)).toBeUndefined();
  });

  it('tells why triggers did not fire', () => {
    const [upset] = explainTriggers(program, traced, at('decided'));
    expect(upset).toMatchObject({ step: 'upset', position: 0, category: 'sentiment' });
    expect(upset?.sentence).toMatch(/mood.*-0\.28.*is not (below|less than)/);
  });

  it('tells of guardrails', () => {
    expect(explainCondition(program, traced, at('checked'))?.explanation.outcome).toBe(true);
  });
});

describe('coverage', () => {
  it('counts steps, ways out of decisions, and triggers', () => {
    const coverage = coverageOf(program, [result, result]);
    expect(coverage.contacts).toBe(2);
    expect(Object.fromEntries(coverage.steps)).toEqual({
      get: 2,
      sure: 2,
      decide: 2,
      do: 2,
      upset: 0,
      done: 2,
      deny: 0,
    });
    expect(coverage.branches).toEqual([
      { step: 'decide', branch: 0, taken: 0 },
      { step: 'decide', branch: 1, taken: 0 },
      { step: 'decide', branch: 2, taken: 2 },
      { step: 'decide', branch: 'otherwise', taken: 0 },
    ]);
    expect(coverage.triggers).toEqual([{ step: 'upset', position: 0, fired: 0 }]);
  });
});

describe('an expectation', () => {
  it('compares what it names, and leaves reading actions out unless it names them', () => {
    expect(
      differences(
        program,
        { outcome: 'done', actions: [{ name: 'put', args: { n: 2 } }], escalation: null },
        result,
      ),
    ).toEqual([]);
    expect(differences(program, { actions: [{ name: 'look' }, { name: 'put' }] }, result)).toEqual([]);
    expect(differences(program, {}, result)).toEqual([]);
  });

  it('tells each difference', () => {
    const wrong = {
      outcome: 'denied',
      actions: [{ name: 'put', args: { n: 3 } }],
      escalation: 'upset',
      path: ['get'],
    };
    expect(differences(program, wrong, result).map(({ what }) => what)).toEqual([
      'outcome',
      'actions',
      'escalation',
      'path',
    ]);
    expect(differences(program, { actions: [] }, result)).toEqual([
      { what: 'actions', expected: [], actual: [{ name: 'put', args: { n: 2 } }] },
    ]);
  });
});
