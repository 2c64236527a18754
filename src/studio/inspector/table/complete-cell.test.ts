import { describe, expect, it } from 'vitest';
import { createEnvironment } from '../../../condition/environment.ts';
import type { ValueType } from '../../../condition/type.ts';
import { completeCell } from './complete-cell.ts';

const status: ValueType = { kind: 'string', enum: ['pending', 'delivered'] };
const environment = createEnvironment(
  [
    { name: 'order.status', type: status, role: 'fact' },
    { name: 'parameters.limit', type: { kind: 'number' }, role: 'parameter' },
  ],
  [],
);

/** `|` is the cursor; what each completion would make of the cell. */
function offered(cell: string, type: ValueType): readonly string[] {
  const offset = cell.indexOf('|');
  const text = cell.replace('|', '');
  return completeCell(text, offset, type, environment).map(
    ({ from, to, insert }) => text.slice(0, from) + insert + text.slice(to),
  );
}

describe('completion in a cell', () => {
  it('offers the values of an enumeration, alone, in lists and behind comparisons', () => {
    expect(offered('|', status)).toEqual(['pending', 'delivered']);
    expect(offered('del|', status)[0]).toBe('delivered');
    expect(offered('[pending, d|]', status)[0]).toBe('[pending, delivered]');
    expect(offered('!= p|', status)[0]).toBe('!= pending');
    expect(offered('in [pen|', status)[0]).toBe('in [pending');
  });

  it('offers yes and no', () => {
    expect(offered('|', { kind: 'boolean' })).toEqual(['true', 'false']);
  });

  it('offers names behind a comparison with a number', () => {
    expect(offered('> 5 && <= par|', { kind: 'number' })[0]).toBe('> 5 && <= parameters.limit');
    expect(offered('> parameters.l|', { kind: 'number' })[0]).toBe('> parameters.limit');
  });
});
