import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { EmptyState } from '../ui/empty-state.tsx';

export interface NotFoundProps {
  readonly title: string;
  readonly text?: string;
  readonly actions?: ReactNode;
}

export function NotFound({ title, text, actions }: NotFoundProps) {
  return (
    <main className="h-full">
      <EmptyState
        title={title}
        {...(text !== undefined && { text })}
        actions={
          <>
            {actions}
            <Link
              href="/"
              className="inline-flex h-(--control) items-center rounded-md bg-accent px-3 font-medium text-on-accent hover:bg-accent-hover"
            >
              To the library
            </Link>
          </>
        }
      />
    </main>
  );
}
