import type { Expression } from '../../condition/expression.ts';
import { planSetField } from '../operations/plan-set-field.ts';
import { branchInWords, exampleInWords } from './conditions-in-words.ts';
import { provedDecisions } from './decision-proofs.ts';
import type { ProofRule } from './proof-rule.ts';
import { wayTo } from './way-to.ts';

const valid = `
facts:
  order.total: { type: number }
  customer.vip: { type: boolean }
start: size
steps:
  size:
    kind: decision
    hits: unique
    columns: [order.total, customer.vip]
    branches:
      - { when: ["> 50", true], next: person }
      - { when: ["> 50", false], next: done }
    otherwise: done
  person: { kind: escalation, queue: tier-2 }
  done: { kind: end, outcome: done }`;

export const overlappingRows: ProofRule = {
  code: 'overlapping-rows',
  severity: 'error',
  summary: 'In a table with `hits: unique` at most one row holds.',
  valid,
  invalid: valid.replace('["> 50", false]', '["> 20", "-"]'),
  *check(context) {
    for (const { id, proofs, conditions, setting, step } of provedDecisions(context)) {
      for (const { first, second, example } of proofs.overlaps) {
        const read = [conditions[first], conditions[second]].filter(
          (one): one is Expression => one !== undefined,
        );
        const name = (at: number): string =>
          branchInWords(step.branches[at] ?? { label: undefined }, at, 'row');
        const values = exampleInWords(example, read, setting);
        yield {
          message: `The table says that one row holds, but both ${name(first)} and ${name(second)} hold${values === '' ? '' : ` for ${values}`}.`,
          path: ['steps', id, 'branches', second, 'when'],
          trail: wayTo(context.procedure, (one) => one === id)?.links ?? [],
          remedies: [
            {
              kind: 'gesture',
              title: 'Let the first row that holds decide',
              plan: (document) => planSetField(document, ['steps', id, 'hits'], 'first'),
            },
          ],
        };
      }
    }
  },
};
