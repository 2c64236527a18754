import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkCalls } from '../document/calls/check-calls.ts';
import type { StepId } from '../document/model.ts';
import { parseDocument } from '../document/parse.ts';
import type { ProcedureLookup } from '../document/procedure-lookup.ts';
import { runBatch } from './batch.ts';
import { compileProcedure } from './compile.ts';
import { parseContacts } from './contacts/parse-contacts.ts';
import { coverageOf } from './coverage.ts';
import { differences } from './expectation.ts';
import { proveProcedure } from './proofs/prove-procedure.ts';

const folder = 'public/examples';
const read = (path: string): string => readFileSync(`${folder}/${path}`, 'utf8');
const ids = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const documents = new Map(ids.map((id) => [id, parseDocument(read(`${id}/procedure.yaml`))]));
const lookup: ProcedureLookup = (id) => documents.get(id);

interface IndexEntry {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly steps: number;
  readonly guardrails: number;
  readonly contacts: number;
  readonly silhouette: { readonly nodes: readonly { readonly kind: string }[] };
}

const index = JSON.parse(read('gallery.json')) as readonly IndexEntry[];

describe('the gallery', () => {
  it('lists every folder of examples, by its own id', () => {
    expect(index.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    for (const [id, { procedure }] of documents) expect(procedure.id).toBe(id);
  });
});

describe.each(ids)('the %s procedure', (id) => {
  const document = documents.get(id)!;
  const { procedure } = document;
  const compiled = compileProcedure(document, lookup);
  const { contacts, problems } = parseContacts(read(`${id}/contacts.yaml`), 'yaml');

  it('has no problem, not even a hint, by reading or by proof', () => {
    expect(document.diagnostics).toEqual([]);
    expect(checkCalls(document, lookup, ids)).toEqual([]);
    expect(
      proveProcedure(document, lookup).map(({ code, message, path }) => ({ code, message, path })),
    ).toEqual([]);
  });

  it('stands in the gallery’s index as it is (npm run schema)', () => {
    const { title, description = '', steps, guardrails } = procedure;
    const entry = index.find((each) => each.id === id);
    expect(entry).toMatchObject({
      title,
      description,
      steps: steps.size,
      guardrails: guardrails.size,
      contacts: contacts.length,
    });
    expect(entry?.silhouette.nodes.map(({ kind }) => kind).toSorted()).toEqual(
      [...steps.values()].map(({ kind }) => kind).toSorted(),
    );
  });

  it('does with each of its contacts what the contact expects', () => {
    if (!compiled.ok) throw new Error(compiled.problems.map(({ message }) => message).join('\n'));
    expect(problems).toEqual([]);
    expect(contacts.length).toBeGreaterThanOrEqual(8);
    const results = runBatch(compiled.program, contacts);
    const unmet = contacts.flatMap((contact, at) => {
      const found = differences(compiled.program, contact.expect ?? { outcome: 'none' }, results[at]!);
      return found.length === 0 ? [] : [{ contact: contact.id, found }];
    });
    expect(unmet).toEqual([]);
  });

  it('is rehearsed nearly everywhere by its contacts', () => {
    if (!compiled.ok) throw new Error(compiled.problems.map(({ message }) => message).join('\n'));
    const { steps, branches, triggers } = coverageOf(
      compiled.program,
      runBatch(compiled.program, contacts, { record: 'trace' }),
    );
    const own = (step: StepId): boolean => procedure.steps.has(step);
    const share = (counts: readonly number[]): number =>
      counts.filter((count) => count > 0).length / counts.length;
    expect(share([...steps].flatMap(([step, count]) => (own(step) ? [count] : [])))).toBeGreaterThan(0.98);
    expect(share(branches.flatMap(({ step, taken }) => (own(step) ? [taken] : [])))).toBeGreaterThanOrEqual(
      0.9,
    );
    expect(triggers.filter(({ step, fired }) => own(step) && fired === 0)).toEqual([]);
  });
});
