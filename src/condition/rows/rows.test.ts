import { describe, expect, it, test } from 'vitest';
import { conditionEnvironment as environment } from '../../testing/arbitrary-condition.ts';
import { BOOLEAN, NUMBER, TEXT } from '../type-rules.ts';
import {
  defaultValueFor,
  editorFor,
  newListRow,
  newRow,
  operatorsFor,
  subjectsOf,
  withOperator,
} from './row-choices.ts';
import type { CompareRow, Row, Rows } from './rows.ts';
import { rowsFromExpression } from './rows-from-expression.ts';
import { sourceFromRows } from './source-from-rows.ts';

function rowsOf(source: string): Rows {
  const rows = rowsFromExpression(source, environment);
  if (rows === undefined) throw new Error(source);
  return rows;
}

const about = (subject: string, operator: string, value: unknown): unknown =>
  expect.objectContaining({ kind: 'compare', subject, operator, value });
const literal = (value: unknown): unknown => ({ kind: 'literal', value });

test.each([
  ['order.total > 5', about('order.total', '>', literal(5))],
  ['5 < order.total', about('order.total', '>', literal(5))],
  ['!(order.total < 3)', about('order.total', '>=', literal(3))],
  ['order.total != order.discount', about('order.total', '!=', { kind: 'name', name: 'order.discount' })],
  [
    'order.status in ["a", "b"]',
    about('order.status', 'in', { kind: 'list', items: [literal('a'), literal('b')] }),
  ],
  ['"a" in tags', about('tags', 'includes', literal('a'))],
  ['!member', about('member', 'false', { kind: 'nothing' })],
  ['!has(note)', about('note', 'unknown', { kind: 'nothing' })],
  ['!note.startsWith("W")', about('note', 'not startsWith', literal('W'))],
  ['size(tags) >= 2', about('size(tags)', '>=', literal(2))],
  ['order.total - 1 > 5', about('order.total - 1', '>', literal(5))],
  ['!(order.total - 1 > 5)', { kind: 'text', text: '!(order.total - 1 > 5)' }],
  ['member ? order.gift : true', { kind: 'text', text: 'member ? order.gift : true' }],
  [
    'items.exists(i, i.price > 2)',
    expect.objectContaining({ quantifier: 'any', list: 'items', variable: 'i' }),
  ],
  ['!items.exists(i, i.price > 2)', expect.objectContaining({ quantifier: 'none' })],
])('%s is one row', (source, row) => {
  expect(rowsOf(source)).toEqual({ kind: 'group', join: 'and', rows: [row] });
});

describe('groups', () => {
  const source = 'member\n  && (order.total > 5 || order.gift) // since March\n  && note == "x"';

  it('are what brackets hold', () => {
    const rows = rowsOf(source);
    expect(rows.join).toBe('and');
    expect(rows.rows.map(({ kind }) => kind)).toEqual(['compare', 'group', 'compare']);
  });

  it('leave their neighbours as they stand when a row changes', () => {
    const rows = rowsOf(source);
    const last: Row = { ...(rows.rows[2] as CompareRow), value: { kind: 'literal', value: 'y' } };
    expect(sourceFromRows({ ...rows, rows: rows.rows.with(2, last) })).toBe(
      'member\n  && (order.total > 5 || order.gift) // since March\n  && note == "y"',
    );
  });

  it('take a new row, and let one go', () => {
    const rows = rowsOf(source);
    const added = newRow({ source: 'order.discount', type: NUMBER });
    expect(sourceFromRows({ ...rows, rows: [...rows.rows.slice(0, 1), added] })).toBe(
      'member\n  && order.discount > 0',
    );
    expect(sourceFromRows({ ...rows, rows: [] })).toBe('true');
  });

  it('are put in brackets where they are new', () => {
    const either: Rows = { kind: 'group', join: 'or', rows: rowsOf('member && order.gift').rows };
    const rows = rowsOf('note == "x" && order.total > 1');
    expect(sourceFromRows({ ...rows, rows: [...rows.rows, either] })).toBe(
      'note == "x" && order.total > 1 && (member || order.gift)',
    );
  });
});

test('a broken condition has no rows', () => {
  expect(rowsFromExpression('order.total >', environment)).toBeUndefined();
});

describe('what a form offers', () => {
  it('begins with an operator and a value that make a condition', () => {
    for (const subject of subjectsOf(environment)) {
      for (const operator of operatorsFor(subject.type)) {
        const row = withOperator(newRow(subject), operator);
        const source = sourceFromRows({ kind: 'group', join: 'and', rows: [row] });
        expect(rowsFromExpression(source, environment), source).toBeDefined();
      }
    }
  });

  it('asks something of a list’s items', () => {
    const items = environment.byName.get('items');
    const row = items && newListRow({ source: 'items', type: items.type });
    const source = sourceFromRows({ kind: 'group', join: 'and', rows: row ? [row] : [] });
    expect(source).toBe('items.exists(item, item.id == "")');
    expect(rowsFromExpression(source, environment)?.rows).toEqual([row]);
  });

  it('knows the fields of a list’s items', () => {
    const items = environment.byName.get('items')?.type;
    const item = items?.kind === 'list' ? items.items : TEXT;
    expect(
      subjectsOf(environment, { variable: 'i', type: item })
        .slice(0, 3)
        .map(({ source }) => source),
    ).toEqual(['i', 'i.id', 'i.price']);
  });

  it('keeps a value that another operator can use', () => {
    const row: CompareRow = {
      ...newRow({ source: 'note', type: TEXT }),
      value: { kind: 'literal', value: 'x' },
    };
    expect(withOperator(row, 'in').value).toEqual({ kind: 'list', items: [{ kind: 'literal', value: 'x' }] });
    expect(withOperator(withOperator(row, 'in'), '!=').value).toEqual({ kind: 'literal', value: 'x' });
    expect(withOperator(row, 'known').value).toEqual({ kind: 'nothing' });
  });

  it('picks editors by type', () => {
    const enumerated = { kind: 'string', enum: ['a', 'b'] } as const;
    expect(editorFor({ type: enumerated, operator: '==' })).toEqual({ kind: 'choice', values: ['a', 'b'] });
    expect(editorFor({ type: { kind: 'number', unit: 'USD', minimum: 1 }, operator: '<' })).toMatchObject({
      unit: 'USD',
    });
    expect(defaultValueFor({ type: { kind: 'number', minimum: 1 }, operator: '<' })).toEqual({
      kind: 'literal',
      value: 1,
    });
    expect(editorFor({ type: BOOLEAN, operator: 'true' })).toEqual({ kind: 'nothing' });
  });
});
