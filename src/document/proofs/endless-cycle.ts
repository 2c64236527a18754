import { closedCyclesOf } from './closed-cycles.ts';
import type { ClosedCycle } from './closed-cycles.ts';
import type { ProofRule } from './proof-rule.ts';

const valid = `
facts:
  order.id: { type: string }
start: ask
steps:
  ask: { kind: question, ask: Which order?, collects: [order.id], retries: 2, giveUp: person, next: check }
  check:
    kind: decision
    branches: [{ when: order.id == "", next: ask }]
    otherwise: done
  person: { kind: escalation, queue: tier-2 }
  done: { kind: end, outcome: done }`;

export const endlessCycle: ProofRule = {
  code: 'endless-cycle',
  severity: 'error',
  summary: 'From every step some way leads to an end or to a person.',
  valid,
  invalid: `
start: greet
steps:
  greet: { kind: message, say: Hello., next: again }
  again: { kind: message, say: Hello again., next: greet }`,
  *check({ procedure }) {
    for (const cycle of closedCyclesOf(procedure)) {
      if (cycle.mayTrigger) continue;
      yield {
        message: `${roundOf(cycle)}, and no way leads out to an end or to a person. A run would go round for ever.`,
        path: ['steps', cycle.entry],
        at: 'key',
        trail: cycle.trail,
      };
    }
  },
};

const most = 4;

/** "`a` and `b` lead only to each other". */
export function roundOf({ steps, entry }: ClosedCycle): string {
  if (steps.length === 1) return `\`${entry}\` leads only to itself`;
  const named = steps.slice(0, steps.length > most ? most - 1 : most).map((id) => `\`${id}\``);
  const rest = steps.length - named.length;
  const last = rest > 0 ? `${rest} more` : (named.pop() ?? '');
  return `${named.join(', ')} and ${last} lead only to each other`;
}
