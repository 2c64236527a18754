const steps: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, milliseconds: number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' });
const whole = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short' });

/** "just now", "5 minutes ago", "yesterday"; a date when it is more than a week ago. */
export function sinceWhen(time: number, now: number): string {
  const past = now - time;
  if (past > 7 * 86_400_000) return day.format(time);
  for (const [unit, length] of steps)
    if (past >= length) return relative.format(-Math.floor(past / length), unit);
  return 'just now';
}

export function wholeDate(time: number): string {
  return whole.format(time);
}
