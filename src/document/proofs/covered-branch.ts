import { joinWords } from '../../condition/coerce.ts';
import { planDeleteBranch } from '../operations/plan-delete-branch.ts';
import { branchInWords, valuesInWords } from './conditions-in-words.ts';
import { provedDecisions, type CoveredBranch, type ProvedDecision } from './decision-proofs.ts';
import type { ProofFinding, ProofRule } from './proof-rule.ts';
import { wayTo } from './way-to.ts';

const valid = `
facts:
  order.total: { type: number }
start: size
steps:
  size:
    kind: decision
    branches:
      - { when: order.total > 100, label: Large, next: person }
      - { when: order.total > 50, label: Medium, next: done }
    otherwise: done
  person: { kind: escalation, queue: tier-2 }
  done: { kind: end, outcome: done }`;

export const coveredBranch: ProofRule = {
  code: 'covered-branch',
  severity: 'warning',
  summary: 'Some contact takes each branch: the branches above it do not take them all.',
  valid,
  invalid: valid.replace('total > 100', 'total > 20'),
  *check(context) {
    for (const decision of provedDecisions(context)) {
      for (const covered of decision.proofs.covered) {
        yield findingOf(decision, covered, wayTo(context.procedure, (id) => id === decision.id)?.links ?? []);
      }
    }
  },
};

function findingOf(
  { id, step, setting }: ProvedDecision,
  { index, by, parameters }: CoveredBranch,
  trail: NonNullable<ProofFinding['trail']>,
): ProofFinding {
  const noun = step.columns ? 'row' : 'branch';
  const name = (at: number): string => branchInWords(step.branches[at] ?? { label: undefined }, at, noun);
  const earlier = by.map(name);
  const why =
    earlier.length === 0
      ? 'it holds for no contact that comes so far'
      : `whenever it holds, ${joinWords(earlier, 'or')} is taken first`;
  return {
    message: `No contact takes ${name(index)}: ${why}${valuesInWords(parameters, setting)}.`,
    path: ['steps', id, 'branches', index, 'when'],
    trail,
    remedies: [
      {
        kind: 'gesture',
        title: `Delete ${noun} ${index + 1}`,
        plan: (document) => planDeleteBranch(document, id, index),
      },
    ],
  };
}
