import { printExpression } from '../../condition/print.ts';
import { checkedExpression } from '../checked-expression.ts';
import { sameStructure } from '../same-structure.ts';
import { repeatedEntries } from './alike.ts';
import type { ProofRule } from './proof-rule.ts';

const valid = `
facts:
  order.total: { type: number }
derived:
  isLarge: { type: boolean, is: order.total > 100 }
  isSmall: { type: boolean, is: order.total < 10 }
start: check
steps:
  check:
    kind: decision
    branches: [{ when: isLarge || isSmall, next: odd }]
    otherwise: done
  odd: { kind: end, outcome: odd }
  done: { kind: end, outcome: done }`;

export const duplicateDerived: ProofRule = {
  code: 'duplicate-derived',
  severity: 'warning',
  summary: 'No two derived facts have the same expression.',
  valid,
  invalid: valid.replace('order.total < 10', '(order.total > 100.0)'),
  *check({ procedure, environment }) {
    const printed = new Map<string, string>();
    for (const [name, { is, type }] of procedure.derived) {
      const { expression } = checkedExpression(is, environment, type);
      if (expression) printed.set(name, printExpression(expression));
    }
    const repeated = repeatedEntries(
      procedure.derived,
      (name) => [printed.get(name)],
      (one, other) => sameStructure(one.type, other.type),
    );
    for (const { name, first } of repeated) {
      yield {
        message: `\`${name}\` has the same expression as \`${first}\`. Keep one of them.`,
        path: ['derived', name],
        at: 'key',
      };
    }
  },
};
