import { readFileSync } from 'node:fs';
import { parseDocument } from '../document/parse.ts';
import { benchByHand } from '../testing/bench-by-hand.ts';
import { benchContact, benchFacts, benchProcedure } from '../testing/bench-flow.ts';
import { answerOrderRequest, type OrderRequest } from '../testing/order-support-reference.ts';
import { thirdPartyRows } from '../testing/third-party-cases.ts';
import { advance } from './advance.ts';
import { Runner } from './batch.ts';
import { compileProcedure } from './compile.ts';
import { applyMap } from './contacts/apply-map.ts';
import { bindContact, type BoundContact } from './contacts/bind-contact.ts';
import { parseMap } from './contacts/parse-map.ts';
import { presentCall, sameJson } from './expectation.ts';
import type { Program } from './program.ts';
import { startRun } from './run.ts';

/** What was computed has to be used, or it is not computed. */
let sink = 0;

/**
 * Processor time of each candidate in milliseconds. They run in turn, round after round, so that a busy machine slows
 * all of them alike; the median round counts, and the first rounds only warm up.
 */
function race(candidates: ReadonlyMap<string, () => number>, rounds: number): ReadonlyMap<string, number> {
  const times = new Map<string, number[]>();
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of candidates) {
      const before = process.cpuUsage();
      sink += run();
      const { user, system } = process.cpuUsage(before);
      if (round >= rounds / 4) times.set(name, [...(times.get(name) ?? []), (user + system) / 1000]);
    }
  }
  return new Map([...times].map(([name, taken]) => [name, median(taken)]));
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function report(title: string, contacts: number, times: ReadonlyMap<string, number>): void {
  const [first = Number.NaN] = times.values();
  console.log(`${title}: ${contacts.toLocaleString('en')} runs a round`);
  for (const [name, time] of times) {
    const rate = (contacts / time / 1000).toFixed(3).padStart(7);
    console.log(
      `  ${name.padEnd(44)} ${rate} million a second   ${(first / time).toFixed(2)} of hand-written`,
    );
  }
}

function programOf(text: string): Program {
  const compiled = compileProcedure(parseDocument(text));
  if (!compiled.ok) throw new Error(compiled.problems.map(({ message }) => message).join('\n'));
  return compiled.program;
}

function engines(
  program: Program,
  bound: readonly BoundContact[],
): readonly (readonly [string, () => number])[] {
  const counting = (record: 'outcome' | 'path' | 'trace'): (() => number) => {
    const runner = new Runner(program, { record });
    return () => bound.reduce((ends, contact) => ends + (runner.run(contact).ended === 'end' ? 1 : 0), 0);
  };
  const traced = new Runner(program, { record: 'trace' });
  return [
    ['engine, outcome only', counting('outcome')],
    ['engine, with path', counting('path')],
    ['engine, with path and trace', counting('trace')],
    [
      'engine, with trace, each trace read',
      () => bound.reduce((all, each) => all + traced.run(each).trace.length, 0),
    ],
  ];
}

/** The stepper as the simulator uses it: every position is a value of its own. */
function stepping(program: Program, bound: readonly BoundContact[]): () => number {
  return () => {
    let positions = 0;
    for (const contact of bound) {
      let run = startRun(program, contact);
      for (;;) {
        const next = advance(program, run, { type: 'step' });
        if (next === run) break;
        positions++;
        run = next;
      }
    }
    return positions;
  };
}

function benchFlow(): void {
  const program = programOf(benchProcedure);
  const facts = benchFacts(20_000);
  const bound = facts.map((each, index) => bindContact(program, benchContact(each, index)));
  const runner = new Runner(program, { record: 'path' });
  for (const [index, contact] of bound.entries()) {
    const byHand = benchByHand(facts[index] ?? {});
    const { ended, outcome, path } = runner.run(contact);
    if (!sameJson({ ended, outcome, path }, byHand))
      throw new Error(`contact ${index}: ${outcome}, by hand ${byHand.outcome}`);
  }
  const byHand = (): number =>
    facts.reduce((ends, each) => ends + (benchByHand(each).ended === 'end' ? 1 : 0), 0);
  const candidates = new Map([['hand-written, with path', byHand] as const, ...engines(program, bound)]);
  report(
    '12 decisions, 30 conditions, 5 triggers; outcomes and paths agree',
    bound.length,
    race(candidates, 40),
  );
  const few = bound.slice(0, 1000);
  report(
    'the same, one position at a time',
    few.length,
    race(new Map([['stepper, every position kept', stepping(program, few)]]), 12),
  );
}

function benchExample(): void {
  const rows = thirdPartyRows('retail/requests.jsonl') as
    | readonly { readonly data: OrderRequest }[]
    | undefined;
  if (rows === undefined) {
    console.log('order-support: skipped, the third-party requests are absent');
    return;
  }
  const examples = new URL('../../public/examples/order-support/', import.meta.url);
  const program = programOf(readFileSync(new URL('procedure.yaml', examples), 'utf8'));
  const map = parseMap(readFileSync(new URL('requests.map.yaml', examples), 'utf8'));
  if (!map.ok) throw new Error(map.problems[0]?.message);
  const bound = rows.flatMap((row) =>
    applyMap(map.map, { value: row, line: undefined }).contacts.flatMap(({ contact }) =>
      contact === undefined ? [] : bindContact(program, contact),
    ),
  );
  const runner = new Runner(program, { record: 'outcome' });
  for (const [index, contact] of bound.entries()) {
    const { outcome, actions } = runner.run(contact);
    const byHand = answerOrderRequest((rows[index] as (typeof rows)[number]).data);
    const calls = byHand.actions.map(({ name, args }) => ({ name, args }));
    if (outcome !== byHand.outcome || !sameJson(actions.map(presentCall), calls))
      throw new Error(`${contact.id}: ${outcome}`);
  }
  const byHand = (): number =>
    rows.reduce((ends, { data }) => ends + answerOrderRequest(data).actions.length, 0);
  const times = race(
    new Map([['hand-written, no texts, no guardrails', byHand] as const, ...engines(program, bound)]),
    120,
  );
  report('order-support; outcomes and actions agree', bound.length, times);
}

benchFlow();
benchExample();
if (sink === 0) throw new Error('nothing was run');
