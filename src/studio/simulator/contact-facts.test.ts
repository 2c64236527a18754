import { describe, expect, it } from 'vitest';
import { factPath, findFact } from './contact-facts.ts';

const nested = new Map<string, unknown>([
  [
    'order',
    new Map<string, unknown>([
      ['status', 'pending'],
      ['ship.city', 'Graz'],
    ]),
  ],
  ['customer.authenticated', true],
]);

describe('facts of a contact', () => {
  it('are found nested, dotted and half of each', () => {
    expect(findFact(nested, 'order.status')).toEqual({ path: ['order', 'status'], value: 'pending' });
    expect(findFact(nested, 'customer.authenticated')).toEqual({
      path: ['customer.authenticated'],
      value: true,
    });
    expect(findFact(nested, 'order.ship.city')).toEqual({ path: ['order', 'ship.city'], value: 'Graz' });
    expect(findFact(nested, 'order.total')).toBeUndefined();
    expect(findFact(undefined, 'order.total')).toBeUndefined();
  });

  it('are written beside their relatives, and dotted where they have none', () => {
    expect(factPath(nested, 'order.status')).toEqual(['order', 'status']);
    expect(factPath(nested, 'order.total')).toEqual(['order', 'total']);
    expect(factPath(nested, 'customer.name')).toEqual(['customer.name']);
    expect(factPath(undefined, 'customer.name')).toEqual(['customer.name']);
  });
});
