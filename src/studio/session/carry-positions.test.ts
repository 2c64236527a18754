import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../document/text-edit.ts';
import { parseDocument } from '../../document/parse.ts';
import { createSession } from './create-session.ts';

const procedure = `sop: 1
id: p
title: P
start: ask
steps:
  ask: # first of all
    kind: question
    ask: Which order?
    next: done
  "done": { kind: end, outcome: done }
guardrails:
  calm: { tone: Be calm. }
`;
const at = (x: number, y: number) => ({ x, y });

function opened() {
  const frames: (() => void)[] = [];
  const session = createSession({ id: 'p', soon: (callback) => void frames.push(callback), now: () => 0 });
  session.edit([{ from: 0, to: 0, insert: procedure }], 'Paste');
  const frame = (): void => frames.splice(0).forEach((callback) => callback());
  frame();
  session.place(
    new Map([
      ['step:ask', at(1, 1)],
      ['step:done', at(2, 2)],
      ['guardrail:calm', at(3, 3)],
    ]),
  );
  const type = (from: number, to: number, insert: string): void =>
    session.edit([{ from, to, insert }], 'Typing');
  const where = (word: string): number => session.text.toString().indexOf(word);
  const position = (key: string) => session.snapshot().positions.get(key);
  return { session, frame, type, where, position };
}

describe('an id that is typed over takes its position along', () => {
  test('letter by letter, within one frame and across frames', () => {
    const { frame, type, where, position } = opened();
    const start = where('ask:');
    type(start + 3, start + 3, 'e');
    type(start + 4, start + 4, 'd');
    frame();
    type(start + 5, start + 5, '2');
    frame();
    expect(position('step:asked2')).toEqual(at(1, 1));
    expect(position('step:asked')).toBeUndefined();
  });

  test('selected as a whole and replaced', () => {
    const { frame, type, where, position } = opened();
    const start = where('calm:');
    type(start, start + 4, 'k');
    type(start + 1, start + 1, 'ind');
    frame();
    expect(position('guardrail:kind')).toEqual(at(3, 3));
  });

  test('emptied first, then written anew', () => {
    const { frame, type, where, position } = opened();
    const start = where('ask:');
    type(start, start + 3, '');
    frame();
    type(start, start, 'question');
    frame();
    expect(position('step:question')).toEqual(at(1, 1));
  });

  test('within its quotes', () => {
    const { frame, type, where, position } = opened();
    const start = where('"done"') + 1;
    type(start + 4, start + 4, ' now');
    frame();
    expect(position('step:done now')).toEqual(at(2, 2));
  });

  test('and undoing the typing brings both back', () => {
    const { session, frame, type, where, position } = opened();
    const start = where('ask:');
    type(start, start + 3, 'who');
    frame();
    session.undo();
    expect(position('step:ask')).toEqual(at(1, 1));
    expect(position('step:who')).toBeUndefined();
    expect(session.text.toString()).toBe(procedure);
  });
});

describe('what is no renaming moves nothing', () => {
  test('typing in a value', () => {
    const { frame, type, where, position } = opened();
    type(where('Which'), where('Which'), 'So, ');
    frame();
    expect(position('step:ask')).toEqual(at(1, 1));
  });

  test('an id that vanishes keeps its position for the way back', () => {
    const { session, frame, type, where, position } = opened();
    const line = where('  "done"');
    const gone = session.text.toString().slice(line, where('guardrails:'));
    type(line, line + gone.length, '');
    frame();
    expect(session.snapshot().document.procedure.steps.has('done')).toBe(false);
    type(line, line, gone);
    frame();
    expect(position('step:done')).toEqual(at(2, 2));
  });

  test('a key that is typed before a colon of its own', () => {
    const { frame, type, where, position } = opened();
    type(where('    kind: question'), where('    kind: question'), '    title: T\n');
    frame();
    expect(position('step:ask')).toEqual(at(1, 1));
  });
});

test('a text that breaks keeps the last readable version of what it breaks, also for who opens it broken', async () => {
  const Y = await import('yjs');
  const { session, frame, type, where } = opened();
  type(where('Which'), where('Which'), '"half ');
  frame();
  const { document, lastWellFormed, ghosts } = session.snapshot();
  expect(document.wellFormed).toBe(false);
  expect(lastWellFormed.text).toBe(procedure);
  for (const key of document.broken) expect(ghosts.has(key)).toBe(true);

  const shared = new Y.Doc();
  const good = opened().session;
  if (good.text.doc) Y.applyUpdate(shared, Y.encodeStateAsUpdate(good.text.doc));
  const held: Uint8Array[] = [];
  const draft = new Y.Doc();
  Y.applyUpdate(draft, Y.encodeStateAsUpdate(shared));
  draft.on('update', (update: Uint8Array) => held.push(update));
  draft.getText('text').insert(where('"half'), '"half ');
  const again = createSession({ id: 'p', soon: () => undefined, now: () => 0, shared, held });
  expect(again.snapshot().document.wellFormed).toBe(false);
  expect(again.snapshot().lastWellFormed.text).toBe(procedure);
  expect([...again.snapshot().ghosts.keys()]).toEqual(again.snapshot().document.broken);
  expect(again.snapshot().sharing.kind).toBe('not-shared');
});

test('what is typed is what the document reads', () => {
  const { session, frame, type, where } = opened();
  const from = where('Be calm');
  type(from, from + 2, 'Stay');
  frame();
  expect(session.snapshot().document.text).toBe(
    applyEdits(procedure, [{ from, to: from + 2, insert: 'Stay' }]),
  );
  expect(session.snapshot().document.procedure).toEqual(parseDocument(session.text.toString()).procedure);
});
