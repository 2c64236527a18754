import { closedCyclesOf } from './closed-cycles.ts';
import { roundOf } from './endless-cycle.ts';
import type { ProofRule } from './proof-rule.ts';

const valid = `
facts:
  helped: { type: boolean }
  sentiment: { type: number }
start: ask
steps:
  ask: { kind: question, ask: Did that help?, collects: [helped], next: check }
  check:
    kind: decision
    branches: [{ when: helped, next: done }]
    otherwise: person
  person: { kind: escalation, queue: tier-2, triggers: [{ when: sentiment < -0.5, category: sentiment }] }
  done: { kind: end, outcome: done }`;

export const cycleLeftByTrigger: ProofRule = {
  code: 'cycle-left-by-trigger',
  severity: 'warning',
  summary:
    'Steps that lead to each other have a way out of their own, not only a trigger that may never fire.',
  valid,
  invalid: valid
    .replace('next: done }]', 'next: ask }]')
    .replace('otherwise: person', 'otherwise: ask')
    .replace('\n  done: { kind: end, outcome: done }', ''),
  *check({ procedure }) {
    for (const cycle of closedCyclesOf(procedure)) {
      if (!cycle.mayTrigger) continue;
      yield {
        message: `${roundOf(cycle)}; only a trigger can end that. Let one of them lead to an end or to a person.`,
        path: ['steps', cycle.entry],
        at: 'key',
        trail: cycle.trail,
      };
    }
  },
};
