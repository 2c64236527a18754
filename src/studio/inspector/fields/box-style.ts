/** A control made of several parts that looks like one of the kit. */
export const boxStyle =
  'min-h-(--control) w-full min-w-0 rounded-md border border-line-control bg-raised text-ink transition-colors ' +
  'hover:border-ink-muted focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-accent-ink';
