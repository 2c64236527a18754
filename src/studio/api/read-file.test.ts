import { expect, test } from 'vitest';
import { decodeText, largestFile, readFile } from './read-file.ts';

test('a text file is read as it is, line endings included', () => {
  expect(decodeText(new TextEncoder().encode('sop: 1\r\ntitle: Grüße\r\n'))).toEqual({
    ok: true,
    text: 'sop: 1\r\ntitle: Grüße\r\n',
  });
});

test('a text in UTF-16 is read too', () => {
  const units = [...'\uFEFFsop: 1'].flatMap((letter) => [
    letter.charCodeAt(0) & 255,
    letter.charCodeAt(0) >> 8,
  ]);
  expect(decodeText(new Uint8Array(units))).toEqual({ ok: true, text: 'sop: 1' });
});

test.each([
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
  ['zeros', new Uint8Array(20)],
  ['nothing', new Uint8Array()],
])('%s is refused in plain words', (_, bytes) => {
  const reading = decodeText(bytes);
  expect(reading.ok).toBe(false);
  expect(!reading.ok && reading.reason).toMatch(/^It is .*\.$/);
});

test('a file that is too large is refused unread', async () => {
  const reading = await readFile(new Blob([new Uint8Array(largestFile + 1)]));
  expect(reading).toEqual({ ok: false, reason: 'It is 5.0 MB; the studio reads files of up to 5 MB.' });
});
