import { expect, test } from 'vitest';
import { parseAddress, printAddress } from './use-address.ts';

test('what the address says is what was printed into it', () => {
  const state = {
    mode: 'simulate',
    view: 'read',
    contact: 'late & angry',
    selection: ['step:a', 'guardrail:no & yes, both', 'step:ü'],
  } as const;
  expect(parseAddress(printAddress(state))).toEqual({
    mode: state.mode,
    view: state.view,
    contact: state.contact,
    keys: state.selection,
  });
});

test('a plain view has a plain address', () => {
  expect(printAddress({ mode: 'design', view: 'canvas', contact: undefined, selection: [] })).toBe('');
  expect(printAddress({ mode: 'design', view: 'canvas', contact: undefined, selection: ['step:a'] })).toBe(
    '?select=step:a',
  );
});

test('what is no key is left out', () => {
  expect(parseAddress('?select=nonsense&select=step:&mode=fly')).toEqual({
    mode: 'design',
    view: 'canvas',
    contact: undefined,
    keys: [],
  });
});

test('a contact belongs to the simulator alone', () => {
  expect(printAddress({ mode: 'design', view: 'canvas', contact: 'a', selection: [] })).toBe('');
  expect(printAddress({ mode: 'simulate', view: 'canvas', contact: 'a', selection: [] })).toBe(
    '?mode=simulate&contact=a',
  );
});
