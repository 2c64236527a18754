import { expect, test } from 'vitest';
import { matchesKeys } from './keys.ts';
import type { KeyPress } from './keys.ts';

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}

test('Ctrl and Command are the same to a shortcut', () => {
  expect(matchesKeys(press('k', { ctrlKey: true }), 'mod+k')).toBe(true);
  expect(matchesKeys(press('k', { metaKey: true }), 'mod+k')).toBe(true);
  expect(matchesKeys(press('k'), 'mod+k')).toBe(false);
});

test('a key that is held too many is another shortcut', () => {
  expect(matchesKeys(press('Z', { ctrlKey: true, shiftKey: true }), 'mod+z')).toBe(false);
  expect(matchesKeys(press('Z', { ctrlKey: true, shiftKey: true }), 'mod+shift+z')).toBe(true);
  expect(matchesKeys(press('F8', { altKey: true }), 'F8')).toBe(false);
});

test('a sign counts however the keyboard types it', () => {
  expect(matchesKeys(press('?', { shiftKey: true }), '?')).toBe(true);
  expect(matchesKeys(press('?'), '?')).toBe(true);
});

test('with Alt the key counts, not the character that it types', () => {
  expect(matchesKeys(press('¡', { altKey: true, code: 'Digit1' }), 'alt+1')).toBe(true);
  expect(matchesKeys(press('®', { altKey: true, code: 'KeyR' }), 'alt+r')).toBe(true);
  expect(matchesKeys(press('r', { code: 'KeyR' }), 'alt+r')).toBe(false);
});

test('arrows, Enter and Space go by their short names', () => {
  expect(matchesKeys(press('ArrowLeft', { altKey: true }), 'alt+left')).toBe(true);
  expect(matchesKeys(press('Enter', { ctrlKey: true }), 'mod+enter')).toBe(true);
  expect(matchesKeys(press(' ', { ctrlKey: true }), 'mod+space')).toBe(true);
});
