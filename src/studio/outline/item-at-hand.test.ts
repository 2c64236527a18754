import { expect, test } from 'vitest';
import { parseDocument } from '../../document/parse.ts';
import { itemAtHand } from './item-at-hand.ts';
import { outlineOf } from './outline-tree.ts';
import type { OutlineItem } from './outline-item.ts';
import { spokenName } from './outline-item.ts';

const text = `start: one
steps:
  one: { kind: message, say: Hello., next: two }
  two:
    kind: decision
    branches:
      - { when: turns > 3, label: Long, next: end }
    otherwise: three
  three: { kind: message, say: Bye., next: end }
  end: { kind: end, outcome: done }
`;

function outline(source: string, open = true): readonly OutlineItem[] {
  return outlineOf(parseDocument(source).procedure, new Map(), (key) => open || key === 'steps');
}

test('an item says number, title, kind and substance', () => {
  const two = outline(text).find(({ key }) => key === 'step:two')!;
  expect(spokenName(two)).toBe('2 Two, decision, 1 branch');
  const long = outline(text).find(({ key }) => key === 'two/branch/0')!;
  expect(spokenName(long)).toBe('Long, if turns is more than 3, leads to 4 End');
});

test('level, place and number of siblings are those of the whole tree', () => {
  const steps = outline(text, false).filter(({ parent }) => parent === 'steps');
  expect(steps.map(({ position, size, level }) => [position, size, level])).toEqual([
    [1, 4, 2],
    [2, 4, 2],
    [3, 4, 2],
    [4, 4, 2],
  ]);
});

test('after a deletion the next sibling is at hand, after the last one the one before it', () => {
  const before = outline(text, false);
  const without = outline(text.replace(/ {2}three:.*\n/, ''), false);
  expect(itemAtHand('step:three', before, without)?.key).toBe('step:end');
  const withoutEnd = outline(text.replace(/ {2}end:.*\n/, ''), false);
  expect(itemAtHand('step:end', before, withoutEnd)?.key).toBe('step:three');
});

test('when the last of them is gone, what it stood under is at hand', () => {
  const before = outline(text);
  const without = outline(text.replace(/ {4}branches:\n.*\n {4}otherwise: three/, ''));
  expect(itemAtHand('two/branch/0', before, without)?.key).toBe('two/otherwise');
  const noSteps = outline('start: one\n', false);
  expect(itemAtHand('step:one', outline(text, false), noSteps)?.key).toBe('steps');
});
