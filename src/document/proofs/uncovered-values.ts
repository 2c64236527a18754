import type { Expression } from '../../condition/expression.ts';
import { leadOn } from '../rules/remedies.ts';
import { exampleInWords } from './conditions-in-words.ts';
import { provedDecisions } from './decision-proofs.ts';
import type { ProofRule } from './proof-rule.ts';
import { wayTo } from './way-to.ts';

const valid = `
facts:
  order.status: { type: string, enum: [pending, processed, delivered] }
start: status
steps:
  status:
    kind: decision
    branches:
      - { when: order.status == "pending", next: done }
      - { when: 'order.status in ["processed", "delivered"]', next: person }
  person: { kind: escalation, queue: tier-2 }
  done: { kind: end, outcome: done }`;

export const uncoveredValues: ProofRule = {
  code: 'uncovered-values',
  severity: 'warning',
  summary: 'A decision without `otherwise` has a branch for every value.',
  valid,
  invalid: valid.replace('"processed", "delivered"', '"delivered"'),
  *check(context) {
    for (const { id, proofs, conditions, setting, step } of provedDecisions(context)) {
      if (!proofs.uncovered) continue;
      const read = conditions.filter((one): one is Expression => one !== undefined);
      const example = exampleInWords(proofs.uncovered, read, setting);
      const noun = step.columns ? 'row' : 'branch';
      yield {
        message: `No ${noun} is there for ${example}: such a run comes to a stop here. Add ${step.columns ? 'a row' : 'a branch'}, or \`otherwise:\`.`,
        path: ['steps', id],
        at: 'key',
        trail: wayTo(context.procedure, (one) => one === id)?.links ?? [],
        remedies: leadOn({ from: id, slot: 'otherwise' }, context.procedure.steps),
      };
    }
  },
};
