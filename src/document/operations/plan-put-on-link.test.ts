import { expect, test } from 'vitest';
import { readSource } from '../source/read-source.ts';
import { applyEdits } from '../text-edit.ts';
import type { Link } from './link.ts';
import { planPutOnLink } from './plan-put-on-link.ts';

const text = `sop: 1
start: ask
steps:
  ask: { kind: question, ask: Who?, next: done } # first
  check: { kind: decision, branches: [{ when: "true", next: ask }] }
  wired: { kind: message, say: Hi, next: ask }
  done: { kind: end, outcome: ok }
`;

function put(link: Link, id: string): string {
  const plan = planPutOnLink({ source: readSource(text) }, link, id);
  return plan.ok ? applyEdits(text, plan.edits) : plan.reason;
}

test('the link leads to the step, and the step by its usual way to where the link led', () => {
  expect(put({ from: 'ask', slot: 'next' }, 'check')).toBe(
    text
      .replace('next: done } # first', 'next: check } # first')
      .replace('next: ask }] }', 'next: ask }], otherwise: done }'),
  );
});

test('a link that leads nowhere only leads to it', () => {
  expect(put({ from: 'check', slot: 'otherwise' }, 'wired')).toBe(
    text.replace('next: ask }] }', 'next: ask }], otherwise: wired }'),
  );
});

test.each([
  [{ from: 'ask', slot: 'next' }, 'wired', '“wired” leads to “ask” already. Disconnect it first.'],
  [{ from: undefined, slot: 'start' }, 'done', 'Nothing can follow “done”, so it cannot stand on this link.'],
  [{ from: 'ask', slot: 'next' }, 'ask', 'A step cannot stand on a link of its own.'],
  [{ from: 'ask', slot: 'next' }, 'done', 'The link leads to “done” already.'],
  [{ from: 'ask', slot: 'next' }, 'nowhere', 'There is no step “nowhere”.'],
] as const)('on %j, %s is refused in plain words', (link, id, reason) => {
  expect(put(link, id)).toBe(reason);
});
