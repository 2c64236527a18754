/** What every control that holds a value looks like. */
export const controlStyle =
  'min-h-(--control) w-full min-w-0 rounded-md border border-line-control bg-raised px-2 text-ink transition-colors ' +
  'hover:border-muted disabled:opacity-50 [&[readonly]]:bg-sunken aria-invalid:border-error-line ' +
  'focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-accent-ink';
