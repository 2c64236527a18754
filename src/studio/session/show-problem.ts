import type { Diagnostic } from '../../document/diagnostic.ts';
import type { Link } from '../../document/operations/link.ts';
import { linkKey } from '../../document/operations/link.ts';
import type { StepId } from '../../document/model.ts';
import type { ProcedureSession } from './procedure-session.ts';
import { noHighlight, useViewState, viewNow } from './view-state.ts';
import type { Highlight } from './view-state.ts';

/** Goes to a problem's place: selects its element, lights the way that shows it, and reveals the text. */
export function showProblem(session: ProcedureSession, { span, trail }: Diagnostic): void {
  const { select, show } = viewNow();
  const element = session.snapshot().document.elementAt(span.from);
  select(element === undefined ? [] : [element], 'problems');
  if (trail && trail.length > 0 && viewNow().mode === 'design') light(trail, element);
  show({ span }, 'problems');
}

/** Until something else is selected or shown. */
function light(trail: readonly Link[], element: string | undefined): void {
  const { selection, mode, setHighlight } = viewNow();
  const lit = highlightOf(trail, element);
  setHighlight(lit);
  const stop = useViewState.subscribe((state) => {
    if (state.selection === selection && state.mode === mode && state.highlight === lit) return;
    stop();
    if (state.highlight === lit) setHighlight(noHighlight);
  });
}

function highlightOf(trail: readonly Link[], element: string | undefined): Highlight {
  const steps = new Set<StepId>();
  for (const { from } of trail) if (from !== undefined) steps.add(from);
  const at = element?.startsWith('step:') ? element.slice('step:'.length) : undefined;
  if (at !== undefined) steps.add(at);
  const links = new Set(trail.map(linkKey));
  return at === undefined ? { steps, links } : { current: at, steps, links };
}
