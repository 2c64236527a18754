import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Path } from '../document/diagnostic.ts';
import type { SopDocument } from '../document/document.ts';
import { parseDocument } from '../document/parse.ts';
import { applyEdits } from '../document/text-edit.ts';
import { proveDocument } from '../document/proofs/prove-document.ts';
import { proveProcedure, type ProvedProblem } from '../engine/proofs/prove-procedure.ts';
import { seedFaults, skippedGuardrail } from './seeded-faults/seed-faults.ts';
import type { KindedFault } from './seeded-faults/seed-faults.ts';

const seed = Number(process.env['SEED'] ?? 20261122);
const folder = 'public/examples';

const documents = new Map<string, SopDocument>(
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(
      ({ name }) => [name, parseDocument(readFileSync(`${folder}/${name}/procedure.yaml`, 'utf8'))] as const,
    ),
);
const lookup = (id: string): SopDocument | undefined => documents.get(id);

function reportsOf(document: SopDocument): readonly ProvedProblem[] {
  return [...document.diagnostics, ...proveProcedure(document, lookup)];
}

/** Guardrails on every way take longest, and say nothing of other faults. */
function reportsFor({ text, kind, procedure }: KindedFault): readonly ProvedProblem[] {
  const document = parseDocument(text, documents.get(procedure));
  if (kind === skippedGuardrail) return reportsOf(document);
  return [...document.diagnostics, ...proveDocument(document)];
}

test.each([...documents.keys()])('nothing at all is reported about %s as it is published', (name) => {
  const document = documents.get(name);
  if (!document) throw new Error(name);
  expect(reportsOf(document).map(({ code, path, message }) => ({ code, path, message }))).toEqual([]);
});

test(`of the faults put into the example and the gallery, nearly all are reported where they are (seed ${seed})`, () => {
  const faults = seedFaults(documents, seed, 2);
  const rows = new Map<string, { put: number; reported: number }>();
  const missed: string[] = [];
  for (const fault of faults) {
    const row = rows.get(fault.kind) ?? { put: 0, reported: 0 };
    rows.set(fault.kind, row);
    row.put += 1;
    const reports = reportsFor(fault);
    if (reports.some((report) => isOf(report, fault))) row.reported += 1;
    else {
      const found = reports.map(({ code, path }) => `${code} at ${path.join('.')}`).join(', ') || 'nothing';
      missed.push(`${fault.kind} in ${fault.procedure}: ${fault.what}; reported: ${found}`);
    }
  }
  const reported = faults.length - missed.length;
  const line = (kind: string, row: { put: number; reported: number }): string =>
    `${kind.padEnd(32)} ${String(row.reported).padStart(4)} of ${String(row.put).padStart(4)}`;
  process.stdout.write(
    [
      '',
      ...[...rows].map(([kind, row]) => line(kind, row)),
      line('in all', { put: faults.length, reported }),
      ...missed.map((each) => `missed: ${each}`),
      '',
    ].join('\n'),
  );
  expect(faults.length).toBeGreaterThanOrEqual(200);
  expect(reported / faults.length).toBeGreaterThanOrEqual(0.95);
});

function isOf({ code, path }: ProvedProblem, { codes, places }: KindedFault): boolean {
  return codes.includes(code) && places.some((place) => isWithin(path, place));
}

function isWithin(path: Path, place: Path): boolean {
  return place.every((segment, index) => path[index] === segment);
}

test(`a misspelt name is put right by its first fix (seed ${seed})`, () => {
  const slips = seedFaults(documents, seed, 4, ['missing or misspelt target']).filter(
    ({ what }) => !what.endsWith('somewhere-else'),
  );
  const failed = slips.filter((fault) => {
    const [fix] = reportsFor(fault).find((report) => isOf(report, fault))?.fixes ?? [];
    return !fix || applyEdits(fault.text, fix.edits) !== documents.get(fault.procedure)?.text;
  });
  process.stdout.write(`\nmisspelt names put right: ${slips.length - failed.length} of ${slips.length}\n`);
  for (const { procedure, what } of failed) process.stdout.write(`not: ${procedure}: ${what}\n`);
  expect(slips.length).toBeGreaterThanOrEqual(30);
  expect((slips.length - failed.length) / slips.length).toBeGreaterThanOrEqual(0.95);
});
