/** Larger than any procedure that the studio could show: 5 MB. */
export const largestFile = 5_000_000;

export type FileReading =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string };

/** A file's text, or why it is none. */
export async function readFile(file: Blob & { readonly name?: string }): Promise<FileReading> {
  if (file.size > largestFile) {
    const size = (file.size / 1_000_000).toFixed(1);
    return {
      ok: false,
      reason: `It is ${size} MB; the studio reads files of up to ${largestFile / 1_000_000} MB.`,
    };
  }
  return decodeText(new Uint8Array(await file.arrayBuffer()));
}

export function decodeText(bytes: Uint8Array): FileReading {
  const encoding = utf16(bytes) ?? 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, reason: 'It is not a text file, or its text is not in UTF-8.' };
  }
  if (text.includes('\0')) return { ok: false, reason: 'It is not a text file.' };
  if (text.trim() === '') return { ok: false, reason: 'It is empty.' };
  return { ok: true, text };
}

/** By its byte order mark. */
function utf16([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}
