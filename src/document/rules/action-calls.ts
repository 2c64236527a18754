import type { Action, ActionStep, Procedure } from '../model.ts';
import { didYouMean } from '../nearest.ts';
import type { Rule } from './rule.ts';

const valid = `
facts:
  order.id: { type: string }
actions:
  orders.cancel: { input: { orderId: string, note: { type: string, optional: true } }, effect: write }
start: cancel
steps:
  cancel: { kind: action, call: orders.cancel, with: { orderId: order.id }, next: done }
  done: { kind: end, outcome: done }`;

export const unknownAction: Rule = {
  code: 'unknown-action',
  severity: 'error',
  summary: 'An action step calls an action that is declared.',
  valid,
  invalid: valid.replace('call: orders.cancel', 'call: orders.cancle'),
  *check({ procedure, actionNames }) {
    for (const [id, step] of procedure.steps) {
      if (step.kind !== 'action' || step.call === undefined || actionNames.has(step.call)) continue;
      const { hint, remedies } = didYouMean(step.call, actionNames);
      yield {
        message: `The step calls \`${step.call}\`, which is no action.${hint || ' Declare it under `actions`.'}`,
        path: ['steps', id, 'call'],
        remedies,
      };
    }
  },
};

export const missingInput: Rule = {
  code: 'missing-input',
  severity: 'error',
  summary: 'A call gives every input that the action does not mark `optional`.',
  valid,
  invalid: valid.replace('with: { orderId: order.id }, ', ''),
  *check({ procedure }) {
    for (const { id, step, action } of callsOf(procedure)) {
      const missing = [...action.input].filter(([name, input]) => !input.optional && !step.with.has(name));
      if (missing.length === 0) continue;
      const names = missing.map(([name]) => `\`${name}\``).join(', ');
      yield {
        message: `The call of \`${String(step.call)}\` leaves out ${names}. Give it under \`with\`.`,
        path: step.with.size > 0 ? ['steps', id, 'with'] : ['steps', id, 'call'],
        at: 'key',
      };
    }
  },
};

export const unknownInput: Rule = {
  code: 'unknown-input',
  severity: 'error',
  summary: 'A call gives no input that the action does not take.',
  valid,
  invalid: valid.replace('{ orderId: order.id }', '{ orderId: order.id, nota: order.id }'),
  *check({ procedure }) {
    for (const { id, step, action } of callsOf(procedure)) {
      for (const name of step.with.keys()) {
        if (action.input.has(name)) continue;
        const free = [...action.input.keys()].filter((each) => !step.with.has(each));
        const { hint, remedies } = didYouMean(name, free);
        yield {
          message: `\`${String(step.call)}\` takes no input \`${name}\`.${hint}`,
          path: ['steps', id, 'with', name],
          at: 'key',
          remedies,
        };
      }
    }
  },
};

interface Call {
  readonly id: string;
  readonly step: ActionStep;
  readonly action: Action;
}

function* callsOf(procedure: Procedure): Generator<Call> {
  for (const [id, step] of procedure.steps) {
    if (step.kind !== 'action' || step.call === undefined) continue;
    const action = procedure.actions.get(step.call);
    if (action) yield { id, step, action };
  }
}
