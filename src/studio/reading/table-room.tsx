import type { ReactNode } from 'react';

/** A table may be wider than the column: it scrolls by itself, by the keyboard too. */
export function TableRoom({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no fieldset, and a section would be one more landmark a table
    <div role="group" aria-label={label} {...{ tabIndex: 0 }} className="reading-table-room">
      {children}
    </div>
  );
}
