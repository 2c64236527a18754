import { useDeferredValue, useMemo } from 'react';
import { problemsByElement } from '../session/problems-by-element.ts';
import { useDocument } from '../session/session-context.tsx';
import { useProblems } from '../session/use-problems.ts';
import { useViewState } from '../session/view-state.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { fillParent } from '../ui/fill-parent.ts';
import { ReadingDocument } from './reading-document.tsx';
import { useLightPrint } from './use-light-print.ts';
import { useReadingCommands } from './use-reading-commands.ts';
import { useReadingPlace } from './use-reading-place.ts';
import './reading.css';

/** The procedure as a document in plain language: to read, to select and link in, to print. */
export function ReadingView() {
  const document = useDocument();
  const problems = useProblems();
  const setView = useViewState((state) => state.setView);
  // Typing beside it comes first: the text follows as soon as there is time.
  const shown = useDeferredValue(document.procedure);
  const marked = useDeferredValue(problems);
  const byElement = useMemo(() => problemsByElement(marked), [marked]);
  useReadingPlace();
  useReadingCommands();
  useLightPrint();
  if (shown.steps.size === 0 && shown.guardrails.size === 0) {
    return (
      <EmptyState
        title="Nothing to read yet"
        text="Add a first step on the canvas or in the code."
        actions={<Button onClick={() => setView('canvas')}>Show the canvas</Button>}
      />
    );
  }
  return (
    <div className="reading-place">
      <section ref={fillParent} aria-label="Reading view" className="reading-room" data-reading-of={shown.id}>
        <ReadingDocument procedure={shown} problems={byElement} />
      </section>
    </div>
  );
}
