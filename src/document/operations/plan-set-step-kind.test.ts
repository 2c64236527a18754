import { expect, test } from 'vitest';
import { readSource } from '../source/read-source.ts';
import { applyEdits } from '../text-edit.ts';
import type { StepKind } from '../model.ts';
import { fieldsLost, planSetStepKind } from './plan-set-step-kind.ts';

const text = `start: hello
steps:
  hello:   # the first words
    kind: message # said
    title: Greeting
    say: "Hello!" # politely
    includes: [timing]
    x-note: 1
    next: bye
  ask: { kind: question, ask: Who?, collects: [name], retries: 2, giveUp: bye, next: bye }
  bye: { kind: end, outcome: done, say: Bye. }
`;

function as(id: string, kind: StepKind): string {
  const plan = planSetStepKind({ source: readSource(text) }, id, kind);
  return plan.ok ? applyEdits(text, plan.edits) : plan.code;
}

test('the words of a message become what a question asks, comments and order untouched', () => {
  expect(as('hello', 'question')).toBe(
    text.replace('kind: message', 'kind: question').replace('say: "Hello!"', 'ask: "Hello!"'),
  );
});

test('what the new kind does not have goes, with its comment', () => {
  expect(as('hello', 'escalation')).toBe(
    text
      .replace('kind: message', 'kind: escalation')
      .replace('    includes: [timing]\n', '')
      .replace('    next: bye\n', ''),
  );
  expect(as('ask', 'message')).toBe(
    text.replace(
      '{ kind: question, ask: Who?, collects: [name], retries: 2, giveUp: bye, next: bye }',
      '{ kind: message, say: Who?, next: bye }',
    ),
  );
});

test('the usual way on stays one', () => {
  expect(as('ask', 'decision')).toContain('ask: { kind: decision, otherwise: bye }');
});

test('a step that has that kind already is left alone, and one that is not there is refused', () => {
  expect(as('bye', 'end')).toBe(text);
  expect(as('gone', 'end')).toBe('step-not-found');
});

test('it is told beforehand what would be lost', () => {
  const document = { source: readSource(text) };
  expect(fieldsLost(document, 'hello', 'question')).toEqual([]);
  expect(fieldsLost(document, 'hello', 'escalation')).toEqual(['includes', 'next']);
  expect(fieldsLost(document, 'ask', 'decision')).toEqual(['ask', 'collects', 'retries', 'giveUp']);
});
