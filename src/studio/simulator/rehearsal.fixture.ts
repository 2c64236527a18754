import { parseDocument } from '../../document/parse.ts';
import { compileProcedure } from '../../engine/compile.ts';
import { parseContacts } from '../../engine/contacts/parse-contacts.ts';
import type { Contact } from '../../engine/contact.ts';
import type { Program } from '../../engine/program.ts';

/** A small procedure with one of everything that a rehearsal shows. */
export const refundText = `sop: 1
id: refunds
title: Refunds
scope: { intents: [refund], channels: [chat], locales: [en] }
facts:
  order.total: { type: number }
  request.confirmed: { type: boolean, source: conversation }
  payment.id: { type: string }
  sentiment: { type: number, source: signal }
parameters:
  limit: { type: number, value: 50 }
actions:
  refund: { input: { amount: number }, effect: write }
start: hello
steps:
  hello: { kind: message, say: Hello., includes: [timing], next: how-much }
  how-much:
    kind: decision
    branches:
      - { when: order.total > parameters.limit, label: Above the limit, next: person }
    otherwise: sure
  sure: { kind: question, ask: Shall I go ahead?, collects: [request.confirmed], next: agreed }
  agreed:
    kind: decision
    branches: [{ when: request.confirmed, label: "Yes", next: pay }]
    otherwise: denied
  pay: { kind: action, call: refund, with: { amount: order.total }, next: done, onError: person }
  person:
    kind: escalation
    queue: tier-2
    triggers: [{ when: sentiment < -0.5, category: sentiment }]
    handoff: "Total {{order.total}}."
  done: { kind: end, outcome: refunded, say: Done. }
  denied: { kind: end, outcome: denied }
guardrails:
  timing: { title: Timing, disclose: It takes 5 days., before: [refund] }
  yes-first: { confirm: request.confirmed, before: [refund] }
`;

export const refundContacts = `- id: agrees
  intent: refund
  channel: chat
  facts: { order: { total: 20 } }
  turns:
    - { say: Yes., facts: { request.confirmed: true } }
  results: { refund: { facts: { payment.id: p-1 } } }
  expect: { outcome: refunded }
- id: silent
  intent: refund
  channel: chat
  facts: { order.total: 20 }
- id: blank
  intent: refund
  channel: chat
- id: furious
  intent: refund
  channel: chat
  facts: { order.total: 20 }
  turns:
    - { say: This is a scandal!, facts: { sentiment: -0.9 } }
- id: elsewhere
  intent: cancel
  channel: chat
`;

export function programOf(text: string): Program {
  const compiled = compileProcedure(parseDocument(text));
  if (!compiled.ok) throw new Error(compiled.problems.map(({ message }) => message).join('\n'));
  return compiled.program;
}

export function contactNamed(id: string, text = refundContacts): Contact {
  const contact = parseContacts(text, 'yaml').contacts.find((one) => one.id === id);
  if (!contact) throw new Error(`no contact ${id}`);
  return contact;
}
