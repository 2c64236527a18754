import { expect, test } from 'vitest';
import { planned } from '../../document/operations/plan.ts';
import { createSession } from './create-session.ts';
import type { OpenableSession } from './create-session.ts';
import type { PeerMessage, Transport } from './transport.ts';

/** Frames that the test draws, a clock that it turns. */
function driver() {
  const frames: (() => void)[] = [];
  const clock = { at: 1000 };
  return {
    clock,
    soon: (callback: () => void) => void frames.push(callback),
    now: () => clock.at,
    frame: () => {
      for (const callback of frames.splice(0)) callback();
    },
  };
}

function opened(text = ''): { session: OpenableSession; drive: ReturnType<typeof driver> } {
  const drive = driver();
  const session = createSession({ id: 'p', soon: drive.soon, now: drive.now });
  if (text !== '') session.apply(planned([{ from: 0, to: 0, insert: text }]), 'Fill');
  return { session, drive };
}

/** Both ends of one line; messages arrive at once. */
function line(): readonly [Transport, Transport] {
  const ends: ((message: PeerMessage) => void)[][] = [[], []];
  const end = (mine: number, other: number): Transport => ({
    send: (message) => ends[other]?.forEach((listener) => listener(message)),
    receive: (listener) => void ends[mine]?.push(listener),
    close: () => void ends[mine]?.splice(0),
  });
  return [end(0, 1), end(1, 0)];
}

function pair() {
  const [left, right] = line();
  const drive = driver();
  const a = createSession({ id: 'p', soon: drive.soon, now: drive.now, transport: left });
  const b = createSession({ id: 'p', soon: drive.soon, now: drive.now, transport: right });
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 3; round++) {
      drive.frame();
      await a.saved();
      await b.saved();
      drive.frame();
    }
  };
  return { a, b, drive, settle };
}

const at = (x: number, y: number) => ({ x, y });

test('a gesture is parsed at once and undone as one step, text and positions together', () => {
  const { session } = opened('title: Before\n');
  const plan = planned([{ from: 7, to: 13, insert: 'After' }], {
    renamed: [{ from: 'step:a', to: 'step:b' }],
  });
  session.place(new Map([['step:a', at(1, 2)]]));
  session.apply(plan, 'Rename', { positions: new Map([['step:c', at(5, 5)]]) });
  expect(session.snapshot().document.text).toBe('title: After\n');
  expect([...session.snapshot().positions]).toEqual([
    ['step:b', at(1, 2)],
    ['step:c', at(5, 5)],
  ]);
  expect(session.snapshot().undoLabel).toBe('Rename');

  session.undo();
  expect(session.snapshot().document.text).toBe('title: Before\n');
  expect([...session.snapshot().positions]).toEqual([['step:a', at(1, 2)]]);
  expect(session.snapshot().redoLabel).toBe('Rename');

  session.redo();
  expect(session.snapshot().document.text).toBe('title: After\n');
  expect(session.snapshot().positions.get('step:b')).toEqual(at(1, 2));
});

test('the first layout cannot be undone, a move can', () => {
  const { session } = opened();
  session.place(new Map([['step:a', at(0, 0)]]));
  expect(session.snapshot().canUndo).toBe(false);
  session.arrange({ positions: new Map([['step:a', at(9, 9)]]) }, 'Move');
  session.undo();
  expect(session.snapshot().positions.get('step:a')).toEqual(at(0, 0));
  expect(session.snapshot().canUndo).toBe(false);
});

test('quick typing is one step, a pause or a gesture begins another', () => {
  const { session, drive } = opened();
  for (const [index, letter] of [...'abc'].entries()) {
    session.edit([{ from: index, to: index, insert: letter }], 'Typing');
    drive.clock.at += 100;
  }
  drive.clock.at += 600;
  session.edit([{ from: 3, to: 3, insert: 'd' }], 'Typing');
  session.arrange({ positions: new Map([['step:a', at(1, 1)]]) }, 'Move');
  session.edit([{ from: 4, to: 4, insert: 'e' }], 'Typing');
  drive.frame();
  const texts: string[] = [];
  while (session.snapshot().canUndo) {
    session.undo();
    texts.push(session.text.toString());
  }
  expect(texts).toEqual(['abcd', 'abcd', 'abc', '']);
});

test('typing that says it continues does so after a pause, but never across an undo', () => {
  const { session, drive } = opened();
  session.edit([{ from: 0, to: 0, insert: 'a' }], 'Typing');
  drive.clock.at += 5000;
  session.edit([{ from: 1, to: 1, insert: 'b' }], 'Typing', true);
  session.undo();
  expect(session.text.toString()).toBe('');
  session.redo();
  session.edit([{ from: 2, to: 2, insert: 'c' }], 'Typing', true);
  session.undo();
  expect(session.text.toString()).toBe('ab');
});

test('text that an undo brought back and that was edited again is taken back whole', () => {
  const { session } = opened();
  session.edit([{ from: 0, to: 0, insert: ': ' }], 'Typing', false);
  session.edit([{ from: 0, to: 2, insert: 'x' }], 'Typing', false);
  session.undo();
  session.edit([{ from: 0, to: 1, insert: 'x' }], 'Typing', false);
  session.undo();
  session.undo();
  expect(session.text.toString()).toBe('');
});

test('typing is parsed once per frame', () => {
  const { session, drive } = opened();
  let seen = 0;
  session.subscribe(() => seen++);
  session.edit([{ from: 0, to: 0, insert: 'title: ' }], 'Typing');
  session.edit([{ from: 7, to: 7, insert: 'X' }], 'Typing');
  expect(session.snapshot().document.text).toBe('');
  drive.frame();
  expect(session.snapshot().document.text).toBe('title: X');
  expect(seen).toBe(1);
});

test('the snapshot keeps its identity until something changes', () => {
  const { session } = opened('title: X\n');
  const before = session.snapshot();
  session.undoContacts();
  expect(session.snapshot()).toBe(before);
});

test('contacts have a history of their own', () => {
  const { session } = opened('title: X\n');
  session.editContacts([{ from: 0, to: 0, insert: '- id: one\n' }], 'Typing');
  session.undo();
  expect(session.text.toString()).toBe('');
  expect(session.contacts.toString()).toBe('- id: one\n');
  session.undoContacts();
  expect(session.contacts.toString()).toBe('');
});

test('a plan made before the last keystroke is moved along, or refused where the keystroke touched it', () => {
  const { session } = opened('title: Old\nid: x\n');
  session.edit([{ from: 0, to: 0, insert: '# note\n' }], 'Typing');
  const moved = session.apply(planned([{ from: 15, to: 16, insert: 'y' }]), 'Set id');
  expect(moved.ok).toBe(true);
  expect(session.text.toString()).toBe('# note\ntitle: Old\nid: y\n');
  session.edit([{ from: 14, to: 17, insert: 'New' }], 'Typing');
  const touched = session.apply(planned([{ from: 14, to: 17, insert: 'Other' }]), 'Set title');
  expect(touched.ok).toBe(false);
  expect(session.text.toString()).toBe('# note\ntitle: New\nid: y\n');
});

test('a half-typed text stays with its author until it parses', async () => {
  const { a, b, settle } = pair();
  a.apply(planned([{ from: 0, to: 0, insert: 'title: Shop\n' }]), 'Fill');
  await settle();
  expect(b.snapshot().document.text).toBe('title: Shop\n');

  a.edit([{ from: 12, to: 12, insert: 'owner: "Op' }], 'Typing');
  await settle();
  expect(a.snapshot().sharing).toMatchObject({ kind: 'not-shared', line: 2 });
  expect(a.snapshot().lastWellFormed.text).toBe('title: Shop\n');
  expect(b.snapshot().document.text).toBe('title: Shop\n');

  // The other goes on, and the author sees it at once.
  b.apply(planned([{ from: 7, to: 11, insert: 'Store' }]), 'Set title');
  await settle();
  expect(a.snapshot().document.text).toBe('title: Store\nowner: "Op');

  a.edit([{ from: 23, to: 23, insert: 's"\n' }], 'Typing');
  await settle();
  expect(a.snapshot().sharing.kind).not.toBe('not-shared');
  expect(b.snapshot().document.text).toBe('title: Store\nowner: "Ops"\n');
});

test("undo takes back one's own changes only", async () => {
  const { a, b, settle } = pair();
  a.apply(planned([{ from: 0, to: 0, insert: 'title: A\n' }]), 'Fill');
  await settle();
  b.apply(planned([{ from: 9, to: 9, insert: 'owner: B\n' }]), 'Add');
  await settle();
  a.undo();
  await settle();
  expect(a.text.toString()).toBe('owner: B\n');
  expect(b.text.toString()).toBe('owner: B\n');
});

test("an undo goes around what the other wrote meanwhile, and leaves the other's moves alone", async () => {
  const { a, b, settle } = pair();
  a.apply(planned([{ from: 0, to: 0, insert: 'title: Shop of A\n' }]), 'Fill', {
    positions: new Map([['step:a', at(1, 1)]]),
  });
  await settle();
  a.apply(planned([{ from: 7, to: 16, insert: '' }]), 'Empty');
  await settle();
  b.edit([{ from: 7, to: 7, insert: 'B ' }], 'Typing');
  b.arrange({ positions: new Map([['step:a', at(7, 7)]]) }, 'Move');
  await settle();
  a.undo();
  expect(a.text.toString()).toBe('title: B Shop of A\n');
  a.undo();
  expect(a.text.toString()).toBe('B ');
  expect(a.snapshot().positions.get('step:a')).toEqual(at(7, 7));
  a.redo();
  a.redo();
  expect(a.text.toString()).toBe('title: B \n');
});

test('one who comes later is told what the others have, and tells what they lack', async () => {
  const [left, right] = line();
  const drive = driver();
  const a = createSession({ id: 'p', soon: drive.soon, now: drive.now, transport: left });
  a.apply(planned([{ from: 0, to: 0, insert: 'title: A\n' }]), 'Fill');
  await a.saved();
  const earlier = createSession({ id: 'p', soon: drive.soon, now: drive.now });
  earlier.apply(planned([{ from: 0, to: 0, insert: 'owner: B\n' }]), 'Fill');
  const Y = await import('yjs');
  const shared = new Y.Doc();
  if (earlier.text.doc) Y.applyUpdate(shared, Y.encodeStateAsUpdate(earlier.text.doc));
  const b = createSession({ id: 'p', soon: drive.soon, now: drive.now, transport: right, shared });
  drive.frame();
  expect(a.snapshot().document.text).toBe(b.snapshot().document.text);
  expect(a.snapshot().document.text).toContain('title: A');
  expect(a.snapshot().document.text).toContain('owner: B');
});

test('notes and sections are kept, undone and shared like positions; a section follows the renaming of its members', async () => {
  const { a, b, settle } = pair();
  a.apply(planned([{ from: 0, to: 0, insert: 'sop: 1\nsteps:\n  one: { kind: end }\n' }]), 'Fill');
  const note = { text: 'Why?', x: 0, y: 0, width: 200, height: 120, tone: 'yellow' as const };
  const section = { title: 'First', members: ['step:one'], collapsed: false };
  a.arrange({ notes: new Map([['n', note]]) }, 'Add note');
  a.arrange({ sections: new Map([['s', section]]) }, 'Group');
  await settle();
  expect(b.snapshot().notes.get('n')).toEqual(note);
  a.apply(
    planned([{ from: 16, to: 19, insert: 'two' }], { renamed: [{ from: 'step:one', to: 'step:two' }] }),
    'Rename',
  );
  await settle();
  expect(b.snapshot().sections.get('s')).toEqual({ ...section, members: ['step:two'] });
  a.undo();
  expect(a.snapshot().sections.get('s')).toEqual(section);
  a.arrange({ notes: new Map([['n', undefined]]) }, 'Delete note');
  expect(a.snapshot().notes.size).toBe(0);
  a.undo();
  a.undo();
  await settle();
  expect(a.snapshot().notes.get('n')).toEqual(note);
  expect(b.snapshot().sections.size).toBe(0);
});
