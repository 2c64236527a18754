import type { Finding } from '../session/view-state.ts';
import { elementKeyOf } from './searchable.ts';
import type { PlaceOfText, Searchable } from './searchable.ts';

export interface Match extends Searchable {
  /** `[from, to)` within the text; the first one is where it is shown. */
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

/** The places that hold a text. A condition and its sentence are one place: the one that says it as it was typed. */
export function findMatches(texts: Iterable<Searchable>, finding: Finding): readonly Match[] {
  const wanted = folded(finding.text, finding);
  if (wanted === '') return [];
  const matches: Match[] = [];
  for (const searchable of texts) {
    const ranges = rangesOf(folded(searchable.text, finding), wanted);
    if (ranges.length === 0) continue;
    const before = matches.at(-1);
    if (searchable.part === 'sentence' && before && isSamePlace(before.at, searchable.at)) continue;
    matches.push({ ...searchable, ranges });
  }
  return matches;
}

/** The elements that matches stand in, each once. */
export function keysOf(matches: readonly Match[]): readonly string[] {
  return [...new Set(matches.flatMap(({ at }) => elementKeyOf(at) ?? []))];
}

/** Lower case as long as that keeps every letter at its offset. */
function folded(text: string, { matchesCase }: Finding): string {
  if (matchesCase) return text;
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

function rangesOf(text: string, wanted: string): readonly (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    ranges.push([at, at + wanted.length]);
  }
  return ranges;
}

function isSamePlace(a: PlaceOfText, b: PlaceOfText): boolean {
  return a.in === 'procedure' && b.in === 'procedure' && a.path.join('/') === b.path.join('/');
}
