import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from '../parse.ts';
import { readingOrder } from './reading-order.ts';

function numbers(text: string): readonly string[] {
  return readingOrder(parseDocument(text).procedure).map(({ number, id }) => `${number} ${id}`);
}

test('the usual case goes straight on, what goes off a step follows it under its number', () => {
  const text = `start: ask
steps:
  done: { kind: end, outcome: done }
  ask: { kind: question, ask: What?, next: check }
  check:
    kind: decision
    branches:
      - { when: turns > 3, next: sorry }
      - { when: turns > 2, next: hurry }
    otherwise: do
  do: { kind: action, call: a, next: done, onError: person }
  hurry: { kind: message, say: Quick., next: hurried }
  hurried: { kind: end, outcome: hurried }
  sorry: { kind: end, outcome: sorry }
  person: { kind: escalation, queue: people, triggers: [{ when: turns > 9, category: sentiment }] }
  nobody: { kind: end, outcome: none }
`;
  expect(numbers(text)).toEqual([
    '1 ask',
    '2 check',
    '2a.1 sorry',
    '2b.1 hurry',
    '2b.2 hurried',
    '3 do',
    '4 done',
    '5 person',
    '6 nobody',
  ]);
});

test('what lines beside lead to stands beside them, what the line itself leads to as well stands after it', () => {
  const text = `start: check
steps:
  check:
    kind: decision
    branches:
      - { when: turns > 3, next: a }
      - { when: turns > 2, next: b }
    otherwise: on
  a: { kind: message, say: A., next: joined }
  b: { kind: message, say: B., next: joined }
  joined: { kind: message, say: J., next: deny }
  on: { kind: decision, branches: [{ when: turns > 1, next: deny }], otherwise: last }
  last: { kind: message, say: L., next: end }
  end: { kind: end, outcome: end }
  deny: { kind: end, outcome: denied }
`;
  expect(numbers(text)).toEqual([
    '1 check',
    '1a.1 a',
    '1b.1 b',
    '1d.1 joined',
    '2 on',
    '3 last',
    '4 end',
    '5 deny',
  ]);
});

test('a decision whose otherwise ends usually takes the only branch that goes on', () => {
  const text = `start: ok
steps:
  ok: { kind: decision, branches: [{ when: turns > 1, next: do }], otherwise: no }
  do: { kind: message, say: Done., next: yes }
  yes: { kind: end, outcome: yes }
  no: { kind: end, outcome: no }
`;
  expect(numbers(text)).toEqual(['1 ok', '1b.1 no', '2 do', '3 yes']);
});

test('every step has one place and a number of its own, whatever leads where', () => {
  const target = fc.integer({ min: 0, max: 9 });
  const step = fc.record({ next: target, branches: fc.array(target, { maxLength: 3 }) });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 10 }), (steps) => {
      const text = `start: s0\nsteps:\n${steps
        .map(
          ({ next, branches }, index) =>
            `  s${index}: { kind: decision, branches: [${branches.map((to) => `{ when: turns > ${to}, next: s${to} }`).join(', ')}], otherwise: s${next} }`,
        )
        .join('\n')}\n`;
      const rows = readingOrder(parseDocument(text).procedure);
      expect(rows.map(({ id }) => id).sort()).toEqual(steps.map((_, index) => `s${index}`).sort());
      expect(new Set(rows.map(({ number }) => number)).size).toBe(steps.length);
    }),
    { numRuns: 200 },
  );
});

test('while only words change the rows are the same ones; with a way they are made anew', () => {
  const text = `start: ask
steps:
  ask: { kind: message, say: What?, next: check }
  check: { kind: decision, branches: [{ when: turns > 3, next: sorry }], otherwise: done }
  sorry: { kind: end, outcome: sorry }
  done: { kind: end, outcome: done }
`;
  const before = readingOrder(parseDocument(text).procedure);
  const reworded = parseDocument(text.replace('What?', 'What now?')).procedure;
  expect(readingOrder(reworded)).toBe(before);
  const turned = text.replace('otherwise: done', 'otherwise: sorry').replace('next: sorry', 'next: done');
  expect(numbers(turned)).toEqual(['1 ask', '2 check', '2a.1 done', '3 sorry']);
  expect(numbers(text)).toEqual(['1 ask', '2 check', '2a.1 sorry', '3 done']);
  expect(numbers(text.replace('turns > 3,', 'turns > 3, label: Long,'))).toEqual(numbers(text));
  expect(numbers(text.replace('start: ask', 'start: check')).at(-1)).toBe('3 ask');
});
