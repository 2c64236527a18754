import { readFileSync } from 'node:fs';
import { parseDocument } from '../document/parse.ts';
import { benchByHand, benchCases, benchContact, benchProcedure } from '../testing/bench-flow.ts';
import { Runner } from './batch.ts';
import { compileProcedure } from './compile.ts';
import { bindContact } from './contacts/bind-contact.ts';
import type { Program } from './program.ts';

/** Times candidates in turn, round after round, so that a busy machine slows all of them; the median round counts. */
function race(candidates: ReadonlyMap<string, () => number>, rounds: number): ReadonlyMap<string, number> {
  const times = new Map<string, number[]>([...candidates.keys()].map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of candidates) {
      const start = performance.now();
      sink += run();
      times.get(name)?.push(performance.now() - start);
    }
  }
  return new Map([...times].map(([name, taken]) => [name, median(taken.slice(Math.floor(rounds / 4)))]));
}

let sink = 0;

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function programOf(text: string): Program {
  const compiled = compileProcedure(parseDocument(text));
  if (!compiled.ok) throw new Error(compiled.problems.map(({ message }) => message).join('\n'));
  return compiled.program;
}

function report(title: string, contacts: number, times: ReadonlyMap<string, number>): void {
  const [first] = times.values();
  console.log(`${title}, ${contacts.toLocaleString('en')} contacts`);
  for (const [name, time] of times) {
    const rate = (contacts / time / 1000).toFixed(2).padStart(7);
    console.log(
      `  ${name.padEnd(46)} ${rate} million a second, ${((first ?? 0) / time).toFixed(2)} of the first`,
    );
  }
}

function count<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  let found = 0;
  for (const item of items) if (holds(item)) found++;
  return found;
}

function benchFlow(): void {
  const program = programOf(benchProcedure);
  const cases = benchCases(20_000);
  const contacts = cases.map(benchContact);
  const bound = contacts.map((contact) => bindContact(program, contact));
  const bare = new Runner(program, { record: 'outcome' });
  const path = new Runner(program, { record: 'path' });
  const traced = new Runner(program, { record: 'trace' });
  for (const [index, contact] of bound.entries()) {
    const byHand = benchByHand(cases[index] as (typeof cases)[number]);
    for (const runner of [bare, path, traced]) {
      const { ended, outcome } = runner.run(contact);
      if (ended !== byHand.ended || outcome !== byHand.outcome) {
        throw new Error(`contact ${index}: by hand ${byHand.outcome}, engine ${outcome}`);
      }
    }
  }
  const times = race(
    new Map([
      ['hand-written JavaScript', () => count(cases, (each) => benchByHand(each).ended === 'end')],
      ['engine, no trace', () => count(bound, (each) => bare.run(each).ended === 'end')],
      ['engine, path', () => count(bound, (each) => path.run(each).ended === 'end')],
      ['engine, full trace', () => count(bound, (each) => traced.run(each).ended === 'end')],
    ]),
    40,
  );
  report('12 decisions, 30 conditions, 5 triggers; all outcomes agree', bound.length, times);
}

benchFlow();
void readFileSync;
if (sink === 0) throw new Error('nothing was run');
