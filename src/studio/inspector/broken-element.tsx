import { FileWarning } from 'lucide-react';
import type { SopDocument } from '../../document/document.ts';
import { useViewState } from '../session/view-state.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

export interface BrokenElementProps {
  /** Such as `step:deny`. */
  readonly elementKey: string;
  readonly document: SopDocument;
}

/** Stands where the form would be while an element's text cannot be read. */
export function BrokenElement({ elementKey, document }: BrokenElementProps) {
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
    <EmptyState
      icon={<FileWarning aria-hidden />}
      title={`This ${noun}’s text cannot be read at line ${document.position(place.from).line}`}
      text={inside?.message ?? 'Put the text right, and its form comes back.'}
      actions={
        <Button
          onClick={() => {
            setDock('code');
            show({ span: place }, 'inspector');
          }}
        >
          Go to the text
        </Button>
      }
    />
  );
}
