import { TriangleAlert } from 'lucide-react';
import { useDocument } from '../session/session-context.tsx';
import { useViewState } from '../session/view-state.ts';
import { InlineCode } from '../ui/inline-code.tsx';

/** Says where the text is broken, while it is. */
export function BrokenTextBanner() {
  const document = useDocument();
  const show = useViewState((state) => state.show);
  const [error] = document.source.errors;
  if (document.wellFormed || !error) return <output className="sr-only" />;
  const said = document.diagnostics.find(({ code }) => code === 'yaml') ?? error;
  const { line } = document.position(error.span.from);
  return (
    <output className="flex items-start gap-2 border-b border-line bg-error-soft px-3 py-1.5 text-sm text-ink">
      <TriangleAlert size={14} className="mt-0.5 shrink-0 text-error-ink" aria-hidden="true" />
      <span className="min-w-0 flex-1">
        <button
          type="button"
          className="font-medium text-error-ink underline underline-offset-2"
          onClick={() => show({ span: error.span }, 'problems')}
        >
          Line {line}
        </button>
        : <InlineCode text={said.message} />{' '}
        <span className="text-muted">The canvas keeps the last good picture.</span>
      </span>
    </output>
  );
}
