import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { callRules } from './calls/check-calls.ts';
import { jsonSchema } from './json-schema.ts';
import { parseDocument } from './parse.ts';
import { proofPages, proofRules } from './proofs/all-proofs.ts';
import { proveDocument } from './proofs/prove-document.ts';
import { rulePages } from './rules/all-rules.ts';
import { completeExample } from './rules/example.ts';
import { referencePage } from './rules/reference-page.ts';
import { applyEdits } from './text-edit.ts';

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

describe('what is published', () => {
  it('has the JSON Schema of the code (npm run schema)', () => {
    expect(JSON.parse(read('public/schema/sop-1.json'))).toEqual(jsonSchema);
  });

  it('has a JSON Schema that accepts the example, and no unknown key', () => {
    const schema = z.fromJSONSchema(JSON.parse(read('public/schema/sop-1.json')));
    const example: Record<string, unknown> = parse(read('public/examples/order-support/procedure.yaml'));
    expect(schema.safeParse(example).error).toBeUndefined();
    expect(schema.safeParse({ ...example, 'x-note': 1 }).success).toBe(true);
    expect(schema.safeParse({ ...example, guardrial: {} }).success).toBe(false);
    expect(schema.safeParse({ ...example, sop: 2 }).success).toBe(false);
  });

  it('has the reference of the rules (npm run schema)', () => {
    expect(read('docs/diagnostics.md')).toBe(referencePage());
  });

  it('describes every key in the schema', () => {
    const bare: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const properties = 'properties' in node ? (node.properties as Record<string, object>) : {};
      for (const [key, value] of Object.entries(properties)) {
        if (!('description' in value)) bare.push(`${path}.${key}`);
      }
      for (const [key, value] of Object.entries(node)) visit(value, `${path}.${key}`);
    };
    visit(jsonSchema, '');
    expect(bare).toEqual([]);
  });

  it.each([...read('docs/format.md').matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? ''))(
    'has an example in the format’s page without a problem: %#',
    (text) => {
      expect(parseDocument(text).diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    },
  );

  it('has the example procedure without an error', () => {
    const { diagnostics } = parseDocument(read('public/examples/order-support/procedure.yaml'));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

/** Those of the engine are tried where they are made, by the same measure. */
const pagesHere = [...rulePages, ...proofRules];
const reported = (example: string) => {
  const document = parseDocument(completeExample(example));
  return [...document.diagnostics, ...proveDocument(document)];
};

describe('the rules', () => {
  it('have each a code of their own, and an entry in the reference', () => {
    const codes = [...rulePages, ...callRules, ...proofPages].map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)]);
    const entries = [...read('docs/diagnostics.md').matchAll(/^### (.+)$/gm)].map((match) => match[1]);
    expect(entries.toSorted()).toEqual(codes.toSorted());
  });

  it.each(pagesHere.map((page) => [page.code, page] as const))(
    'report %s for its invalid example and not for its valid one',
    (code, page) => {
      const found = reported(page.invalid).filter((each) => each.code === code);
      expect(found.length).toBeGreaterThan(0);
      expect(found.every(({ severity }) => severity === page.severity)).toBe(true);
      const others = reported(page.valid).filter((each) => each.code === code || each.severity === 'error');
      expect(others).toEqual([]);
    },
  );

  it.each(pagesHere.map((page) => [page.code, page] as const))(
    'offer fixes that take %s away, and put no error in its place',
    (code, page) => {
      const text = completeExample(page.invalid);
      const before = reported(page.invalid);
      const errors = new Set(before.filter(({ severity }) => severity === 'error').map((each) => each.code));
      for (const { fixes } of before.filter((each) => each.code === code)) {
        for (const { title, edits } of fixes) {
          const after = reported(applyEdits(text, edits));
          const left = after.filter((each) => each.code === code);
          expect(left.length, title).toBeLessThan(before.filter((each) => each.code === code).length);
          const more = after.filter((each) => each.severity === 'error' && !errors.has(each.code));
          expect(more, title).toEqual([]);
        }
      }
    },
  );
});
