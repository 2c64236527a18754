import { expect, it } from 'vitest';
import { carryFormIdentity, formIdentity } from './form-identity.ts';

it('a form stays the same when its element is renamed, and is another one for a new element of the old name', () => {
  const first = formIdentity('step:a');
  carryFormIdentity('step:a', 'step:b');
  expect(formIdentity('step:b')).toBe(first);
  expect(formIdentity('step:a')).not.toBe(first);
  expect(formIdentity('step:c')).not.toBe(first);
});
