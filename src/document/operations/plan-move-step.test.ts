import { expect, test } from 'vitest';
import { parseDocument } from '../parse.ts';
import { applyEdits } from '../text-edit.ts';
import type { Link } from './link.ts';
import { planMoveStep } from './plan-move-step.ts';

const text = `start: one
steps:
  one: { kind: message, say: One., next: two }  # first
  two: { kind: message, say: Two., next: three }
  three: { kind: message, say: Three., next: end }
  end: { kind: end, outcome: done }
`;

function moved(id: string, to: Link): string {
  const plan = planMoveStep(parseDocument(text), id, to);
  return plan.ok ? applyEdits(text, plan.edits) : plan.reason;
}

test('a step changes places with the one after it, and nothing else is touched', () => {
  expect(moved('two', { from: 'three', slot: 'next' })).toBe(
    text
      .replace('next: two', 'next: three')
      .replace('Two., next: three', 'Two., next: end')
      .replace('Three., next: end', 'Three., next: two'),
  );
});

test('a step moved to the beginning becomes the start', () => {
  expect(moved('two', { from: undefined, slot: 'start' })).toBe(
    text
      .replace('start: one', 'start: two')
      .replace('next: two', 'next: three')
      .replace('Two., next: three', 'Two., next: one'),
  );
});

test('a step put where it is stays there', () => {
  expect(moved('two', { from: 'one', slot: 'next' })).toBe(text);
});

test('an end cannot come between two steps', () => {
  expect(moved('end', { from: 'one', slot: 'next' })).toContain('Nothing can follow “end”');
});
