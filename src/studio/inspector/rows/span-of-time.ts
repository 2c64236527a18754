/** Units that people speak of, the longest first, with what a duration's text calls them. */
export const timeUnits = [
  { value: 'd', label: 'days' },
  { value: 'h', label: 'hours' },
  { value: 'm', label: 'minutes' },
  { value: 's', label: 'seconds' },
] as const;

/** A duration of one unit: `30d`; undefined for any other, which stays text. */
export function readSpan(text: string): { readonly count: string; readonly unit: string } | undefined {
  const found = /^(\d+(?:\.\d+)?)([dhms])$/.exec(text.trim());
  return found ? { count: found[1] ?? '', unit: found[2] ?? '' } : undefined;
}
