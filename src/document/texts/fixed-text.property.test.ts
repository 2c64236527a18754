import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exceededIn, fixedTextOf, forbiddenIn } from './fixed-text.ts';
import { exceededLimit, forbiddenText, squeeze } from './text-rules.ts';

const seed = Number(process.env['SEED'] ?? 20261122);

const word = fc.constantFrom('we', 'guarantee', 'guaranteed', 'I', 'promise', 'é', '100', '%', "it's", 'ab-');
const gap = fc.constantFrom('', ' ', '  ', '\n', ', ', '! ', '-', '. ', "'");
const text = fc
  .array(fc.tuple(fc.oneof(word, fc.constant('{{x}}')), gap), { maxLength: 8 })
  .map((parts) => parts.flat().join(''));
const item = fc.constantFrom(
  'guarantee',
  'I promise',
  'we',
  '/100 ?%/',
  '/promise\\b/',
  '/^we/',
  '/[^ ]e$/',
  "it's",
  '%',
);
const value = fc.oneof(word, fc.constantFrom('', ' ', '!', '- ', 'd'));

function withValues(template: string, values: readonly string[]): string {
  let at = 0;
  return template.replaceAll('{{x}}', () => values[at++ % Math.max(1, values.length)] ?? '');
}

test(`what is said for sure is said with any values (seed ${seed})`, () => {
  let found = 0;
  fc.assert(
    fc.property(
      text,
      item,
      fc.array(value, { minLength: 1, maxLength: 4 }),
      (template, forbidden, values) => {
        if (!forbiddenIn(fixedTextOf(template), forbidden)) return;
        found += 1;
        const rule = forbiddenText(forbidden);
        const said = withValues(template, values);
        expect('problem' in rule ? undefined : rule(said, squeeze(said))).toBeDefined();
      },
    ),
    { seed, numRuns: 5_000 },
  );
  expect(found).toBeGreaterThan(200);
});

test(`what is said in a text without values is found (seed ${seed})`, () => {
  fc.assert(
    fc.property(text, item, value, (template, forbidden, filling) => {
      const said = withValues(template, [filling]);
      const rule = forbiddenText(forbidden);
      const expected = 'problem' in rule ? undefined : rule(said, squeeze(said));
      expect(forbiddenIn(fixedTextOf(said), forbidden) !== undefined).toBe(expected !== undefined);
    }),
    { seed, numRuns: 3_000 },
  );
});

test(`a limit that is exceeded for sure is exceeded with any values (seed ${seed})`, () => {
  const limits = fc.record({
    exclamationMarks: fc.option(fc.nat(2), { nil: undefined }),
    words: fc.option(fc.nat(6), { nil: undefined }),
    readingGrade: fc.option(fc.nat(10), { nil: undefined }),
  });
  fc.assert(
    fc.property(text, limits, fc.array(value, { minLength: 1, maxLength: 4 }), (template, limit, values) => {
      if (!exceededIn(fixedTextOf(template), limit, 'en')) return;
      expect(exceededLimit(limit, withValues(template, values), 'en')).toBeDefined();
    }),
    { seed, numRuns: 5_000 },
  );
});
