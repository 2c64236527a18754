import { Bench } from 'tinybench';
import { bigProcedure } from '../../../testing/big-procedure.ts';
import { changedStretch } from '../changed-stretch.ts';
import { createProofDesk } from './proof-desk.ts';

// Milliseconds of the worker from a keystroke to the proved problems: reading the text, and all proofs. Each builds on
// the one before, as it does while someone types; planning the fixes is in it, the way to and from the worker is not.
const places = [
  ['in a text', 'Your order', (turn: number) => ` ${turn}`],
  ['in a condition', '> parameters.limit', (turn: number) => ` + ${turn}`],
  ['in a parameter', 'value: 50', (turn: number) => `.${turn}`],
  ['in a step id', '\n  s', (turn: number) => `x${turn}`],
] as const;

/** A desk that works without being called away; resolves to the number of problems. */
function openDesk(text: string): (next: string) => number {
  let problems = -1;
  const waiting: (() => void)[] = [];
  const desk = createProofDesk(
    (reply) => {
      if (reply.kind === 'failed') throw new Error(reply.message);
      if (reply.kind === 'proved') problems = reply.problems.length;
    },
    (callback) => waiting.push(callback),
  );
  let version = 0;
  let current: string | undefined;
  const prove = (next: string): number => {
    version += 1;
    desk.take({
      version,
      text: current === undefined ? next : { change: changedStretch(current, next) },
    });
    current = next;
    for (let callback = waiting.shift(); callback; callback = waiting.shift()) callback();
    return problems;
  };
  prove(text);
  return prove;
}

for (const size of [50, 200, 500, 2_000]) {
  const text = `${bigProcedure(size)}guardrails:
  told: { disclose: We keep a note of this., before: [s${size - (size % 5) - 2}] }
  calm: { neverSay: [guarantee, "/100 ?%/"], appliesTo: all }
`;
  const bench = new Bench({ name: `${size} steps`, time: 500, warmupTime: 200 });
  bench.add('from nothing', () => {
    openDesk(text);
  });
  for (const [name, mark, typed] of places) {
    const at = text.indexOf(mark, name === 'in a parameter' ? 0 : text.length / 2) + mark.length;
    const prove = openDesk(text);
    let turn = 0;
    bench.add(`keystroke ${name}`, () => {
      turn += 1;
      // A text that was proved before would cost nothing: each turn says something new.
      prove(`${text.slice(0, at)}${typed(turn)}${text.slice(at)}`);
    });
  }
  await bench.run();
  console.log(bench.name);
  console.table(
    bench.tasks.map(({ name, result }) => {
      if (!('latency' in result)) return { name };
      const { p50, p99 } = result.latency;
      return { name, 'median ms': Number(p50.toFixed(2)), '99th ms': Number(p99.toFixed(2)) };
    }),
  );
}
