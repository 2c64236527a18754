import { sameStructure } from '../same-structure.ts';
import { bareName, describedAlike, repeatedEntries } from './alike.ts';
import type { ProofRule } from './proof-rule.ts';

const valid = `
facts:
  order.placed: { type: timestamp, source: orders.get, description: When the order was placed. }
  order.shipped: { type: timestamp, source: orders.get, description: When the order was sent. }
start: check
steps:
  check:
    kind: decision
    branches: [{ when: order.shipped < order.placed, next: odd }]
    otherwise: done
  odd: { kind: end, outcome: odd }
  done: { kind: end, outcome: done }`;

export const duplicateFact: ProofRule = {
  code: 'duplicate-fact',
  severity: 'warning',
  summary: 'No two facts are the same one under two names: alike in name, or described in the same words.',
  valid,
  invalid: valid.replace('When the order was sent.', 'When the order was placed.'),
  *check({ procedure }) {
    const repeated = repeatedEntries(
      procedure.facts,
      (name, { description }) => [bareName(name), description],
      (one, other, names) =>
        sameStructure(one.type, other.type) &&
        (bareName(names[0]) === bareName(names[1]) ||
          (one.source === other.source && describedAlike(one, other))),
    );
    for (const { name, first } of repeated) {
      yield {
        message: `\`${name}\` seems to be \`${first}\` once more. A run that knows the one does not know the other.`,
        path: ['facts', name],
        at: 'key',
      };
    }
  },
};
