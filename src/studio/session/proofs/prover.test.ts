import { expect, test } from 'vitest';
import { parseDocument } from '../../../document/parse.ts';
import { proveProcedure } from '../../../engine/proofs/prove-procedure.ts';
import { createProofDesk } from './proof-desk.ts';
import type { ProofTask } from './proof-task.ts';
import { createProver } from './prover.ts';

const text = `sop: 1
id: example
title: Example
start: first
steps:
  first: { kind: message, say: Hello., next: second }
  second: { kind: message, say: Again., next: first }
  spare: { kind: end, outcome: done }
`;
const none: ReadonlyMap<string, string> = new Map();
const proved = (of: string) => proveProcedure(parseDocument(of));
const typed = (mark: string, insert: string, into = text): string => {
  const at = into.indexOf(mark) + mark.length;
  return into.slice(0, at) + insert + into.slice(at);
};

/** A prover whose clock and whose runner are moved by hand; the proofs are the real ones. */
function byHand() {
  let clock = 0;
  let timers: { readonly at: number; readonly callback: () => void }[] = [];
  const tasks: ProofTask[] = [];
  const told: string[] = [];
  const runners: { stopped: boolean; crash: (message: string) => void }[] = [];
  let paused: (() => void)[] = [];
  let changes = 0;
  const prover = createProver({
    start: (onReply, onCrash) => {
      const runner = { stopped: false, crash: onCrash };
      runners.push(runner);
      const desk = createProofDesk(
        (reply) => runner.stopped || onReply(structuredClone(reply)),
        (callback) => paused.push(callback),
      );
      return {
        send: (task) => {
          tasks.push(task);
          desk.take(structuredClone(task));
        },
        stop: () => {
          runner.stopped = true;
        },
      };
    },
    later: (callback, delay) => {
      const timer = { at: clock + delay, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    now: () => clock,
    changed: () => {
      changes += 1;
    },
    tell: (message) => told.push(message),
  });
  return {
    prover,
    tasks,
    told,
    runners,
    changes: () => changes,
    pass: (milliseconds: number) => {
      clock += milliseconds;
      const due = timers.filter(({ at }) => at <= clock);
      timers = timers.filter((timer) => !due.includes(timer));
      for (const { callback } of due) callback();
    },
    work: () => {
      while (paused.length > 0) {
        const callbacks = paused;
        paused = [];
        for (const callback of callbacks) callback();
      }
    },
    workOnce: () => {
      const callbacks = paused;
      paused = [];
      for (const callback of callbacks) callback();
    },
  };
}

test('a text is proved once it has been quiet for a moment, and again as a change of itself', () => {
  const { prover, tasks, pass, work, changes } = byHand();
  expect(prover.of(text, none)).toEqual({ problems: [], statements: [], state: 'proving' });
  pass(50);
  expect(tasks).toEqual([]);
  pass(50);
  work();
  expect(changes()).toBe(1);
  expect(proved(text).length).toBeGreaterThan(0);
  expect(prover.of(text, none)).toMatchObject({ problems: proved(text), state: 'proved' });

  const after = typed('say: Hello', ' there');
  prover.of(after, none);
  pass(100);
  work();
  expect(tasks[1]).toEqual({
    version: 2,
    text: { change: { from: text.indexOf('.,'), to: text.indexOf('.,'), insert: ' there' } },
  });
  expect(prover.of(after, none)).toMatchObject({ problems: proved(after), state: 'proved' });
});

test('while someone types on, what was proved moves along, and what is touched is left out', () => {
  const { prover, pass, work } = byHand();
  prover.of(text, none);
  pass(100);
  work();
  const before = prover.of(text, none).problems;
  const above = typed('title: Ex', 'tra ');
  expect(prover.of(above, none).state).toBe('proving');
  expect(prover.of(above, none).problems.map(({ span }) => above.slice(span.from, span.to))).toEqual(
    before.map(({ span }) => text.slice(span.from, span.to)),
  );
  const [first] = before;
  if (!first) throw new Error('nothing was proved');
  const inside = `${text.slice(0, first.span.from + 1)}x${text.slice(first.span.from + 1)}`;
  prover.of(text, none);
  expect(prover.of(inside, none).problems.map(({ message }) => message)).not.toContain(first.message);
});

test('an answer that comes late is moved along with what was typed meanwhile', () => {
  const { prover, pass, work } = byHand();
  prover.of(text, none);
  pass(100);
  const once = typed('title: Ex', 'tra ');
  prover.of(once, none);
  const twice = typed('Again', ' and again', once);
  prover.of(twice, none);
  work();
  const { problems, state } = prover.of(twice, none);
  expect(state).toBe('proving');
  expect(problems.length).toBe(proved(twice).length);
  expect(problems.map(({ span }) => span)).toEqual(proved(twice).map(({ span }) => span));
});

test('someone who never pauses sees proofs all the same', () => {
  const { prover, tasks, pass } = byHand();
  for (let typing = 0; typing < 10; typing++) {
    prover.of(typed('say: Hello', '!'.repeat(typing)), none);
    pass(60);
  }
  expect(tasks.length).toBeGreaterThan(0);
});

test('a proof that a newer text overtakes is given up', () => {
  const { prover, pass, work, workOnce, changes } = byHand();
  prover.of(text, none);
  pass(100);
  workOnce();
  const after = text.replace('next: first', 'next: spare');
  prover.of(after, none);
  pass(100);
  work();
  expect(changes()).toBe(1);
  expect(prover.of(after, none)).toMatchObject({ problems: proved(after), state: 'proved' });
});

test('while a text cannot be read, what was proved before stays', () => {
  const { prover, pass, work } = byHand();
  prover.of(text, none);
  pass(100);
  work();
  const broken = typed('spare: {', ' "');
  prover.of(broken, none);
  pass(100);
  work();
  expect(prover.of(broken, none).state).toBe('unread');
  expect(prover.of(broken, none).problems.length).toBe(proved(text).length);
});

test('a crash is told once, and the next text starts anew', () => {
  const { prover, told, runners, tasks, pass, work } = byHand();
  prover.of(text, none);
  pass(100);
  runners[0]?.crash('out of memory');
  expect(prover.of(text, none)).toEqual({ problems: [], statements: [], state: 'failed' });
  expect(runners[0]?.stopped).toBe(true);
  const after = typed('title: Ex', 'tra ');
  prover.of(after, none);
  pass(100);
  expect(tasks.at(-1)).toEqual({ version: 3, text: after, others: none });
  runners[1]?.crash('again');
  prover.of(text, none);
  pass(100);
  work();
  expect(prover.of(text, none)).toMatchObject({ problems: proved(text), state: 'proved' });
  expect(told).toEqual(['out of memory']);
});

test('a proof that never ends is stopped', () => {
  const { prover, told, runners, pass } = byHand();
  prover.of(text, none);
  pass(100);
  pass(60_000);
  expect(runners[0]?.stopped).toBe(true);
  expect(told).toEqual(['a proof took too long']);
});

test('a procedure that steps run is waited for, read, and its changes prove anew', () => {
  const caller = `sop: 1
id: caller
start: run
steps:
  run: { kind: procedure, procedure: other, next: done, outcomes: { refused: done } }
  done: { kind: end, outcome: done }
`;
  const other = `sop: 1
id: other
start: done
steps:
  done: { kind: end, outcome: served }
`;
  const { prover, tasks, pass, work } = byHand();
  prover.of(caller, undefined);
  pass(100);
  expect(tasks).toEqual([]);
  const codesWith = (texts: ReadonlyMap<string, string>): readonly string[] => {
    prover.of(caller, texts);
    pass(100);
    work();
    return prover.of(caller, texts).problems.map(({ code }) => code);
  };
  expect(codesWith(new Map())).toEqual(['unknown-procedure']);
  expect(codesWith(new Map([['other', other]]))).toEqual(['unknown-outcome']);
  expect(codesWith(new Map([['other', other.replace('served', 'refused')]]))).toEqual([]);
});
