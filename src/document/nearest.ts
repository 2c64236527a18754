import { distance } from 'fastest-levenshtein';
import type { Remedy } from './finding.ts';

/** The candidate that was probably meant: about a third of its letters differ at most; case does not count. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(name.length > 3 ? 2 : 1, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= bestDistance || candidate === name) continue;
    const apart = distance(wanted, candidate.toLowerCase());
    if (apart < bestDistance) [best, bestDistance] = [candidate, apart];
  }
  return best;
}

/** The end of a message and the fix that go with it; empty where nothing is near. */
export function didYouMean(
  name: string,
  candidates: Iterable<string>,
): { readonly hint: string; readonly remedies: readonly Remedy[] } {
  const meant = nearest(name, candidates);
  if (meant === undefined) return { hint: '', remedies: [] };
  return {
    hint: ` Did you mean \`${meant}\`?`,
    remedies: [{ kind: 'replace', title: `Change to \`${meant}\``, with: meant }],
  };
}
