import type { Diagnostic } from '../../document/diagnostic.ts';
import type { SopDocument } from '../../document/document.ts';

/** The problems of one element; of none given, those that belong to no element. */
export function problemsOf(document: SopDocument, key: string | undefined): readonly Diagnostic[] {
  if (key === undefined) {
    return document.diagnostics.filter(
      ({ path }) => (path[0] !== 'steps' && path[0] !== 'guardrails') || path.length < 2,
    );
  }
  const section = key.startsWith('step:') ? 'steps' : 'guardrails';
  const id = key.slice(key.indexOf(':') + 1);
  return document.diagnostics.filter(({ path }) => path[0] === section && path[1] === id);
}
