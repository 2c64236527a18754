import type { SopDocument } from '../../../document/document.ts';
import { Button } from '../../ui/button.tsx';
import { ElementIcon } from '../../ui/element-icon.tsx';
import { elementWord } from '../../ui/element-kind.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useCanvasState } from '../canvas-state.ts';
import { useGestures } from '../gestures/gestures-context.ts';
import { elementKinds } from './element-kinds.ts';

/** Says that a picture is not up to date, and where the text breaks. */
export function BrokenNotice({ document }: { readonly document: SopDocument }) {
  const first = document.source.errors[0];
  if (document.wellFormed || !first) return undefined;
  return (
    <output className="canvas-notice" data-tone="error">
      Line {document.position(first.span.from).line} cannot be read. What it breaks is shown as it last was.
    </output>
  );
}

/** While a layout runs; the style sheet lets it appear only when that takes long enough to wonder. */
export function ArrangingNotice({ cancel }: { readonly cancel: () => void }) {
  const count = useCanvasState((state) => state.arranging);
  if (count === undefined) return undefined;
  return (
    <div className="canvas-notice" data-late>
      <progress aria-label="Laying out" className="canvas-progress" />
      Laying out {count} elements
      <Button variant="ghost" onClick={cancel}>
        Cancel
      </Button>
    </div>
  );
}

export function EmptyCanvas() {
  const gestures = useGestures();
  return (
    <div className="canvas-empty nokey">
      <EmptyState
        title="Empty procedure: add the first step"
        text="Or paste a procedure as YAML into the code panel."
        actions={elementKinds
          .filter((kind) => kind !== 'guardrail')
          .map((kind) => (
            <Button key={kind} icon={<ElementIcon kind={kind} />} onClick={() => gestures.add(kind)}>
              {elementWord[kind]}
            </Button>
          ))}
      />
    </div>
  );
}

/** Tells screen readers what each gesture came to. */
export function Announcements() {
  const { text, tick } = useCanvasState((state) => state.said);
  return (
    <div aria-live="polite" className="sr-only">
      <span key={tick}>{text}</span>
    </div>
  );
}
