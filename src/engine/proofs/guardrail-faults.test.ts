import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseDocument } from '../../document/parse.ts';
import type { SopDocument } from '../../document/document.ts';
import { bigProcedure } from '../../testing/big-procedure.ts';
import { guardrailFaultsOf, type GuardrailFault } from '../../testing/guardrail-faults.ts';
import { runToEnd } from '../batch.ts';
import { compileProcedure } from '../compile.ts';
import { proveProcedure, type ProvedProblem } from './prove-procedure.ts';

const names = ['order-support', 'account-access', 'refund', 'appointment', 'bank-fraud-report'];
const documents = new Map<string, SopDocument>();
const lookup = (id: string): SopDocument | undefined => {
  if (!names.includes(id)) return undefined;
  const document = documents.get(id) ?? parseDocument(textOf(id));
  documents.set(id, document);
  return document;
};

function textOf(name: string): string {
  return readFileSync(`public/examples/${name}/procedure.yaml`, 'utf8');
}

/** A drawn procedure whose note has to be read out and agreed to before it is written. */
function generated(size: number): string {
  return `${bigProcedure(size)}guardrails:
  told: { disclose: We keep a note of this., before: [s${size - (size % 5) - 2}] }
`.replace('    say: Your order', '    includes: [told]\n    say: Your order');
}

const codes = new Set([
  'disclosure-skipped',
  'confirmation-skipped',
  'confirmation-lapsed',
  'requirement-not-held',
  'always-say-skipped',
]);

function guardrailProblems(document: SopDocument): readonly ProvedProblem[] {
  return proveProcedure(document, lookup).filter(
    ({ code }) => codes.has(code) || code === 'guardrail-undecided',
  );
}

test.each(names)('nothing is said of the guardrails of %s, which are kept', (name) => {
  expect(guardrailProblems(parseDocument(textOf(name))).map(({ message }) => message)).toEqual([]);
});

/** Faults of every kind and every procedure, as evenly as there are any. */
function chooseFaults(wanted: number): readonly GuardrailFault[] {
  const texts = [...names.map(textOf), generated(40), generated(25)];
  const groups = new Map<string, GuardrailFault[]>();
  for (const fault of texts.flatMap(guardrailFaultsOf)) {
    const key = `${fault.kind} ${fault.procedure}`;
    groups.set(key, [...(groups.get(key) ?? []), fault]);
  }
  const chosen: GuardrailFault[] = [];
  for (let round = 0; chosen.length < wanted; round++) {
    const left = [...groups.values()].filter((group) => group.length > round);
    if (left.length === 0) break;
    // Not always the first of a group: those that stand far apart.
    for (const group of left) {
      const fault = group[(round * 7) % group.length];
      if (fault !== undefined && !chosen.includes(fault) && chosen.length < wanted && runs(fault))
        chosen.push(fault);
    }
  }
  return chosen;
}

function runs({ text }: GuardrailFault): boolean {
  return compileProcedure(parseDocument(text), lookup).ok;
}

test('of a hundred faults at guardrails at least ninety are shown by a contact, and each contact really comes to it', () => {
  const faults = chooseFaults(100);
  expect(faults).toHaveLength(100);
  const table = new Map<string, { faults: number; shown: number }>();
  const missed: string[] = [];
  let slowest = 0;
  for (const { kind, procedure, what, guardrails, text } of faults) {
    const row = table.get(kind) ?? { faults: 0, shown: 0 };
    table.set(kind, row);
    row.faults++;
    const document = parseDocument(text);
    const compiled = compileProcedure(document, lookup);
    if (!compiled.ok) throw new Error(`${procedure}: ${what} does not run`);
    const { program } = compiled;
    const started = performance.now();
    const problems = guardrailProblems(document);
    slowest = Math.max(slowest, performance.now() - started);
    const reached = problems.flatMap((problem) => {
      if (problem.counterexample === undefined) return [];
      const result = runToEnd(program, problem.counterexample);
      expect(result.violations, `${what}: ${problem.message}`).not.toEqual([]);
      if (problem.severity === 'error') expect(result.ended, what).toBe('blocked');
      expect(problem.path[1], what).toBe(result.violations.at(-1)?.step.split('/')[0]);
      return result.violations.map((violation) => violation.guardrail);
    });
    if (guardrails.some((guardrail) => reached.includes(guardrail))) row.shown++;
    else
      missed.push(
        `${procedure}: ${kind}: ${what} (${guardrails.join(', ')}): ${problems.map(({ message }) => message).join(' | ')}`,
      );
  }
  const lines = [...table].map(([kind, row]) => `${kind}: ${row.shown} of ${row.faults}`);
  process.stdout.write(
    `${lines.join('\n')}\nslowest: ${slowest.toFixed(0)} ms\n${missed.map((each) => `missed ${each}`).join('\n')}\n`,
  );
  expect(missed.length).toBeLessThanOrEqual(10);
}, 60_000);
