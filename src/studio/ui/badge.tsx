import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type BadgeTone = 'neutral' | 'accent' | 'error' | 'warning';

const tones: Readonly<Record<BadgeTone, string>> = {
  neutral: 'bg-sunken text-muted',
  accent: 'bg-accent-soft text-accent-ink',
  error: 'bg-error-soft text-error-ink',
  warning: 'bg-warning-soft text-warning-ink',
};

export interface BadgeProps {
  readonly tone?: BadgeTone;
  /** What a screen reader says instead, e.g. `3 errors`. */
  readonly label?: string;
  readonly children: ReactNode;
}

export function Badge({ tone = 'neutral', label, children }: BadgeProps) {
  return (
    <span
      className={classNames(
        'inline-flex h-4.5 min-w-4.5 shrink-0 items-center justify-center gap-1 rounded-full px-1.5 text-2xs font-semibold tabular-nums [&_svg]:size-3',
        tones[tone],
      )}
    >
      {label === undefined ? (
        children
      ) : (
        <>
          <span aria-hidden className="contents">
            {children}
          </span>
          <span className="sr-only">{label}</span>
        </>
      )}
    </span>
  );
}
