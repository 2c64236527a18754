import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { Refusal } from './refusal.ts';

/** The text of a file; `-` is the standard input. */
export async function readText(file: string): Promise<string> {
  try {
    return file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  } catch (error) {
    throw new Refusal(`cannot read ${file}: ${whyUnreadable(error)}`);
  }
}

export function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file.';
  if (code === 'EISDIR') return 'it is a folder.';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read.';
  return `${error instanceof Error ? error.message : String(error)}.`;
}
