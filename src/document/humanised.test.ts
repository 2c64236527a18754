import { expect, test } from 'vitest';
import { humanised, nameOf } from './humanised.ts';

test('an id reads as words', () => {
  expect(humanised('known-customer')).toBe('Known customer');
  expect(humanised('orders.return_items')).toBe('Orders return items');
  expect(humanised('prüfen')).toBe('Prüfen');
});

test('an id without a word in it stays as it is', () => {
  expect(humanised('--')).toBe('--');
  expect(humanised('')).toBe('');
});

test('a title goes before the id', () => {
  expect(nameOf('deny', { title: 'Turn it down' })).toBe('Turn it down');
  expect(nameOf('deny-late', { title: undefined })).toBe('Deny late');
  expect(nameOf('gone', undefined)).toBe('Gone');
});
