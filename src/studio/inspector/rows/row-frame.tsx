import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';

export interface RowFrameProps {
  /** Such as `Row 2.1`. */
  readonly name: string;
  readonly onDelete: () => void;
  readonly children: ReactNode;
}

/** One row with the button that takes it away. */
export function RowFrame({ name, onDelete, children }: RowFrameProps) {
  return (
    <fieldset aria-label={name} className="flex min-w-0 items-start gap-1 rounded-md bg-sunken p-1.5">
      <div className="flex min-w-0 grow flex-wrap items-start gap-1">{children}</div>
      <IconButton label={`Delete ${name.toLowerCase()}`} data-delete-row onClick={onDelete}>
        <Trash2 aria-hidden />
      </IconButton>
    </fieldset>
  );
}
