import type { Path } from '../diagnostic.ts';

/** Parts of the string at `path` to be exchanged; offsets of its value, sorted, not overlapping. */
export interface Rewrite {
  readonly path: Path;
  readonly parts: readonly { readonly from: number; readonly to: number; readonly insert: string }[];
}

export function rewriteText(text: string, { parts }: Rewrite): string {
  let result = '';
  let at = 0;
  for (const part of parts) {
    result += text.slice(at, part.from) + part.insert;
    at = part.to;
  }
  return result + text.slice(at);
}

/** The whole string exchanged. */
export function rewriteWhole(path: Path, old: string, next: string): Rewrite {
  return { path, parts: [{ from: 0, to: old.length, insert: next }] };
}
