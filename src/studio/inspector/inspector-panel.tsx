import type { KeyboardEvent } from 'react';
import type { SopDocument } from '../../document/document.ts';
import { nameOf } from '../../document/humanised.ts';
import { focusPanel } from '../ui/focus-panel.ts';
import { elementIdentity } from '../session/element-identity.ts';
import { useSnapshot } from '../session/session-context.tsx';
import { useProblems } from '../session/use-problems.ts';
import { useViewState } from '../session/view-state.ts';
import { BrokenElement } from './broken-element.tsx';
import { ElementHeader } from './element-header.tsx';
import { GuardrailForm } from './forms/guardrail-form.tsx';
import { ProcedureForm } from './forms/procedure-form.tsx';
import { StepForm } from './forms/step-form.tsx';
import { ProblemList } from './problem-list.tsx';
import { problemsOf } from './problems-of.ts';
import { SeveralElements } from './several-elements.tsx';
import { useInspected, type Inspected } from './use-inspected.ts';

/** A form for what is selected; for the procedure itself while nothing is. */
export function InspectorPanel() {
  const inspected = useInspected();
  const selection = useViewState((state) => state.selection);
  const { document } = inspected;
  const keys = selection.filter((key) => exists(document, key));
  return (
    // Escape goes back to the canvas from every field; what a field does with it itself, it does first.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      aria-label="Inspector"
      onKeyDown={leaveByEscape}
      className="h-full overflow-y-auto bg-surface focus-visible:outline-none"
    >
      {keys.length > 1 ? (
        <SeveralElements keys={keys} document={document} />
      ) : (
        <OneElement
          key={keys[0] === undefined ? 'procedure' : elementIdentity(keys[0])}
          elementKey={keys[0]}
          inspected={inspected}
        />
      )}
    </section>
  );
}

function OneElement({
  elementKey,
  inspected,
}: {
  readonly elementKey: string | undefined;
  readonly inspected: Inspected;
}) {
  const { document } = inspected;
  const { procedure } = document;
  const problems = useProblems();
  if (elementKey === undefined) {
    return (
      <>
        <header className="sticky top-0 z-20 border-b border-line bg-surface px-4 py-2">
          <p className="text-xs font-semibold text-muted">Procedure</p>
          <h2 className="truncate text-lg font-semibold">{procedure.title || 'Untitled'}</h2>
        </header>
        <ProblemList diagnostics={problemsOf(problems, undefined)} />
        <div data-panel-fields>
          <ProcedureForm inspected={inspected} />
        </div>
      </>
    );
  }
  return <ElementForm elementKey={elementKey} inspected={inspected} />;
}

function ElementForm({
  elementKey,
  inspected,
}: {
  readonly elementKey: string;
  readonly inspected: Inspected;
}) {
  const { ghosts } = useSnapshot();
  const problems = useProblems();
  const { document } = inspected;
  const id = elementKey.slice(elementKey.indexOf(':') + 1);
  const isStep = elementKey.startsWith('step:');
  const read = isStep ? document.procedure.steps.get(id) : document.procedure.guardrails.get(id);
  const element = read ?? ghosts.get(elementKey);
  const form = element && (
    <>
      <ElementHeader
        kind={'kind' in element ? element.kind : 'guardrail'}
        name={nameOf(id, element)}
        path={[isStep ? 'steps' : 'guardrails', id]}
      />
      {read && <ProblemList diagnostics={problemsOf(problems, elementKey)} />}
      <div data-panel-fields>
        {'kind' in element ? (
          <StepForm id={id} step={element} inspected={inspected} />
        ) : (
          <GuardrailForm id={id} guardrail={element} inspected={inspected} />
        )}
      </div>
    </>
  );
  if (read && !document.broken.includes(elementKey)) return form;
  return (
    <BrokenElement elementKey={elementKey} document={document}>
      {form}
    </BrokenElement>
  );
}

function leaveByEscape(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
  // Lists and menus stand elsewhere on the page, and have an Escape of their own.
  if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return;
  event.preventDefault();
  focusPanel('canvas');
}

function exists(document: SopDocument, key: string): boolean {
  const id = key.slice(key.indexOf(':') + 1);
  const { steps, guardrails } = document.procedure;
  return (key.startsWith('step:') ? steps : guardrails).has(id) || document.broken.includes(key);
}
