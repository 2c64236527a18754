import { describe, expect, it } from 'vitest';
import { checkExpression } from '../../../condition/check.ts';
import { createEnvironment } from '../../../condition/environment.ts';
import { rowsFromExpression } from '../../../condition/rows/rows-from-expression.ts';
import { sourceFromRows } from '../../../condition/rows/source-from-rows.ts';
import type { Rows } from '../../../condition/rows/rows.ts';
import type { ValueType } from '../../../condition/type.ts';
import {
  aboutItems,
  aboutSubject,
  emptyRows,
  firstRow,
  newGroup,
  withMore,
  withoutRow,
  withRow,
} from './change-rows.ts';

const item: ValueType = {
  kind: 'object',
  fields: new Map<string, ValueType>([
    ['price', { kind: 'number' }],
    ['name', { kind: 'string' }],
  ]),
};
const environment = createEnvironment(
  [
    { name: 'order.status', type: { kind: 'string', enum: ['pending', 'delivered'] }, role: 'fact' },
    { name: 'order.total', type: { kind: 'number', unit: 'USD' }, role: 'fact' },
    { name: 'order.items', type: { kind: 'list', items: item }, role: 'fact' },
  ],
  [],
);

function rowsOf(source: string): Rows {
  const rows = rowsFromExpression(source, environment);
  if (rows === undefined) throw new Error(`no rows of ${source}`);
  return rows;
}

function readable(rows: Rows): string {
  const source = sourceFromRows(rows);
  expect(checkExpression(source, environment, { kind: 'boolean' }).problems).toEqual([]);
  return source;
}

describe('rows that a person changes', () => {
  it('leave what was not changed as it was written', () => {
    const rows = rowsOf('order.total>50   &&  order.status == "pending"');
    expect(readable(withMore(rows, firstRow(environment, undefined)))).toBe(
      'order.total>50   &&  order.status == "pending" && order.status == "pending"',
    );
    expect(readable(withoutRow(rows, 0))).toBe('order.status == "pending"');
  });

  it('can be read at once, from the first on', () => {
    expect(readable(withMore(emptyRows, firstRow(environment, undefined)))).toBe('order.status == "pending"');
  });

  it('about another thing of the same type keep what they compare with', () => {
    const rows = rowsOf('order.total >= 70');
    const [row] = rows.rows;
    if (row?.kind !== 'compare') throw new Error('no comparison');
    const other = aboutSubject(row, { source: 'order.status', type: { kind: 'string', enum: ['pending'] } });
    expect(readable(withRow(rows, 0, other))).toBe('order.status == "pending"');
    expect(readable(withRow(rows, 0, aboutSubject(row, { source: 'order.total * 2', type: row.type })))).toBe(
      'order.total * 2 >= 70',
    );
  });

  it('stand in groups that stay groups when they are read again', () => {
    const rows = withMore(rowsOf('order.total > 5'), newGroup('or', environment, undefined));
    const source = readable(rows);
    expect(source).toBe('order.total > 5 && (order.status == "pending" || order.total > 0)');
    expect(rowsOf(source).rows[1]).toMatchObject({ kind: 'group', join: 'or' });
  });

  it('ask something of the items of a list', () => {
    const asked = aboutItems(
      { subject: 'order.items', type: { kind: 'list', items: item } },
      'all',
      environment,
    );
    expect(asked && readable({ ...emptyRows, rows: [asked] })).toBe('order.items.all(item, item.price > 0)');
  });
});
