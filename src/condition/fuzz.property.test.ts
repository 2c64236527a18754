import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arbitraryCondition,
  arbitrarySlots,
  conditionEnvironment,
  frameOf,
} from '../testing/arbitrary-condition.ts';
import { analyseExpression, checkExpression } from './check.ts';
import { compileExpression } from './compile.ts';
import { completeExpression } from './complete.ts';
import { explainExpression } from './explain.ts';
import { printExpression } from './print.ts';
import { describeExpression, describeOutcome, unknownNames } from './sentence.ts';
import { parseTemplate } from './template.ts';
import { compilePattern } from './text-pattern.ts';

const SEED = Number(process.env['SOPWRIGHT_SEED'] ?? 20_261_122);
const RUNS = Number(process.env['SOPWRIGHT_RUNS'] ?? 2_000);
console.log(`condition fuzzing: seed ${SEED}, ${RUNS} runs each`);
const parameters = { seed: SEED, numRuns: RUNS };

const PIECES = [
  'order.total',
  'order',
  'items',
  'i',
  'x',
  '.',
  '.5',
  '`a-b`',
  '`',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ',',
  ':',
  '?',
  '!',
  '-',
  '+',
  '*',
  '/',
  '%',
  '==',
  '!=',
  '<',
  '>=',
  '&&',
  '||',
  '&',
  '=',
  ' in ',
  '"',
  "'",
  '"""',
  '"a"',
  'r"\\"',
  'b"x"',
  '\\',
  '//',
  '\n',
  '1',
  '1u',
  '0x',
  '1e',
  '1e999',
  '99999999999999999999',
  'true',
  'null',
  'has(',
  'visits("ask")',
  '.all(i, ',
  '.map(i, ',
  '.exists(',
  '.find(f, ',
  'sum(',
  'min()',
  'timestamp("x")',
  '.matches("(")',
  'duration("1h")',
  '__proto__',
  'constructor',
  'prototype',
  'while',
  'cel.bind(a, 1, a)',
  '.?',
  '\u0000',
  '🐱',
  '\ud800',
  ' ',
];

const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((pieces) => pieces.join(''));

const mutated = fc
  .tuple(
    arbitraryCondition({ standard: false }),
    fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom(...PIECES)), { minLength: 1, maxLength: 4 }),
  )
  .map(([source, edits]) =>
    edits.reduce((text, [at, cut, insert]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + insert + text.slice(place + cut);
    }, source),
  );

const anything = fc.oneof(
  soup,
  mutated,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

describe('on any text at all', () => {
  it('checking, running, explaining, printing and completing never throw, and ranges lie within the text', () => {
    fc.assert(
      fc.property(anything, arbitrarySlots, fc.nat(60), (source, slots, offset) => {
        const { expression, problems } = checkExpression(source, conditionEnvironment, { kind: 'boolean' });
        expect(expression === undefined).toBe(problems.length > 0);
        for (const { from, to, message } of problems) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(source.length);
          expect(message).not.toBe('');
        }
        const tree = analyseExpression(source, conditionEnvironment).expression;
        if (tree !== undefined) {
          compileExpression(tree)(frameOf(slots));
          const explanation = explainExpression(tree, frameOf(slots));
          describeOutcome(explanation);
          unknownNames(explanation);
          describeExpression(tree);
          printExpression(tree);
        }
        completeExpression(source, Math.min(offset, source.length), conditionEnvironment);
      }),
      parameters,
    );
  });

  it('templates keep every character and patterns never throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anything,
          anything.map((text) => `a {{ ${text} }} b`),
        ),
        (text) => {
          const { parts } = parseTemplate(text);
          for (const part of parts)
            if ('source' in part) expect(text.slice(part.from, part.to)).toBe(part.source);
          const plain = parts.reduce(
            (sum, part) => sum + ('text' in part ? part.text.length : part.to - part.from),
            0,
          );
          expect(plain).toBeLessThanOrEqual(text.length);
          const pattern = compilePattern(text);
          if (!('problem' in pattern)) pattern.find('some text 100 %');
        },
      ),
      parameters,
    );
  });
});

function check(source: string): readonly string[] {
  return checkExpression(source, conditionEnvironment).problems.map(({ code }) => code);
}

describe('texts made to exhaust', () => {
  it('are refused, not run: too long, too deep', () => {
    expect(check(`member${' && member'.repeat(2_000)}`)).toEqual(['syntax']);
    expect(check('!'.repeat(9_990) + 'member')).toEqual(['syntax']);
    expect(check('-'.repeat(9_990) + '1')).toEqual(['syntax']);
    expect(check('('.repeat(4_000) + '1' + ')'.repeat(4_000))).toEqual(['syntax']);
    expect(check('['.repeat(4_000) + ']'.repeat(4_000))).toEqual(['syntax']);
    expect(check(`items${'[0]'.repeat(2_000)}`)).toEqual(['syntax']);
    expect(check(`1${' + 1'.repeat(2_000)}`)).toEqual(['syntax']);
    expect(check(`1${' in 1'.repeat(1_500)}`).length).toBeGreaterThan(0);
  });

  it('are accepted where they are merely long', () => {
    expect(check(`member${' && member'.repeat(900)}`)).toEqual([]);
    expect(check(`order.total${' + order.total'.repeat(300)} > 1`)).toEqual([]);
  });

  it('stop after a fixed amount of work', () => {
    const source = 'scores.all(a, scores.all(b, scores.all(c, scores.all(d, a + b + c + d < 1000000))))';
    const { expression } = checkExpression(source, conditionEnvironment);
    const slots = conditionEnvironment.declarations.map(({ name }) =>
      name === 'scores' ? Array.from({ length: 200 }, (_, i) => i) : undefined,
    );
    const outcome = expression === undefined ? undefined : compileExpression(expression)(frameOf(slots));
    expect(outcome).toMatchObject({ message: 'this looks at too many items' });
  });
});
