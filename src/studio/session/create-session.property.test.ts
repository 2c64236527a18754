import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planned } from '../../document/operations/plan.ts';
import { createSession } from './create-session.ts';
import type { PeerMessage, Transport } from './transport.ts';

const seed = Number(process.env['SEED'] ?? 20261122);
const runs = Number(process.env['RUNS'] ?? 60);
const start = 'sop: 1\nid: p\ntitle: P\nsteps:\n  a: { kind: end, outcome: x }\n';

/** What a person may do; places are fractions of the text's length. */
type Act =
  | { readonly kind: 'type' | 'plan'; readonly at: number; readonly length: number; readonly insert: string }
  | { readonly kind: 'move'; readonly key: string; readonly x: number }
  | { readonly kind: 'undo' | 'redo' | 'frame' | 'deliver' };

const place = fc.double({ min: 0, max: 1, noNaN: true });
const snippet = fc.constantFrom(
  'x',
  ' ',
  '\n',
  '"',
  '  b: { kind: end }\n',
  '# note\n',
  ': ',
  '{',
  'title: ',
  'ü',
);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('type' as const, 'plan' as const),
      at: place,
      length: fc.nat(4),
      insert: snippet,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      key: fc.constantFrom('step:a', 'step:b'),
      x: fc.nat(100),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('undo' as const, 'redo' as const, 'frame' as const, 'deliver' as const),
    }),
  },
);

/** Two sessions on one line, whose messages wait until they are delivered. */
function linked() {
  const frames: (() => void)[] = [];
  const posted: (() => void)[] = [];
  const inboxes: ((message: PeerMessage) => void)[][] = [[], []];
  const end = (mine: number, other: number): Transport => ({
    send: (message) => void posted.push(() => inboxes[other]?.forEach((listener) => listener(message))),
    receive: (listener) => void inboxes[mine]?.push(listener),
    close: () => undefined,
  });
  const clock = { at: 0 };
  const open = (mine: number, other: number) =>
    createSession({
      id: 'p',
      soon: (callback) => void frames.push(callback),
      now: () => clock.at++,
      transport: end(mine, other),
    });
  const sessions = [open(0, 1), open(1, 0)] as const;
  const frame = (): void => frames.splice(0).forEach((callback) => callback());
  const deliver = (): void => posted.splice(0).forEach((callback) => callback());
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 4; round++) {
      frame();
      await Promise.all(sessions.map((session) => session.saved()));
      deliver();
    }
    frame();
  };
  return { sessions, frame, deliver, settle };
}

type Linked = ReturnType<typeof linked>;

function perform(session: Linked['sessions'][number], { frame, deliver }: Linked, done: Act): void {
  const length = session.text.length;
  switch (done.kind) {
    case 'type':
    case 'plan': {
      const base = done.kind === 'type' ? length : session.snapshot().document.text.length;
      const from = Math.floor(done.at * base);
      const edit = { from, to: Math.min(base, from + done.length), insert: done.insert };
      if (done.kind === 'type') session.edit([edit], 'Typing');
      else session.apply(planned([edit]), 'Gesture');
      return;
    }
    case 'move':
      session.arrange({ positions: new Map([[done.key, { x: done.x, y: 0 }]]) }, 'Move');
      return;
    case 'undo':
      session.undo();
      return;
    case 'redo':
      session.redo();
      return;
    case 'frame':
      frame();
      return;
    case 'deliver':
      deliver();
  }
}

test(`two sessions agree once both texts parse; nobody is shown what does not (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(1), act), { maxLength: 40 }), async (acts) => {
      const pair = linked();
      const [a, b] = pair.sessions;
      a.apply(planned([{ from: 0, to: 0, insert: start }]), 'Fill');
      await pair.settle();
      for (const [who, done] of acts) perform(who === 0 ? a : b, pair, done);
      await pair.settle();

      // Mending: whoever's text does not read replaces it by one that does.
      for (const session of pair.sessions) {
        if (session.snapshot().document.wellFormed) continue;
        session.apply(planned([{ from: 0, to: session.text.length, insert: start }]), 'Mend');
        await pair.settle();
      }
      if (!a.snapshot().document.wellFormed || !b.snapshot().document.wellFormed) return;
      expect(a.text.toString()).toBe(b.text.toString());
      expect([...a.snapshot().positions].sort()).toEqual([...b.snapshot().positions].sort());
      expect(a.snapshot().document.text).toBe(a.text.toString());
    }),
    { seed, numRuns: runs },
  );
});

test(`undoing everything gives back what one began with, redoing everything what one had (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
      const pair = linked();
      const [session] = pair.sessions;
      session.place(new Map([['step:a', { x: 1, y: 1 }]]));
      for (const done of acts) perform(session, pair, done);
      pair.frame();
      while (session.snapshot().canRedo) session.redo();
      const text = session.text.toString();
      const positions = [...session.snapshot().positions];
      while (session.snapshot().canUndo) session.undo();
      expect(session.text.toString()).toBe('');
      expect([...session.snapshot().positions]).toEqual([['step:a', { x: 1, y: 1 }]]);
      while (session.snapshot().canRedo) session.redo();
      expect(session.text.toString()).toBe(text);
      expect([...session.snapshot().positions].sort()).toEqual(positions.sort());
    }),
    { seed, numRuns: runs },
  );
});
