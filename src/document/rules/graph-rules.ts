import type { Procedure, Step } from '../model.ts';
import { linksOf, reachableSteps } from '../graph.ts';
import type { Finding } from '../finding.ts';
import { deleteElement, leadOn } from './remedies.ts';
import type { Rule } from './rule.ts';

const valid = `
start: greet
steps:
  greet: { kind: message, say: Hello., next: done }
  done: { kind: end, outcome: done }`;

export const unreachableStep: Rule = {
  code: 'unreachable-step',
  severity: 'warning',
  summary: 'Every step is reached from the start, or from a trigger.',
  valid,
  invalid: `${valid}
  lost: { kind: end, outcome: lost }`,
  *check({ procedure, hasBroken }) {
    if (hasBroken || procedure.start === undefined || !procedure.steps.has(procedure.start)) return;
    // Where a link is misspelt, what it should lead to seems unreachable; one complaint is enough.
    if (linksOf(procedure).some(({ target }) => !procedure.steps.has(target))) return;
    const reached = reachableSteps(procedure);
    for (const [id, step] of procedure.steps) {
      if (reached.has(id)) continue;
      const how = step.kind === 'escalation' ? 'no step and no trigger leads here' : 'no step leads here';
      yield {
        message: `No run can come to \`${id}\`: ${how}.`,
        path: ['steps', id],
        at: 'key',
        remedies: [deleteElement('step', id)],
      };
    }
  },
};

export const deadEnd: Rule = {
  code: 'dead-end',
  severity: 'warning',
  summary: 'Every step but an end and an escalation has a next one, and so has every branch.',
  valid,
  invalid: valid.replace(', next: done', ''),
  *check({ procedure }) {
    for (const [id, step] of procedure.steps) yield* deadEndsOf(id, step, procedure.steps);
  },
};

function* deadEndsOf(id: string, step: Step, steps: Procedure['steps']): Generator<Finding> {
  switch (step.kind) {
    case 'message':
    case 'question':
    case 'action':
      if (step.next === undefined) {
        yield {
          message: 'The step leads nowhere. Add `next:` with a step, or an end.',
          path: ['steps', id],
          at: 'key',
          remedies: leadOn({ from: id, slot: 'next' }, steps),
        };
      }
      return;
    case 'decision':
      if (step.branches.length === 0 && step.otherwise === undefined) {
        yield {
          message: 'The decision has no branches yet, so it leads nowhere.',
          path: ['steps', id],
          at: 'key',
          remedies: leadOn({ from: id, slot: 'otherwise' }, steps),
        };
      }
      for (const [index, branch] of step.branches.entries()) {
        if (branch.next !== undefined) continue;
        yield {
          message: `Branch ${index + 1} leads nowhere. Add \`next:\` with a step.`,
          path: ['steps', id, 'branches', index],
          at: 'entry',
          remedies: leadOn({ from: id, slot: 'branch', index }, steps),
        };
      }
      return;
    case 'procedure':
      if (step.next === undefined && step.outcomes.size === 0) {
        yield {
          message: 'Nothing follows when the procedure has ended. Add `next:` with a step, or `outcomes:`.',
          path: ['steps', id],
          at: 'key',
          remedies: leadOn({ from: id, slot: 'next' }, steps),
        };
      }
      return;
    case 'escalation':
    case 'end':
  }
}
