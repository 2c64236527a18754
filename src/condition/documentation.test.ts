import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkExpression } from './check.ts';
import type { ProblemCode } from './check.ts';
import { readValue, toJson } from './coerce.ts';
import { compileExpression } from './compile.ts';
import { createEnvironment } from './environment.ts';
import { macroForms } from './checking/check-macros.ts';
import { functionSpecs } from './functions.ts';
import { joinTypes } from './type-rules.ts';
import type { ValueType } from './type.ts';
import { EvaluationError } from './value.ts';

const page = readFileSync('docs/conditions.md', 'utf8');
const json = /```json\n([^]*?)```/.exec(page)?.[1] ?? '{}';
const facts = JSON.parse(json) as { readonly [name: string]: unknown };

const DECLARED: { readonly [name: string]: ValueType } = {
  'order.delivered': { kind: 'timestamp' },
  note: { kind: 'string' },
};

function typeOf(value: unknown, name = ''): ValueType {
  const declared = DECLARED[name];
  if (declared !== undefined) return declared;
  if (typeof value === 'string') return { kind: 'string' };
  if (typeof value === 'number') return { kind: 'number' };
  if (typeof value === 'boolean') return { kind: 'boolean' };
  if (Array.isArray(value)) {
    return {
      kind: 'list',
      items: value.map((item) => typeOf(item)).reduce((one, other) => joinTypes(one, other)),
    };
  }
  const entries = Object.entries(value as object).map(([key, part]) => [key, typeOf(part, key)] as const);
  const [first] = entries;
  if ((name === 'products' || name === 'variants') && first !== undefined)
    return { kind: 'map', values: first[1] };
  return { kind: 'object', fields: new Map(entries) };
}

const names = Object.entries(facts).map(([name, value]) => ({
  name,
  type: typeOf(value, name),
  role: 'fact' as const,
}));
const environment = createEnvironment(names, ['ask-email']);
const slots = names.map(({ name, type }) => {
  const read = readValue(type, facts[name]);
  if (!read.ok) throw new Error(read.message);
  return read.value;
});

function resultOf(source: string): string {
  const { expression, problems } = checkExpression(source, environment);
  if (expression === undefined) return `refused: ${problems.map(({ message }) => message).join(' ')}`;
  const outcome = compileExpression(expression)({ slots, derived: () => undefined, visits: () => 0 });
  if (outcome === undefined) return 'unknown';
  return outcome instanceof EvaluationError ? 'error' : JSON.stringify(toJson(outcome));
}

const examples = [...page.matchAll(/^\| `(.+)` \| (?:`(.+)`|(unknown|error)) \|$/gm)].map(
  ([, example = '', value, word]) => ({
    source: example.replaceAll('\\|', '|'),
    result: word ?? JSON.stringify(JSON.parse(value ?? 'null')),
  }),
);

describe('docs/conditions.md', () => {
  it('gives every example the result that it has', () => {
    expect(examples.length).toBeGreaterThan(85);
    expect(examples.map(({ source }) => [source, resultOf(source)])).toEqual(
      examples.map(({ source, result }) => [source, result]),
    );
  });

  it('shows every function and macro in an example', () => {
    const shown = examples.map(({ source }) => source).join('\n');
    const missing = [...functionSpecs.keys(), ...macroForms.keys()].filter(
      (name) => !shown.includes(`${name}(`),
    );
    expect(missing).toEqual(['existsOne', 'transformList']);
  });

  it('gives patterns that check and have a value', () => {
    const section = /## Patterns that policies need\n([^]*?)\n## /.exec(page)?.[1] ?? '';
    const patterns = [...section.matchAll(/\| `(.+)` \|$/gm)].map(([, source = '']) => source);
    expect(patterns.length).toBe(5);
    for (const source of patterns) expect(resultOf(source)).not.toMatch(/^refused/);
  });

  it('lists every code of a problem', () => {
    const codes: Record<ProblemCode, true> = {
      'argument-count': true,
      'bad-literal': true,
      'division-by-zero': true,
      'never-null': true,
      'not-in-enum': true,
      syntax: true,
      'type-mismatch': true,
      'unknown-field': true,
      'unknown-function': true,
      'unknown-name': true,
      'unknown-step': true,
      unsupported: true,
    };
    const listed = [...page.matchAll(/^\| `([a-z-]+)` \| \S/gm)].map(([, code]) => code);
    for (const code of Object.keys(codes)) expect(listed).toContain(code);
  });
});
