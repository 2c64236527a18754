import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { parseDocument } from './parse.ts';
import {
  actionDeclarationSchema,
  derivedSchema,
  factSchema,
  parameterSchema,
  procedureSchema,
  reviewSchema,
  scopeSchema,
} from './schema.ts';
import { guardrailSchema, limitsSchema } from './schema/guardrail-schema.ts';
import { alternativesOf, choicesOf, keysOf } from './schema/schema-walk.ts';
import { branchSchema, stepSchemas, triggerSchema } from './schema/step-schema.ts';
import { inputSchema, typeNames } from './schema/type-schema.ts';

const page = readFileSync(new URL('../../docs/format.md', import.meta.url), 'utf8');

interface Table {
  readonly heading: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const cellsOf = (line: string): readonly string[] =>
  line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

function tablesOf(markdown: string): readonly Table[] {
  const tables: Table[] = [];
  let heading = '';
  const lines = markdown.split('\n');
  for (const [index, line] of lines.entries()) {
    heading = /^#+ (.*)$/.exec(line)?.[1] ?? heading;
    if (!line.startsWith('| ') || !lines[index + 1]?.startsWith('|---')) continue;
    const length = lines.slice(index + 2).findIndex((each) => !each.startsWith('|'));
    tables.push({
      heading,
      head: cellsOf(line),
      rows: lines.slice(index + 2, index + 2 + length).map(cellsOf),
    });
  }
  return tables;
}

const tables = tablesOf(page);
const words = (cell = ''): readonly string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
const keysIn = (heading: string): readonly string[] => {
  const table = tables.find((each) => each.heading === heading && /^key\b/.test(each.head[0] ?? ''));
  return (table?.rows ?? []).flatMap(([key]) => words(key)).toSorted();
};
const keysOfAll = (schema: z.core.$ZodType): readonly string[] =>
  [...new Set(alternativesOf(schema).flatMap((each) => [...(keysOf(each)?.keys() ?? [])]))].toSorted();

/** Besides the type of what is declared. */
const typeKeys = ['enum', 'fields', 'items', 'maximum', 'minimum', 'nullable', 'unit', 'values'];
const declared = (schema: z.core.$ZodType): readonly string[] =>
  keysOfAll(schema).filter((key) => !typeKeys.includes(key));

describe('the page about the format and the schema', () => {
  it.each([
    ['The whole text', keysOfAll(procedureSchema)],
    ['Review', keysOfAll(reviewSchema)],
    ['Scope', keysOfAll(scopeSchema)],
    ['Facts', declared(factSchema)],
    ['Derived facts', declared(derivedSchema)],
    ['Parameters', declared(parameterSchema)],
    ['Actions', keysOfAll(actionDeclarationSchema)],
    ['Decision', keysOfAll(branchSchema)],
    ['Escalation', keysOfAll(triggerSchema)],
    ['Guardrails', keysOfAll(guardrailSchema)],
    ['Limits', keysOfAll(limitsSchema)],
  ])('have the same keys: %s', (heading, keys) => {
    expect(keysIn(heading)).toEqual(keys);
  });

  it('have the same kinds of steps, each with the same keys', () => {
    const table = tables.find(({ heading }) => heading === 'Steps');
    const told = Object.fromEntries(
      (table?.rows ?? []).map(([kind, keys]) => [words(kind)[0], words(keys).toSorted()]),
    );
    const common = ['kind', 'title', 'description'];
    const known = Object.fromEntries(
      Object.entries(stepSchemas).map(([kind, schema]) => [
        kind,
        keysOfAll(schema).filter((key) => !common.includes(key)),
      ]),
    );
    expect(told).toEqual(known);
    for (const key of common) expect(page).toContain(`\`${key}\``);
  });

  it('have the same types, each with the same keys', () => {
    const table = tables.find(({ heading }) => heading === 'Types');
    const told = (table?.rows ?? []).map(([type, keys]) => [words(type)[0], words(keys).toSorted()]);
    const alternatives = alternativesOf(factSchema);
    const known = typeNames.map((name) => {
      const own = alternatives.find((each) => {
        const type = keysOf(each)?.get('type');
        return type !== undefined && choicesOf(type).has(name);
      });
      const keys = [...(own ? (keysOf(own)?.keys() ?? []) : [])];
      return [name, keys.filter((key) => typeKeys.includes(key) && key !== 'nullable').toSorted()];
    });
    expect(told).toEqual(known);
  });

  it('have the same words for what has fixed words', () => {
    const found = new Set<string>();
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('enum' in node && Array.isArray(node.enum)) node.enum.forEach((word) => found.add(String(word)));
      if ('const' in node && typeof node.const === 'string') found.add(node.const);
      Object.values(node).forEach(visit);
    };
    visit(z.toJSONSchema(procedureSchema));
    const inCode = new Set(
      [...page.matchAll(/`([^`\n]+)`/g)].flatMap((match) => match[1]?.split(/[^\w-]+/) ?? []),
    );
    expect([...found].filter((word) => !inCode.has(word))).toEqual([]);
  });

  it('have examples that the published schema accepts', () => {
    const schema = z.fromJSONSchema(
      JSON.parse(readFileSync(new URL('../../public/schema/sop-1.json', import.meta.url), 'utf8')),
    );
    const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match): unknown =>
      parse(match[1] ?? ''),
    );
    expect(examples.length).toBeGreaterThan(8);
    for (const example of examples) expect(schema.safeParse(example).error).toBeUndefined();
  });

  it('have every key in some example', () => {
    const shown = new Set<string>();
    const see = (node: unknown): void => {
      if (Array.isArray(node)) node.forEach(see);
      if (!(node instanceof Map)) return;
      for (const [key, value] of node) {
        shown.add(String(key));
        see(value);
      }
    };
    for (const [, text = ''] of page.matchAll(/```yaml\n([\s\S]*?)```/g))
      see(parseDocument(text).source.data);
    const all = new Set<string>();
    const visit = (schema: z.core.$ZodType): void => {
      for (const key of keysOfAll(schema)) all.add(key);
    };
    [
      procedureSchema,
      reviewSchema,
      scopeSchema,
      factSchema,
      derivedSchema,
      parameterSchema,
      actionDeclarationSchema,
      inputSchema,
      branchSchema,
      triggerSchema,
      guardrailSchema,
      limitsSchema,
      ...Object.values(stepSchemas),
    ].forEach(visit);
    // Told in words, with what they are written like.
    const told = ['fields', 'values', 'nullable', 'alwaysSay'];
    expect([...all].filter((key) => !shown.has(key) && !told.includes(key))).toEqual([]);
  });
});
