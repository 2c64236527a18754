import { expect, test } from 'vitest';
import { addressOfCalled, addressOfCaller, callersIn } from './callers.ts';

const way = [
  { procedure: 'outer', step: 'verify' },
  { procedure: 'middle', step: 'ask/again & more' },
];

test('the address says the way that was taken', () => {
  const { pathname, search } = new URL(addressOfCalled('inner', way), 'http://studio');
  expect(pathname).toBe('/p/inner');
  expect(callersIn(search)).toEqual(way);
});

test('the way back leads to the step that called, and keeps the way before it', () => {
  const { pathname, search } = new URL(addressOfCaller(way, 1) ?? '', 'http://studio');
  expect(pathname).toBe('/p/middle');
  expect(callersIn(search)).toEqual(way.slice(0, 1));
  expect(new URLSearchParams(search).get('select')).toBe('step:ask/again & more');
});

test('what is no caller is left out', () => {
  expect(callersIn('?from=nonsense&from=/step&from=a/b')).toEqual([{ procedure: 'a', step: 'b' }]);
  expect(addressOfCaller(way, 2)).toBeUndefined();
});

test('who reads goes on reading, there and back', () => {
  for (const address of [addressOfCalled('inner', way, 'read'), addressOfCaller(way, 1, 'read') ?? '']) {
    expect(new URL(address, 'http://studio').searchParams.get('view')).toBe('read');
  }
  expect(addressOfCalled('inner', [])).toBe('/p/inner');
});
