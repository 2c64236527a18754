import { distance } from 'fastest-levenshtein';

/** The candidate that was probably meant. Of a dotted name the last part alone may be meant. */
export function suggest(written: string, candidates: Iterable<string>): string | undefined {
  const wanted = written.toLowerCase();
  const limit = Math.max(1, Math.floor(written.length / 3));
  let best: string | undefined;
  let least = limit + 1;
  let bySuffix: string | undefined;
  for (const candidate of candidates) {
    const apart = distance(wanted, candidate.toLowerCase());
    if (apart < least) {
      least = apart;
      best = candidate;
    }
    if (candidate.toLowerCase().endsWith(`.${wanted}`)) bySuffix ??= candidate;
  }
  return best ?? bySuffix;
}

export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : ` — did you mean ${suggestion}?`;
}

/** `a, b, c`; past `most` the rest is counted. */
export function listed(values: readonly string[], most = 12): string {
  if (values.length <= most) return values.join(', ');
  return `${values.slice(0, most).join(', ')} and ${values.length - most} more`;
}
