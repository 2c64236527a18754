import type { RulePage } from '../rules/rule.ts';

const facts = `
facts:
  customer.known: { type: boolean, source: auth.session }
  request.item: { type: string, source: conversation }
  request.confirmed: { type: boolean, source: conversation }
actions:
  orders.return: { input: { item: string }, effect: write }`;

const flow = `
start: ask
steps:
  ask: { kind: question, ask: Which item?, collects: [request.item], next: known }
  known:
    kind: decision
    branches: [{ when: customer.known, next: confirm }]
    otherwise: done
  confirm:
    kind: question
    ask: Shall I return it?
    includes: [timing]
    collects: [request.confirmed]
    next: confirmed
  confirmed:
    kind: decision
    branches: [{ when: request.confirmed, next: do-return }]
    otherwise: done
  do-return: { kind: action, call: orders.return, with: { item: request.item }, next: done, onError: done }
  done: { kind: end, outcome: done, say: Thank you for your patience. }`;

const guardrails = `
guardrails:
  timing: { disclose: Refunds take five days., before: [orders.return] }
  yes: { confirm: request.confirmed, before: [orders.return] }
  identity: { require: customer.known, before: [orders.return] }
  thanks: { alwaysSay: Thank you for your patience. }`;

const valid = `${facts}${flow}${guardrails}`;

/**
 * What is said of guardrails on every path. The engine finds it: each but the last comes with a contact that was run.
 * Where the guardrail warns instead of blocking, so does the problem.
 */
export const guardrailPathPages = [
  {
    code: 'disclosure-skipped',
    severity: 'error',
    summary: 'On every way to a step or action, what a guardrail discloses before it is said.',
    valid,
    invalid: valid
      .replace('    includes: [timing]\n', '')
      .replace('timing: {', 'timing: { title: When refunds arrive,'),
  },
  {
    code: 'confirmation-skipped',
    severity: 'error',
    summary: 'On every way to a step or action, the yes that a guardrail asks for before it was given.',
    valid,
    invalid: valid.replace('next: confirmed', 'next: do-return'),
  },
  {
    code: 'confirmation-lapsed',
    severity: 'error',
    summary:
      'Nothing that an action is given changes between the yes and the call: the yes would not be for it.',
    valid,
    invalid: valid
      .replace('next: known }', 'next: do-return }')
      .replace('start: ask', 'start: known')
      .replace('next: do-return }]', 'next: ask }]'),
  },
  {
    code: 'requirement-not-held',
    severity: 'error',
    summary: 'On every way to a step or action, what a guardrail requires before it holds.',
    valid,
    invalid: valid.replace('next: known }', 'next: confirm }'),
  },
  {
    code: 'always-say-skipped',
    severity: 'error',
    summary: 'On every way to an end, what a guardrail always wants said is said.',
    valid,
    invalid: valid.replace(', say: Thank you for your patience. }', ' }'),
  },
  {
    code: 'guardrail-undecided',
    severity: 'info',
    summary:
      'Whether a guardrail is kept on every way can be decided: conditions on the way are plain comparisons, and no way goes round in circles many times.',
    valid,
    invalid: valid.replace('next: known }', 'next: patience }').replace(
      '  known:\n',
      `  patience:
    kind: decision
    branches:
      - { when: visits("patience") > 9, next: do-return }
      - { when: customer.known, next: known }
    otherwise: patience
  known:\n`,
    ),
  },
] as const satisfies readonly RulePage[];

export type GuardrailPathCode = (typeof guardrailPathPages)[number]['code'];
