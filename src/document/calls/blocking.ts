import type { Diagnostic } from '../diagnostic.ts';
import type { SopDocument } from '../document.ts';
import type { StepId } from '../model.ts';

/** Sections that a run reads. */
const run: ReadonlySet<string | number> = new Set([
  'sop',
  'scope',
  'facts',
  'derived',
  'parameters',
  'actions',
  'start',
  'steps',
  'guardrails',
]);

/** The errors that keep a document from running: not those of steps that nothing leads to, nor of mere titles. */
export function blockingDiagnostics(
  document: SopDocument,
  reachable: ReadonlySet<StepId>,
): readonly Diagnostic[] {
  return document.diagnostics.filter(({ severity, path }) => {
    if (severity !== 'error') return false;
    const [section, id] = path;
    if (section === undefined) return !document.wellFormed || document.procedure.start === undefined;
    if (!run.has(section)) return false;
    return (
      section !== 'steps' ||
      id === undefined ||
      !document.procedure.steps.has(String(id)) ||
      reachable.has(String(id))
    );
  });
}
