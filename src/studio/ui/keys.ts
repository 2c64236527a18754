/** What of a key press tells which shortcut it is. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const named: Readonly<Record<string, string>> = {
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
  space: ' ',
  plus: '+',
};

/** Whether a press is these keys, written as for `Kbd`: `mod+shift+z`, `alt+1`, `?`. */
export function matchesKeys(press: KeyPress, keys: string): boolean {
  const parts = keys.toLowerCase().split('+');
  const key = parts.at(-1) ?? '';
  const wants = (part: string): boolean => parts.length > 1 && parts.slice(0, -1).includes(part);
  if ((press.ctrlKey || press.metaKey) !== wants('mod') || press.altKey !== wants('alt')) return false;
  const isSign = key.length === 1 && !/[\p{L}\p{N}]/u.test(key);
  // Which keys a sign takes is the keyboard's matter.
  if (!isSign && press.shiftKey !== wants('shift')) return false;
  // With Alt some systems type another character than the key says.
  if (press.altKey && /^[a-z0-9]$/.test(key)) return press.code === codeOf(key);
  return press.key.toLowerCase() === (named[key] ?? key);
}

function codeOf(key: string): string {
  return /\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`;
}
