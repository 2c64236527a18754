import { expect, test } from 'vitest';
import { parseDocument } from '../parse.ts';
import { proveDocument } from './prove-document.ts';
import { provedStatements } from './proved-statements.ts';

const text = `sop: 1
id: example
facts:
  order.id: { type: string }
  order.late: { type: boolean }
start: ask
steps:
  ask: { kind: question, ask: Which order?, includes: [timing], collects: [order.id], next: check }
  check:
    kind: decision
    branches: [{ when: order.late, next: person }, { when: "!order.late", next: done }]
  person: { kind: escalation, queue: tier-2 }
  done: { kind: end, outcome: done }
guardrails:
  timing: { title: When refunds arrive, disclose: Refunds take five days., before: [done] }
  no-promises: { neverSay: [guarantee] }
`;
const statementsOf = (of: string, walked = true): readonly string[] => {
  const document = parseDocument(of);
  return provedStatements(document, [...document.diagnostics, ...proveDocument(document)], walked);
};

test('what is proved is said in plain sentences', () => {
  expect(statementsOf(text)).toEqual([
    'All 4 steps can be reached, and from each a way leads to an end or to a person.',
    'Every path says “When refunds arrive” in time.',
    '1 decision covers every case.',
    'The words of 2 texts keep to what must not be said and to the limits.',
  ]);
});

test('nothing is said that something speaks against, or that was not looked at', () => {
  const said = statementsOf(
    text
      .replace('"!order.late"', 'order.id == "7"')
      .replace('Which order?', 'We guarantee it. Which order?')
      .replace('start: ask', 'start: check'),
    false,
  );
  expect(said).toEqual([]);
  expect(statementsOf(text.replace('{ kind: end', '{ kind: end, "'))).toEqual([]);
});
