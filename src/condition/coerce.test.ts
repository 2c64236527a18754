import { describe, expect, it } from 'vitest';
import { formatValue, readValue, toJson } from './coerce.ts';
import { parseDuration, parseTimestamp } from './time.ts';
import type { ValueType } from './type.ts';

const item: ValueType = {
  kind: 'object',
  fields: new Map<string, ValueType>([
    ['id', { kind: 'string' }],
    ['price', { kind: 'number' }],
  ]),
};
const items: ValueType = { kind: 'list', items: item };

describe('reading JSON as a declared type', () => {
  it('takes what fits, leaves out undeclared fields, and shares nothing with the JSON', () => {
    const json = [
      { id: 'a', price: 1, colour: 'red' },
      { id: 'b', price: null },
    ];
    const read = readValue(items, json);
    expect(read).toEqual({ ok: true, value: [{ id: 'a', price: 1 }, { id: 'b' }] });
  });

  it('takes null for missing unless it is declared a value', () => {
    expect(readValue({ kind: 'string' }, null)).toEqual({ ok: true, value: undefined });
    expect(readValue({ kind: 'string', nullable: true }, null)).toEqual({ ok: true, value: null });
  });

  it('says what is wrong, and where', () => {
    expect(readValue(items, [{ id: 'a' }, { id: 'b', price: '3' }])).toEqual({
      ok: false,
      message: '"3" is not a number.',
      path: [1, 'price'],
    });
    expect(readValue(items, [null])).toEqual({
      ok: false,
      message: 'An item of a list may not be null here.',
      path: [0],
    });
    expect(readValue({ kind: 'string', enum: ['delivered'] }, 'deliverd')).toEqual({
      ok: false,
      message: '"deliverd" is not one of delivered — did you mean "delivered"?',
      path: [],
    });
    expect(readValue({ kind: 'number', minimum: -1 }, -2)).toMatchObject({
      ok: false,
      message: '-2 is below the minimum, -1.',
    });
    expect(readValue({ kind: 'timestamp' }, '2026-02-30')).toMatchObject({ ok: false });
    expect(readValue({ kind: 'number' }, Number.NaN)).toMatchObject({ ok: false });
  });

  it('keeps hostile names as plain data', () => {
    const read = readValue(
      { kind: 'map', values: { kind: 'number' } },
      JSON.parse('{"__proto__": 1, "constructor": 2}'),
    );
    expect(read.ok && JSON.stringify(toJson(read.value ?? null))).toBe('{"__proto__":1,"constructor":2}');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('is undone by toJson', () => {
    for (const [type, json] of [
      [{ kind: 'timestamp' }, '2026-03-01T14:30:00.5Z'],
      [{ kind: 'duration' }, '5400s'],
      [items, [{ id: 'a', price: 1 }]],
      [{ kind: 'dynamic' }, { a: [1, 'x', null, { b: true }] }],
    ] as const) {
      const read = readValue(type, json);
      expect(read.ok && toJson(read.value ?? null)).toEqual(json);
    }
  });
});

describe('values for people', () => {
  it.each([
    [true, undefined, 'yes'],
    [undefined, undefined, 'unknown'],
    [62.5, { kind: 'number', unit: 'USD' }, '62.5 USD'],
    [1234.5, undefined, '1234.5'],
    [1234567.25, undefined, '1\u202f234\u202f567.25'],
    [0.1 + 0.2, undefined, '0.3'],
    [-0, undefined, '0'],
    [['a', 'b', 'c'], undefined, 'a, b and c'],
    [[], undefined, 'none'],
    [{ id: 'a', price: 2 }, item, '{id: a, price: 2}'],
    [parseTimestamp('2026-03-01T14:30:00Z'), undefined, '1 Mar 2026, 14:30 UTC'],
    [parseDuration('1d1h30m'), undefined, '1 day 1 hour 30 minutes'],
    [parseDuration('-90s'), undefined, 'minus 1 minute 30 seconds'],
    [parseDuration('0s'), undefined, '0 seconds'],
  ] as const)('%s', (value, type, text) => {
    expect(formatValue(value, type as ValueType | undefined)).toBe(text);
  });
});
