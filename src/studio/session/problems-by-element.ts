import type { ProvedProblem } from '../../engine/proofs/prove-procedure.ts';

export type ProblemsByElement = ReadonlyMap<string, readonly ProvedProblem[]>;

/** By element key; those of no element under the empty text. */
export function problemsByElement(problems: readonly ProvedProblem[]): ProblemsByElement {
  const byElement = new Map<string, ProvedProblem[]>();
  for (const problem of problems) {
    const key = elementOf(problem);
    const list = byElement.get(key);
    if (list) list.push(problem);
    else byElement.set(key, [problem]);
  }
  return byElement;
}

function elementOf({ path: [section, id] }: ProvedProblem): string {
  if (id === undefined) return '';
  if (section === 'steps') return `step:${id}`;
  return section === 'guardrails' ? `guardrail:${id}` : '';
}
