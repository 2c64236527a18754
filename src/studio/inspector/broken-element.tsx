import { FileWarning } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SopDocument } from '../../document/document.ts';
import { useViewState } from '../session/view-state.ts';
import { MessageText } from './message-text.tsx';
import { Button } from '../ui/button.tsx';

export interface BrokenElementProps {
  /** Such as `step:deny`. */
  readonly elementKey: string;
  readonly document: SopDocument;
  /** The form of its last readable version, if there is one: to look at only. */
  readonly children: ReactNode;
}

/** Stands over the form while an element's text cannot be read. */
export function BrokenElement({ elementKey, document, children }: BrokenElementProps) {
  const show = useViewState((state) => state.show);
  const setDock = useViewState((state) => state.setDock);
  const span = document.elementSpan(elementKey);
  const inside = document.diagnostics.find(
    (diagnostic) =>
      diagnostic.severity === 'error' &&
      span !== undefined &&
      span.from <= diagnostic.span.from &&
      diagnostic.span.from <= span.to,
  );
  const place = inside?.span ?? span ?? document.source.errors[0]?.span ?? { from: 0, to: 0 };
  const noun = elementKey.startsWith('guardrail:') ? 'guardrail' : 'step';
  return (
    <>
      <div className="sticky top-0 z-30 flex flex-col items-start gap-2 border-b border-line bg-error-soft px-4 py-3">
        <p className="flex gap-2 font-medium">
          <FileWarning aria-hidden size={16} className="mt-0.5 shrink-0 text-error-ink" />
          {`This ${noun}’s text cannot be read at line ${document.position(place.from).line}.`}
        </p>
        <p className="text-sm text-muted">
          <MessageText message={inside?.message ?? 'Put the text right, and its form comes back.'} />
        </p>
        <Button
          onClick={() => {
            setDock('code');
            show({ span: place }, 'inspector');
          }}
        >
          Go to the text
        </Button>
      </div>
      <div inert className="opacity-55">
        {children}
      </div>
    </>
  );
}
