import { sameStructure } from '../same-structure.ts';
import { bareName, describedAlike, repeatedEntries } from './alike.ts';
import type { ProofRule } from './proof-rule.ts';

const valid = `
actions:
  orders.cancel: { input: { orderId: string }, effect: write, description: Cancels an order. }
  orders.return: { input: { orderId: string }, effect: write, description: Returns an order. }
facts:
  order.id: { type: string }
start: cancel
steps:
  cancel: { kind: action, call: orders.cancel, with: { orderId: order.id }, next: return }
  return: { kind: action, call: orders.return, with: { orderId: order.id }, next: done }
  done: { kind: end, outcome: done }`;

export const duplicateAction: ProofRule = {
  code: 'duplicate-action',
  severity: 'warning',
  summary:
    'No two actions are the same tool: with the same inputs, and alike in name or described in the same words.',
  valid,
  invalid: valid.replace('Returns an order.', 'Cancels an order.'),
  *check({ procedure }) {
    const repeated = repeatedEntries(
      procedure.actions,
      (name, { description }) => [bareName(name), description],
      (one, other, names) =>
        one.effect === other.effect &&
        sameStructure(one.input, other.input) &&
        (bareName(names[0]) === bareName(names[1]) || describedAlike(one, other)),
    );
    for (const { name, first } of repeated) {
      yield {
        message: `\`${name}\` seems to be \`${first}\` once more. What guards the one does not guard the other.`,
        path: ['actions', name],
        at: 'key',
      };
    }
  },
};
