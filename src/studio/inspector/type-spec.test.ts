import { describe, expect, it } from 'vitest';
import type { ValueType } from '../../condition/type.ts';
import { typeEntries, typeOfKind, typeSpec } from './type-spec.ts';

const mapOf = (entries: object) => new Map<string, unknown>(Object.entries(entries));

describe('a type as YAML has it', () => {
  it('is a word where it says no more', () => {
    expect(typeSpec({ kind: 'string' })).toBe('string');
    expect(typeSpec({ kind: 'duration' })).toBe('duration');
  });
  it('has all its keys where it says more', () => {
    expect(typeSpec({ kind: 'number', unit: 'USD', minimum: 0 })).toEqual(
      mapOf({ type: 'number', unit: 'USD', minimum: 0 }),
    );
    expect(typeSpec({ kind: 'boolean', nullable: true })).toEqual(mapOf({ type: 'boolean', nullable: true }));
  });
  it('names the fields of a record by themselves', () => {
    const item: ValueType = {
      kind: 'object',
      fields: new Map([
        ['id', { kind: 'string' }],
        ['price', { kind: 'number' }],
      ]),
    };
    expect(typeSpec({ kind: 'list', items: item })).toEqual(
      mapOf({ type: 'list', items: mapOf({ id: 'string', price: 'number' }) }),
    );
  });
  it('spells a record out that has a field named type', () => {
    const record: ValueType = { kind: 'object', fields: new Map([['type', { kind: 'string' }]]) };
    expect(typeSpec(record)).toEqual(mapOf({ type: 'object', fields: mapOf({ type: 'string' }) }));
  });
  it('gives a declaration its keys', () => {
    expect([...typeEntries({ kind: 'string', enum: ['a', 'b'] })]).toEqual([
      ['type', 'string'],
      ['enum', ['a', 'b']],
    ]);
  });
});

describe('another kind of type', () => {
  it('keeps what is inside and whether null counts', () => {
    expect(typeOfKind('map', { kind: 'list', items: { kind: 'number' }, nullable: true })).toEqual({
      kind: 'map',
      values: { kind: 'number' },
      nullable: true,
    });
  });
  it('drops what the new kind cannot say', () => {
    expect(typeOfKind('number', { kind: 'string', enum: ['a'] })).toEqual({ kind: 'number' });
  });
});
