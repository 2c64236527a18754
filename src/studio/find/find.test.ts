import { expect, test } from 'vitest';
import { parseDocument } from '../../document/parse.ts';
import { contactTexts } from './contact-texts.ts';
import { findMatches, keysOf } from './find-matches.ts';
import { placeWords } from './place-words.ts';
import { procedureTexts } from './procedure-texts.ts';

const text = `sop: 1
id: returns
title: Returns
facts:
  refund: { type: number, unit: USD, source: orders.get, description: What the customer gets back }
  customer.vip: { type: boolean, source: auth.session }
parameters:
  autoRefundLimit: { type: number, value: 50, unit: USD }
actions:
  orders.return: { input: { orderId: string }, effect: write }
start: eligible
steps:
  eligible:
    kind: decision
    branches:
      - { when: refund > parameters.autoRefundLimit, label: Above the limit, next: supervisor }
    otherwise: done
  supervisor:
    kind: escalation
    queue: tier-2
    say: { en: A colleague will look at it., de: Eine Kollegin sieht es sich an. }
  done: { kind: end, outcome: returned }
guardrails:
  no-promises: { title: No promises, neverSay: [guarantee], appliesTo: all }
`;
const document = parseDocument(text);

function found(typed: string, matchesCase = false): readonly string[] {
  return findMatches(procedureTexts(document), { text: typed, matchesCase }).map((match) =>
    [match.at.in === 'procedure' ? match.at.path.slice(0, 2).join('/') : '', placeWords(match)].join(' · '),
  );
}

test('titles, ids, wording and labels are found', () => {
  expect(found('No promises')).toEqual(['guardrails/no-promises · title']);
  expect(found('supervisor')).toEqual(['steps/eligible · branch 1, leads to', 'steps/supervisor · id']);
  expect(found('Kollegin')).toEqual(['steps/supervisor · says, de']);
  expect(found('above the')).toEqual(['steps/eligible · branch 1, label']);
});

test('facts, parameters with their values, and actions are found', () => {
  expect(found('customer.vip')).toEqual(['facts/customer.vip · id']);
  expect(found('gets back')).toEqual(['facts/refund · description']);
  expect(found('50')).toEqual(['parameters/autoRefundLimit · value']);
  expect(found('orders.return')).toEqual(['actions/orders.return · id']);
  expect(found('orderId')).toEqual(['actions/orders.return · input, orderId']);
});

test('a condition is found as it is written and as it is said, once', () => {
  expect(found('refund > ')).toEqual(['steps/eligible · branch 1, condition']);
  expect(found('is more than')).toEqual(['steps/eligible · branch 1, condition, in words']);
  expect(found('refund').filter((each) => each.startsWith('steps/eligible'))).toHaveLength(1);
});

test('words of the format are not found in every step', () => {
  expect(found('escalation')).toEqual([]);
  expect(found('write')).toEqual([]);
});

test('case counts only when it is asked for', () => {
  expect(found('RETURNED')).toEqual(['steps/done · outcome']);
  expect(found('RETURNED', true)).toEqual([]);
  expect(found('Above', true)).toHaveLength(1);
});

test('every occurrence within a place is told', () => {
  const [match] = findMatches([{ at: { in: 'note', id: 'a' }, part: 'value', text: 'no no No' }], {
    text: 'no',
    matchesCase: false,
  });
  expect(match?.ranges).toEqual([
    [0, 2],
    [3, 5],
    [6, 8],
  ]);
});

test('a letter that grows in lower case moves no match', () => {
  const [match] = findMatches([{ at: { in: 'note', id: 'a' }, part: 'value', text: 'İ stays' }], {
    text: 'stays',
    matchesCase: false,
  });
  expect(match?.ranges).toEqual([[2, 7]]);
});

test('the elements with matches are listed in the order of the text', () => {
  const matches = findMatches(procedureTexts(document), { text: 'o', matchesCase: false });
  expect(keysOf(matches)).toEqual(['step:eligible', 'step:supervisor', 'step:done', 'guardrail:no-promises']);
});

test('an edit leaves the collected texts of other entries as they are', () => {
  const next = parseDocument(text.replace('outcome: returned', 'outcome: sent back'), document);
  const of = (each: typeof document) =>
    procedureTexts(each).filter(
      ({ at, part }) => at.in === 'procedure' && at.path[1] === 'supervisor' && part === 'value',
    );
  expect(of(next)).toHaveLength(of(document).length);
  for (const [index, each] of of(next).entries()) expect(each).toBe(of(document)[index]);
  expect(findMatches(procedureTexts(next), { text: 'sent back', matchesCase: false })).toHaveLength(1);
});

test('contacts are found by what they say', () => {
  const texts = contactTexts('- id: late\n  intent: return\n  turns: [{ says: Where is my parcel }]\n');
  const [match] = findMatches(texts, { text: 'parcel', matchesCase: false });
  expect(match?.at).toEqual({ in: 'contact', contact: 'late', path: ['turns', 0, 'says'] });
});
