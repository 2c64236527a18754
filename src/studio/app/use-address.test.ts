import { expect, test } from 'vitest';
import { parseAddress, printAddress } from './use-address.ts';
import type { Address } from './use-address.ts';

const plain: Address = { mode: 'design', view: 'canvas', contact: undefined, selection: [], callers: [] };

test('what the address says is what was printed into it', () => {
  const address: Address = {
    mode: 'simulate',
    view: 'read',
    contact: 'late & angry',
    selection: ['step:a', 'guardrail:no & yes, both', 'step:ü'],
    callers: [{ procedure: 'abc', step: 'verify' }],
  };
  expect(parseAddress(printAddress(address))).toEqual(address);
});

test('a plain view has a plain address', () => {
  expect(printAddress(plain)).toBe('');
  expect(printAddress({ ...plain, selection: ['step:a'] })).toBe('?select=step:a');
});

test('what is no key is left out', () => {
  expect(parseAddress('?select=nonsense&select=step:&mode=fly&view=x&from=nobody')).toEqual(plain);
});

test('a contact belongs to the simulator alone', () => {
  expect(printAddress({ ...plain, contact: 'a' })).toBe('');
  expect(printAddress({ ...plain, mode: 'simulate', contact: 'a' })).toBe('?mode=simulate&contact=a');
});

test('the way to the procedure is readable in the address', () => {
  expect(printAddress({ ...plain, callers: [{ procedure: 'abc', step: 'verify' }] })).toBe(
    '?from=abc/verify',
  );
});
