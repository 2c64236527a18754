import { lazy, Suspense } from 'react';
import { AppearanceMenu } from './appearance-menu.tsx';
import { Logo } from './logo.tsx';
import { useTitle } from './use-title.ts';

const LibraryPage = lazy(async () => ({
  default: (await import('../library/library-page.tsx')).LibraryPage,
}));

export function LibraryRoute() {
  useTitle('Procedures');
  return (
    <div className="flex h-full flex-col">
      <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line bg-surface px-4">
        <Logo />
        <span className="mr-auto text-lg font-semibold tracking-tight">Sopwright</span>
        <AppearanceMenu />
      </header>
      <Suspense>
        <LibraryPage />
      </Suspense>
    </div>
  );
}
