import { expect, test } from 'vitest';
import { parseDocument } from '../../document/parse.ts';
import { followedKeys } from './followed-keys.ts';

const text = `sop: 1
id: a
start: first
steps:
  first: { kind: message, say: Hello., next: last }
  last: { kind: end, outcome: done }
guardrails:
  calm: { tone: Plain words., appliesTo: all }
`;
const before = parseDocument(text);

function follow(keys: readonly string[], change: (text: string) => string) {
  return [...followedKeys(keys, before, parseDocument(change(text)))];
}

test('a renamed element is followed by its place', () => {
  expect(
    follow(['step:last', 'guardrail:calm'], (old) =>
      old.replaceAll('last', 'finish').replace('calm', 'kind'),
    ),
  ).toEqual([
    ['step:last', 'step:finish'],
    ['guardrail:calm', 'guardrail:kind'],
  ]);
});

test('what is gone is followed to nowhere', () => {
  expect(follow(['step:last'], (old) => old.replace(/ {2}last.*\n/, ''))).toEqual([['step:last', undefined]]);
});

test('what is still there, or cannot be read for the moment, stays', () => {
  expect(follow(['step:last'], (old) => old.replace('outcome: done', 'outcome: "done'))).toEqual([]);
  expect(follow(['step:last'], (old) => old.replace('Hello', 'Good day'))).toEqual([]);
  expect(follow(['step:never'], (old) => old.replace('Hello', 'Good day'))).toEqual([]);
});
