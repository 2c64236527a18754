import type { ReactNode } from 'react';

export interface SectionProps {
  readonly title: string;
  /** At the right of the title: a button that adds one. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, aside, children }: SectionProps) {
  return (
    <section aria-label={title} className="flex flex-col gap-3 border-t border-line px-4 py-3">
      <div className="flex min-h-6 items-center justify-between gap-2">
        <h3 className="text-sm font-semibold">{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  );
}
