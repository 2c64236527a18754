import { describe, expect, test } from 'vitest';
import { readSource } from './read-source.ts';
import type { Source } from './source.ts';

function said(source: Source, path: readonly (string | number)[]): string | undefined {
  const place = source.locate(path);
  return place && source.text.slice(place.value.from, place.value.to);
}

const text = `# head
sop: 1
steps: # the logic
  greet:
    kind: message
    say: "Hello" # friendly
  # about the check
  check:
    kind: decision
    branches:
      - { when: a > 1, next: greet }
      - when: b
        next: check
guardrails: {}
`;

function steps(source: Source): Map<string, unknown> {
  return (source.data as Map<string, Map<string, unknown>>).get('steps') as Map<string, unknown>;
}

describe('a text in order', () => {
  const source = readSource(text);

  test('has no errors, and its data are maps, lists and scalars', () => {
    expect(source.errors).toEqual([]);
    expect(source.data).toEqual(
      new Map<string, unknown>([
        ['sop', 1],
        [
          'steps',
          new Map([
            [
              'greet',
              new Map([
                ['kind', 'message'],
                ['say', 'Hello'],
              ]),
            ],
            [
              'check',
              new Map<string, unknown>([
                ['kind', 'decision'],
                [
                  'branches',
                  [
                    new Map([
                      ['when', 'a > 1'],
                      ['next', 'greet'],
                    ]),
                    new Map([
                      ['when', 'b'],
                      ['next', 'check'],
                    ]),
                  ],
                ],
              ]),
            ],
          ]),
        ],
        ['guardrails', new Map()],
      ]),
    );
  });

  test('tells where a value stands, without its comment', () => {
    expect(said(source, ['steps', 'greet', 'say'])).toBe('"Hello"');
    expect(said(source, ['steps', 'check', 'branches', 0])).toBe('{ when: a > 1, next: greet }');
    expect(said(source, ['steps', 'check', 'branches', 1, 'next'])).toBe('check');
    expect(source.locate(['steps', 'nobody'])).toBeUndefined();
    expect(source.locate(['sop', 'x'])).toBeUndefined();
  });

  test('tells where keys and entries stand', () => {
    const place = source.locate(['steps', 'check']);
    expect(place?.key && text.slice(place.key.from, place.key.to)).toBe('check');
    expect(place && text.slice(place.entry.from, place.entry.to)).toMatch(/^check:\n[^]*next: check$/);
    expect(place?.kind).toBe('map');
  });

  test('tells the path at an offset, the key included', () => {
    expect(source.pathAt(text.indexOf('Hello'))).toEqual(['steps', 'greet', 'say']);
    expect(source.pathAt(text.indexOf('check:'))).toEqual(['steps', 'check']);
    expect(source.pathAt(text.indexOf('when: b'))).toEqual(['steps', 'check', 'branches', 1, 'when']);
    expect(source.pathAt(text.indexOf('# about'))).toEqual(['steps']);
    expect(source.pathAt(0)).toEqual([]);
  });

  test('tells where a part of a text stands behind escapes and folded lines', () => {
    const folded = readSource("a: \"x\\\"y {{id}}\"\nb: >\n  one\n  {{two}}\nc: 'it''s {{three}}'\n");
    const part = (key: string, words: string): string => {
      const value = String((folded.data as Map<string, unknown>).get(key));
      const from = value.indexOf(words);
      const span = folded.spanWithin([key], from, from + words.length);
      return span ? folded.text.slice(span.from, span.to) : 'nowhere';
    };
    expect(part('a', '{{id}}')).toBe('{{id}}');
    expect(part('b', '{{two}}')).toBe('{{two}}');
    expect(part('c', '{{three}}')).toBe('{{three}}');
    expect(part('c', "it's")).toBe("it''s");
    expect(folded.spanWithin(['nothing'], 0, 1)).toBeUndefined();
  });

  test('keeps the identity of what an edit elsewhere left alone', () => {
    const next = readSource(text.replace('Hello', 'Good morning'), source);
    expect(steps(next).get('check')).toBe(steps(source).get('check'));
    expect(steps(next).get('greet')).not.toBe(steps(source).get('greet'));
    const retitled = readSource(text.replace('sop: 1', 'sop: 1\ntitle: x'), source);
    expect(steps(retitled)).toBe(steps(source));
  });
});

describe('broken texts', () => {
  test('one broken step leaves the others readable, and is known by its name', () => {
    const broken = readSource(text.replace('say: "Hello" # friendly', 'say: "Hello'));
    expect(broken.errors).not.toEqual([]);
    expect(broken.errors.map((error) => error.path)).toContainEqual(['steps', 'greet']);
    const steps = (broken.data as Map<string, Map<string, unknown>>).get('steps');
    expect([...(steps?.keys() ?? [])]).toEqual(['check']);
    expect(broken.locate(['steps', 'greet'])?.key).toBeDefined();
  });

  test('a line without a colon is told in plain words', () => {
    const [error] = readSource('steps:\n  a: {}\n  oops\n  b: {}\n').errors;
    expect(error?.message).toMatch(/colon/);
  });

  test.each([
    ['duplicate-key', 'a: 1\na: 2\n', 5],
    ['duplicate-key', 'steps:\n  a: {}\n  b: {}\n  a: {}\n', 25],
    ['duplicate-key', 'x: { a: 1, a: 2 }', 11],
    ['key-not-text', '1: a\n', 0],
    ['key-not-text', 'steps:\n  true: {}\n', 9],
    ['key-not-text', '[a]: b\n', 0],
    ['bad-alias', 'a: *b\n', 3],
    ['bad-alias', 'a: &a [*a]\n', 7],
    ['multiple-documents', 'a: 1\n---\nb: 2\n', 5],
    ['unknown-tag', 'when: !customer.known\n', 6],
    ['too-deep', '['.repeat(70), 65],
  ])('%s: %j', (code, broken, at) => {
    const found = readSource(broken).errors.find((error) => error.code === code);
    expect(found?.span.from).toBe(at);
  });

  test('of two keys that are the same the first counts', () => {
    expect(readSource('a: 1\na: 2\n').data).toEqual(new Map([['a', 1]]));
  });

  test('a key like __proto__ is a key like any other', () => {
    const source = readSource('__proto__: 1\nsteps:\n  __proto__: { kind: end }\n');
    expect((source.data as Map<string, unknown>).get('__proto__')).toBe(1);
    expect(said(source, ['steps', '__proto__', 'kind'])).toBe('end');
  });

  test('an alias bomb stays small', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 12; level += 1) {
      lines.push(`a${level}: &a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ')}]`);
    }
    const source = readSource(lines.join('\n'));
    expect(source.errors.some((error) => error.code === 'too-many-aliases')).toBe(true);
    expect(count(source.data)).toBeLessThan(100_000);
  });

  test.each([
    '[',
    '{a: ',
    '- ',
    '? ',
    '"',
    "'",
    'a:\n',
    '*',
    '&a ',
    '!',
    '{',
    '- - a\n',
    '\t',
    '\r',
    '%',
    '|\n',
    '#',
    ': ',
    'a: [\n',
  ])('20,000 times %j comes to an end soon', (piece) => {
    const before = performance.now();
    readSource(piece.repeat(20_000));
    expect(performance.now() - before).toBeLessThan(20_000);
  });

  test('a text of more than five million characters is not read', () => {
    expect(readSource('a'.repeat(5_000_001)).errors[0]?.code).toBe('too-long');
  });
});

function count(value: unknown): number {
  if (value instanceof Map) return [...value.values()].reduce<number>((sum, item) => sum + count(item), 1);
  return Array.isArray(value) ? value.reduce<number>((sum, item) => sum + count(item), 1) : 1;
}
