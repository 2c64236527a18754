import type { Diagnostic } from '../../document/diagnostic.ts';

/** The problems of one element; of none given, those that belong to no element. */
export function problemsOf(reported: readonly Diagnostic[], key: string | undefined): readonly Diagnostic[] {
  if (key === undefined) {
    return reported.filter(
      ({ path }) => (path[0] !== 'steps' && path[0] !== 'guardrails') || path.length < 2,
    );
  }
  const section = key.startsWith('step:') ? 'steps' : 'guardrails';
  const id = key.slice(key.indexOf(':') + 1);
  return reported.filter(({ path }) => path[0] === section && path[1] === id);
}
