import { describe, expect, it } from 'vitest';
import type { ValueType } from '../../condition/type.ts';
import { draftControl, draftOf, readDraft } from './value-draft.ts';

const texts: ValueType = { kind: 'list', items: { kind: 'string' } };
const items: ValueType = {
  kind: 'list',
  items: {
    kind: 'object',
    fields: new Map([
      ['id', { kind: 'string' }],
      ['price', { kind: 'number' }],
    ]),
  },
};

describe('a typed value', () => {
  it.each<[ValueType, unknown]>([
    [{ kind: 'string' }, 'hello, world'],
    [{ kind: 'string' }, ''],
    [{ kind: 'string', enum: ['a', 'b'] }, 'b'],
    [{ kind: 'number' }, -0.28],
    [{ kind: 'boolean' }, false],
    [{ kind: 'timestamp' }, '2026-05-04T09:30:00Z'],
    [{ kind: 'string', nullable: true }, null],
    [texts, ['one', 'two']],
    [texts, ['a, b', '[c]', ' d', '']],
    [texts, ['12', 'true']],
    [texts, []],
    [items, [{ id: '7', price: 3 }]],
    [
      { kind: 'map', values: { kind: 'number' } },
      { a: 1, 'b c': 2 },
    ],
  ])('of type %j reads back as what was shown: %j', (type, json) => {
    expect(readDraft(type, draftOf(type, json))).toEqual({ ok: true, json });
  });

  it('is unknown while nothing is typed', () => {
    expect(draftOf({ kind: 'number' }, undefined)).toBe('');
    expect(readDraft({ kind: 'number' }, ' ')).toEqual({ ok: true, json: undefined });
    expect(draftOf({ kind: 'number' }, null)).toBe('');
  });

  it.each<[ValueType, string]>([
    [{ kind: 'number' }, 'twelve'],
    [{ kind: 'number', maximum: 1 }, '2'],
    [{ kind: 'string', enum: ['a'] }, 'c'],
    [{ kind: 'boolean' }, 'maybe'],
    [{ kind: 'timestamp' }, 'yesterday'],
    [items, '[{ id: '],
    [{ kind: 'list', items: { kind: 'number' } }, '1, two'],
  ])('of type %j is refused with a reason: %j', (type, draft) => {
    const read = readDraft(type, draft);
    expect(read.ok ? '' : read.message).toMatch(/\w/);
  });

  it('is asked for by what fits its type', () => {
    expect(draftControl({ kind: 'boolean' })).toBe('switch');
    expect(draftControl({ kind: 'string', enum: ['a'] })).toBe('choice');
    expect(draftControl(texts)).toBe('line');
    expect(draftControl(items)).toBe('lines');
  });
});
