import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { seedFaults, skippedGuardrail } from '../../testing/seeded-faults/seed-faults.ts';
import type { SopDocument } from '../document.ts';
import { parseDocument } from '../parse.ts';
import { proveDocument } from './prove-document.ts';

const seed = Number(process.env['SEED'] ?? 20261122);

const told = (document: SopDocument): readonly unknown[] =>
  proveDocument(document).map(({ code, severity, message, span, path, trail }) => ({
    code,
    severity,
    message,
    span,
    path,
    trail,
  }));

test(`proving one text after the other says what proving each by itself says (seed ${seed})`, () => {
  let document = parseDocument(readFileSync('public/examples/refund/procedure.yaml', 'utf8'));
  const faults = seedFaults(new Map([['refund', document]]), seed, 1).filter(
    ({ kind }) => kind !== skippedGuardrail,
  );
  let found = 0;
  for (const { text } of faults) {
    document = parseDocument(text, document);
    const proved = told(document);
    found += proved.length;
    expect(proved).toEqual(told(parseDocument(text)));
  }
  expect(found).toBeGreaterThan(20);
});
