import type { Guardrail } from '../model.ts';
import { didYouMean } from '../nearest.ts';
import type { Rule } from './rule.ts';

const valid = `
facts:
  customer.known: { type: boolean }
actions:
  orders.cancel: { effect: write }
start: cancel
steps:
  cancel: { kind: action, call: orders.cancel, next: done }
  done: { kind: end, outcome: done, say: All done. }
guardrails:
  identity: { require: customer.known, before: [orders.cancel] }
  calm: { tone: Plain words., limits: { exclamationMarks: 0 }, appliesTo: [done] }`;

export const unknownGoverned: Rule = {
  code: 'unknown-governed',
  severity: 'error',
  summary: '`before` names steps and actions that exist, `appliesTo` names steps.',
  valid,
  invalid: valid.replace('before: [orders.cancel]', 'before: [orders.return]'),
  *check({ procedure, stepIds, actionNames }) {
    const governable = new Set([...stepIds, ...actionNames]);
    for (const [id, guardrail] of procedure.guardrails) {
      for (const [index, name] of guardrail.before.entries()) {
        if (governable.has(name) || name === '') continue;
        const { hint, remedies } = didYouMean(name, governable);
        yield {
          message: `\`before\` names \`${name}\`, which is neither a step nor an action.${hint}`,
          path: ['guardrails', id, 'before', index],
          remedies,
        };
      }
      if (guardrail.appliesTo === 'all') continue;
      for (const [index, name] of guardrail.appliesTo.entries()) {
        if (stepIds.has(name) || name === '') continue;
        const { hint, remedies } = didYouMean(name, stepIds);
        yield {
          message: `\`appliesTo\` names \`${name}\`, which is no step.${hint}`,
          path: ['guardrails', id, 'appliesTo', index],
          remedies,
        };
      }
    }
  },
};

export const guardrailEmpty: Rule = {
  code: 'guardrail-empty',
  severity: 'error',
  summary:
    'A guardrail says what it guards: one of `disclose`, `confirm`, `require`, `alwaysSay`, `neverSay`, or `tone` with `limits`.',
  valid,
  invalid: `
guardrails:
  refunds: { title: Refund timing, owner: legal }`,
  *check({ procedure }) {
    for (const [id, guardrail] of procedure.guardrails) {
      if (dutiesOf(guardrail).length > 0) continue;
      yield {
        message:
          'The guardrail guards nothing yet. Give it `disclose`, `confirm`, `require`, `alwaysSay`, `neverSay`, or `tone` and `limits`.',
        path: ['guardrails', id],
        at: 'key',
      };
    }
  },
};

export const guardrailMixed: Rule = {
  code: 'guardrail-mixed',
  severity: 'error',
  summary: 'A guardrail guards one thing, so that it can be signed off by itself.',
  valid,
  invalid: `
guardrails:
  refunds: { disclose: Refunds take a week., neverSay: [guarantee] }`,
  *check({ procedure }) {
    for (const [id, guardrail] of procedure.guardrails) {
      const duties = dutiesOf(guardrail);
      if (duties.length < 2) continue;
      yield {
        message: `The guardrail has ${duties.map((duty) => `\`${duty}\``).join(' and ')}. Make one guardrail of each.`,
        path: ['guardrails', id],
        at: 'key',
      };
    }
  },
};

function dutiesOf(guardrail: Guardrail): readonly string[] {
  const duties: string[] = [];
  if (guardrail.disclose !== undefined) duties.push('disclose');
  if (guardrail.confirm !== undefined) duties.push('confirm');
  if (guardrail.require !== undefined) duties.push('require');
  if (guardrail.alwaysSay !== undefined) duties.push('alwaysSay');
  if (guardrail.neverSay.length > 0) duties.push('neverSay');
  if (guardrail.tone !== undefined || guardrail.limits !== undefined) {
    duties.push(guardrail.tone === undefined ? 'limits' : 'tone');
  }
  return duties;
}
