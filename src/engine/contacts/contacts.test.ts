import { describe, expect, it } from 'vitest';
import { parseContacts } from './parse-contacts.ts';
import { locateJsonError } from './json-error.ts';

describe('contacts', () => {
  it('are read alike from JSON, JSON Lines and YAML', () => {
    const contact = {
      id: 'a',
      facts: { n: 1 },
      turns: ['hello', { say: 'yes', facts: { b: true } }],
      results: { get: { error: 'down' }, put: [{ facts: { n: 2 } }, null] },
      expect: {
        outcome: 'done',
        actions: ['get', { name: 'put', args: { n: 1 } }],
        escalation: null,
        path: ['s'],
      },
    };
    const json = parseContacts(JSON.stringify([contact]), 'json');
    expect(json.problems).toEqual([]);
    expect(json.contacts[0]).toMatchObject({
      id: 'a',
      turns: [
        { text: 'hello', facts: {} },
        { text: 'yes', facts: { b: true } },
      ],
      results: {
        get: [{ ok: false, error: 'down' }],
        put: [
          { ok: true, facts: { n: 2 } },
          { ok: true, facts: {} },
        ],
      },
      expect: {
        outcome: 'done',
        actions: [{ name: 'get' }, { name: 'put', args: { n: 1 } }],
        escalation: null,
        path: ['s'],
      },
    });
    expect(parseContacts(JSON.stringify(contact), 'jsonl')).toEqual(json);
    expect(parseContacts(JSON.stringify({ contacts: [contact] }), 'yaml')).toEqual(json);
  });

  it('tell where a text is not JSON', () => {
    const { contacts, problems } = parseContacts('[\n  {"id": "a",}\n]', 'json');
    expect(contacts).toEqual([]);
    expect(problems).toEqual([
      {
        severity: 'error',
        message: 'Not JSON: Expected a key in double quotes here.',
        contact: undefined,
        line: 2,
        column: 14,
      },
    ]);
  });

  it('leave out a faulty line of JSON Lines and keep the others', () => {
    const { contacts, problems } = parseContacts('{"id":"a"}\n\n{"id":\n{"id":"c"}\r\n', 'jsonl');
    expect(contacts.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(problems).toMatchObject([{ severity: 'error', line: 3, column: 7 }]);
  });

  it('tell where a text is not YAML', () => {
    const { problems } = parseContacts('- id: a\n- id: [b\n', 'yaml');
    expect(problems).toMatchObject([{ severity: 'error' }]);
    expect(problems[0]?.line).toBeGreaterThanOrEqual(2);
  });

  it('name what does not fit, with its line in YAML', () => {
    const { contacts, problems } = parseContacts('- id: a\n- id: b\n  turns: no\n  mood: bad\n- 7\n', 'yaml');
    expect(contacts.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(problems).toEqual([
      expect.objectContaining({
        contact: 'b',
        line: 2,
        message: 'Contact b has an unknown key "mood"; it is ignored.',
      }),
      expect.objectContaining({
        contact: 'b',
        line: 2,
        message: 'Contact b: turns is text; it should be a list.',
      }),
      expect.objectContaining({
        severity: 'error',
        message: 'Contact 3 is a number; a contact is a map with id, facts and turns.',
      }),
    ]);
  });

  it('list no more than a hundred problems, and count the rest', () => {
    const { problems } = parseContacts('nonsense\n'.repeat(150), 'jsonl');
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)?.message).toBe('50 more problems are not listed.');
  });

  it('survive an attack by repeated aliases', () => {
    const levels = Array.from(
      { length: 9 },
      (_, n) =>
        `l${n + 1}: &l${n + 1} [${Array(9)
          .fill(n === 0 ? 'x' : `*l${n}`)
          .join(', ')}]`,
    );
    const { contacts, problems } = parseContacts(levels.join('\n'), 'yaml');
    expect(contacts).toEqual([]);
    expect(problems[0]?.severity).toBe('error');
  });

  it('take "__proto__" for a key like any other', () => {
    const { contacts } = parseContacts(
      '{"id":"a","facts":{"__proto__":{"admin":true}},"results":{"__proto__":{"error":"x"}}}',
      'jsonl',
    );
    expect(Object.keys(contacts[0]?.facts ?? {})).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });
});

describe('the place of a JSON error', () => {
  it.each([
    ['{"a": 1', 7, 'The text ends where "," or "}" was expected.'],
    ['[1 2]', 3, 'Expected "," or "]" here.'],
    ['{"a" 1}', 5, 'Expected ":" here.'],
    ['"abc', 0, 'This string is never closed.'],
    ['[01]', 1, 'Expected a value here.'],
    ['["\\x"]', 2, 'Unknown escape in a string.'],
    ['{} x', 3, 'Expected the end of the text here.'],
    ['', 0, 'The text ends where a value was expected.'],
  ])('of %s', (text, offset, message) => {
    expect(() => JSON.parse(text) as unknown).toThrow();
    expect(locateJsonError(text)).toEqual({ offset, message });
  });
});
