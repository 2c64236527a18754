import { expect, it } from 'vitest';
import { carryIdentity, elementIdentity } from './element-identity.ts';

it('a form stays the same when its element is renamed, and is another one for a new element of the old name', () => {
  const first = elementIdentity('step:a');
  carryIdentity('step:a', 'step:b');
  expect(elementIdentity('step:b')).toBe(first);
  expect(elementIdentity('step:a')).not.toBe(first);
  expect(elementIdentity('step:c')).not.toBe(first);
});
