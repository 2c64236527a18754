import { parseDocument } from '../../../document/parse.ts';
import type { Procedure } from '../../../document/model.ts';
import { Runner } from '../../../engine/batch.ts';
import { compileProcedure } from '../../../engine/compile.ts';
import { parseContacts } from '../../../engine/contacts/parse-contacts.ts';
import { CoverageCounter, type Coverage } from '../../../engine/coverage.ts';
import { differences, type Difference } from '../../../engine/expectation.ts';
import type { BatchReport, BatchRow, Covered, Missed } from './batch-report.ts';
import type { BatchTask } from './batch-task.ts';
import { stepTitle, takenWords } from '../wording.ts';

export type BatchOutcome =
  | { readonly ok: true; readonly report: BatchReport }
  | { readonly ok: false; readonly message: string };

const progressEvery = 50;

/** Runs every contact on its own turns. Traces are counted and let go, so that memory stays flat. */
export function reportBatch(
  task: BatchTask,
  {
    now,
    onProgress,
  }: { readonly now: () => number; readonly onProgress: (done: number, total: number) => void },
): BatchOutcome {
  const called = new Map(
    (task.called ?? []).map((text) => {
      const document = parseDocument(text);
      return [document.procedure.id, document] as const;
    }),
  );
  const compiled = compileProcedure(parseDocument(task.procedure), (id) => called.get(id));
  if (!compiled.ok)
    return { ok: false, message: compiled.problems[0]?.message ?? 'The procedure has errors.' };
  const { program } = compiled;
  const { contacts, problems } = parseContacts(task.contacts, 'yaml');
  if (contacts.length === 0) return { ok: false, message: problems[0]?.message ?? 'There are no contacts.' };
  const started = now();
  const runner = new Runner(program, { record: 'trace' });
  const counter = new CoverageCounter(program);
  const rows = contacts.map((contact, index): BatchRow => {
    const result = runner.run(contact);
    counter.add(result.trace);
    if (index % progressEvery === 0) onProgress(index, contacts.length);
    return {
      id: contact.id,
      ended: result.ended,
      outcome: result.outcome,
      path: result.path,
      unknown: result.unknown,
      differences: contact.expect && differences(program, contact.expect, result).map(describeDifference),
    };
  });
  return {
    ok: true,
    report: { rows, took: now() - started, ...coveredBy(program.procedure, counter.coverage()) },
  };
}

function coveredBy(
  procedure: Procedure,
  coverage: Coverage,
): { readonly steps: Covered; readonly branches: Covered } {
  const steps = [...coverage.steps];
  return {
    steps: covered(
      steps.map(([step, count]) => ({ count, missed: { step, label: stepTitle(procedure, step) } })),
    ),
    branches: covered(
      coverage.branches.map(({ step, branch, taken }) => ({
        count: taken,
        missed: { step, label: `${stepTitle(procedure, step)}: ${takenWords(procedure, step, branch)}` },
      })),
    ),
  };
}

function covered(parts: readonly { readonly count: number; readonly missed: Missed }[]): Covered {
  const missed = parts.filter(({ count }) => count === 0).map((part) => part.missed);
  return { total: parts.length, taken: parts.length - missed.length, missed };
}

/** "outcome: denied instead of returned". */
export function describeDifference({ what, expected, actual }: Difference): string {
  return `${what}: ${inWords(actual)} instead of ${inWords(expected)}`;
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return JSON.stringify(value);
  if (value.length === 0) return 'none';
  return value.map((item: unknown) => (isCall(item) ? callWords(item) : inWords(item))).join(', ');
}

interface Call {
  readonly name: string;
  readonly args?: Readonly<Record<string, unknown>>;
}

function isCall(value: unknown): value is Call {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';
}

function callWords({ name, args }: Call): string {
  return args === undefined
    ? name
    : `${name}(${Object.entries(args)
        .map(([key, value]) => `${key}: ${inWords(value)}`)
        .join(', ')})`;
}
