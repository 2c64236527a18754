import { cloneElement, useId } from 'react';
import type { ReactElement, ReactNode } from 'react';

interface ControlProps {
  readonly id?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
}

export interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong with the value, in plain words. */
  readonly problem?: ReactNode;
  /** Sits at the right of the label: a unit, a small button. */
  readonly aside?: ReactNode;
  /** One control of this kit; it is given the id and the descriptions. */
  readonly children: ReactElement<ControlProps>;
}

export function Field({ label, hint, problem, aside, children }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const problemId = `${id}-problem`;
  const described = [hint !== undefined && hintId, problem !== undefined && problemId]
    .filter(Boolean)
    .join(' ');
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex min-h-4 items-center justify-between gap-2">
        <label htmlFor={id} className="truncate text-xs font-medium text-muted">
          {label}
        </label>
        {aside}
      </div>
      {cloneElement(children, {
        id,
        ...(described !== '' && { 'aria-describedby': described }),
        ...(problem !== undefined && { 'aria-invalid': true }),
      })}
      {hint !== undefined && (
        <p id={hintId} className="text-xs text-faint">
          {hint}
        </p>
      )}
      {problem !== undefined && (
        <p id={problemId} className="text-xs text-error-ink">
          {problem}
        </p>
      )}
    </div>
  );
}
