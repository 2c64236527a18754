import { sameStructure } from '../same-structure.ts';
import { bareName, describedAlike, repeatedEntries } from './alike.ts';
import type { ProofRule } from './proof-rule.ts';

const valid = `
parameters:
  refundLimit: { type: number, value: 50, unit: USD, description: Refunds above this need a person. }
  voucherLimit: { type: number, value: 50, unit: USD, description: Vouchers above this need a person. }
facts:
  amount: { type: number, unit: USD }
start: check
steps:
  check:
    kind: decision
    branches: [{ when: amount > parameters.refundLimit && amount > parameters.voucherLimit, next: person }]
    otherwise: done
  person: { kind: escalation, queue: tier-2 }
  done: { kind: end, outcome: done }`;

export const duplicateParameter: ProofRule = {
  code: 'duplicate-parameter',
  severity: 'warning',
  summary: 'No two parameters are the same threshold: alike in name, or described in the same words.',
  valid,
  invalid: valid.replace('Vouchers above', 'Refunds above'),
  *check({ procedure }) {
    const repeated = repeatedEntries(
      procedure.parameters,
      (name, { description }) => [bareName(name), description],
      (one, other, names) =>
        sameStructure(one.type, other.type) &&
        (bareName(names[0]) === bareName(names[1]) || describedAlike(one, other)),
    );
    for (const { name, first } of repeated) {
      yield {
        message: `\`${name}\` seems to be \`${first}\` once more. Whoever moves the one leaves the other behind.`,
        path: ['parameters', name],
        at: 'key',
      };
    }
  },
};
