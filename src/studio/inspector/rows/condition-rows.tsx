import { useState, type ReactNode } from 'react';
import type { Environment } from '../../../condition/environment.ts';
import type { Rows } from '../../../condition/rows/rows.ts';
import { sourceFromRows } from '../../../condition/rows/source-from-rows.ts';
import { RowGroup } from './row-group.tsx';

export interface ConditionRowsProps {
  readonly label: string;
  readonly rows: Rows;
  readonly environment: Environment;
  readonly aside: ReactNode;
  /** The condition as a sentence. */
  readonly hint: ReactNode;
  readonly write: (text: string) => string | undefined;
}

/** A condition as rows to fill in; each change is written at once, and told as a sentence. */
export function ConditionRows({ label, rows, environment, aside, hint, write }: ConditionRowsProps) {
  const [refusal, setRefusal] = useState<string>();
  const change = (next: Rows): string | undefined => {
    const reason = write(next.rows.length === 0 ? '' : sourceFromRows(next));
    setRefusal(reason);
    return reason;
  };
  return (
    <fieldset aria-label={label} className="flex min-w-0 flex-col gap-1">
      <div className="flex min-h-4 items-center justify-between gap-2">
        <span aria-hidden className="truncate text-xs font-medium text-muted">
          {label}
        </span>
        {aside}
      </div>
      <RowGroup prefix="Row " group={rows} environment={environment} onChange={change} />
      <output className="block text-xs text-faint">{hint}</output>
      {refusal !== undefined && <p className="text-xs text-error-ink">{refusal}</p>}
    </fieldset>
  );
}
