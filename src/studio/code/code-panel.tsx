import { lazy, Suspense } from 'react';
import { BrokenTextBanner } from './broken-text-banner.tsx';
import { EditorSkeleton } from './editor-skeleton.tsx';

const ProcedureEditor = lazy(async () => {
  const { ProcedureEditor } = await import('./procedure-editor.tsx');
  return { default: ProcedureEditor };
});

/** The procedure's text. `nokey`: the canvas would otherwise take the spaces typed here for its own shortcut. */
export function CodePanel() {
  return (
    <section aria-label="Code" className="nokey flex h-full min-h-0 flex-col bg-surface">
      <BrokenTextBanner />
      <div className="min-h-0 flex-1">
        <Suspense fallback={<EditorSkeleton />}>
          <ProcedureEditor />
        </Suspense>
      </div>
    </section>
  );
}
