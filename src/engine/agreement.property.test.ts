import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contactArbitrary,
  procedureArbitrary,
  procedureSetArbitrary,
  type ProcedureSet,
} from '../testing/procedure-arbitrary.ts';
import { interpretNaively, type NaiveAnswer } from '../testing/naive-interpreter.ts';
import { advance } from './advance.ts';
import { Runner, runToEnd } from './batch.ts';
import { compileProcedure } from './compile.ts';
import type { Contact } from './contact.ts';
import type { Procedure } from '../document/model.ts';
import type { ProcedureLookup } from '../document/procedure-lookup.ts';
import type { Program } from './program.ts';
import { plainResult } from './result-of.ts';
import type { Result } from './result.ts';
import { startRun, type Run } from './run.ts';

const procedures = Number(process.env['SOPWRIGHT_PROCEDURES'] ?? 300);
const contactsEach = 50;
const seed = Number(process.env['SOPWRIGHT_SEED'] ?? Date.now() % 1_000_000_000);

function programOf(procedure: Procedure, lookup?: ProcedureLookup): Program {
  const compiled = compileProcedure(procedure, lookup);
  if (!compiled.ok) throw new Error(compiled.problems.map(({ message }) => message).join('\n'));
  return compiled.program;
}

const sets = fc.oneof(
  procedureArbitrary.map((procedure): ProcedureSet => ({ procedure, lookup: () => undefined })),
  procedureSetArbitrary,
);

const cases = fc.tuple(
  sets,
  fc.array(contactArbitrary, { minLength: contactsEach, maxLength: contactsEach }),
);

/** Every position of a run, to its end; a question that nothing answers ends it. */
function stepThrough(program: Program, contact: Contact): readonly Run[] {
  const runs = [startRun(program, contact)];
  for (;;) {
    const run = runs.at(-1) as Run;
    const next = advance(program, run, { type: 'step' });
    if (next === run) return runs;
    runs.push(next);
  }
}

function summaryOf(result: Result): NaiveAnswer {
  return {
    ended: result.ended,
    outcome: result.outcome,
    path: result.path,
    said: result.trace.flatMap((event) => (event.type === 'said' ? [event.text] : [])),
    actions: result.actions.map(({ name, args }) => ({ name, args })),
    escalation: result.escalation && { step: result.escalation.step, category: result.escalation.category },
    violations: result.violations.map(({ guardrail, check, step }) => `${guardrail} ${check} ${step}`),
    unknownTriggers: result.unknownTriggers.map(({ step, position }) => `${step}[${position}]`).toSorted(),
  };
}

describe(`on ${procedures} random procedures with ${contactsEach} contacts each (seed ${seed})`, () => {
  it('the batch runner, the stepper and the naive interpreter agree', () => {
    console.log(`agreement: seed ${seed}`);
    const ends = new Map<string, number>();
    const count = (what: string): void => void ends.set(what, (ends.get(what) ?? 0) + 1);
    fc.assert(
      fc.property(cases, ([{ procedure, lookup }, contacts]) => {
        const program = programOf(procedure, lookup);
        const runner = new Runner(program, { record: 'trace' });
        const bare = new Runner(program, { record: 'outcome' });
        for (const contact of contacts) {
          const result = runner.run(contact);
          count(result.ended);
          for (const { type } of result.trace) if (type === 'closed' || type === 'overlapped') count(type);
          const naive = interpretNaively(procedure, contact, lookup);
          same(summaryOf(result), { ...naive, unknownTriggers: naive.unknownTriggers.toSorted() });
          same(bare.run(contact), { ...plainResult(result), path: [], trace: [] });
          const last = stepThrough(program, contact).at(-1) as Run;
          if (last.status === 'waiting') {
            expect(result.ended).toBe('stuck');
            same(result.unknown, last.asking?.facts);
            same(result.trace.slice(0, -1), last.trace);
          } else {
            same(last.result, plainResult(result));
            same(last.trace, result.trace);
          }
        }
      }),
      { numRuns: procedures, seed },
    );
    console.log(`agreement: ${JSON.stringify(Object.fromEntries(ends))}`);
    for (const ended of [
      'end',
      'escalated',
      'out-of-scope',
      'blocked',
      'stuck',
      'looping',
      'closed',
      'overlapped',
    ]) {
      expect(ends.get(ended) ?? 0).toBeGreaterThan(0);
    }
  }, 300_000);

  it('going back and forward again is exact, and leaves what was passed as it was', () => {
    fc.assert(
      fc.property(sets, contactArbitrary, fc.nat(), ({ procedure, lookup }, contact, where) => {
        const program = programOf(procedure, lookup);
        const runs = stepThrough(program, contact);
        const at = where % runs.length;
        const position = runs[at] as Run;
        const before = printed(position);
        let run = position;
        for (const [passed, later] of runs.slice(at + 1).entries()) {
          run = advance(program, run, { type: 'step' });
          if (passed < 20) same(run, later);
        }
        same(run, runs.at(-1));
        advance(program, position, { type: 'set-fact', name: 'n.one', value: 3 });
        advance(program, position, { type: 'answer', text: 'hm', facts: { 'n.one': 3 } });
        expect(printed(position)).toBe(before);
      }),
      { numRuns: 200, seed },
    );
  });

  it('the same contact has the same trace, whatever was run before', () => {
    fc.assert(
      fc.property(
        sets,
        fc.array(contactArbitrary, { minLength: 2, maxLength: 6 }),
        ({ procedure, lookup }, contacts) => {
          const program = programOf(procedure, lookup);
          const runner = new Runner(program, { record: 'trace' });
          const together = [...contacts, ...contacts].map((contact) => plainResult(runner.run(contact)));
          const alone = contacts.map((contact) =>
            plainResult(runToEnd(program, contact, { record: 'trace' })),
          );
          expect(together).toEqual([...alone, ...alone]);
        },
      ),
      { numRuns: 200, seed },
    );
  });
});

/** Equal in every detail. Prints first: comparing the texts of long traces is a hundred times faster. */
function same(one: unknown, other: unknown): void {
  if (printed(one) !== printed(other)) expect(one).toEqual(other);
}

function printed(value: unknown): string {
  return JSON.stringify(value, (key, each: unknown) => {
    if (key === 'contact' || key === 'retry') return undefined;
    if (typeof each === 'bigint') return `${each}n`;
    if (each === undefined) return '(undefined)';
    return each instanceof Map ? [...each] : each;
  });
}
