import { reachableSteps } from '../graph.ts';
import type { Procedure, StepId } from '../model.ts';

/** The outcomes of the ends that a run of a procedure can come to, in the text's order. */
export function outcomesOf(procedure: Procedure): ReadonlySet<string> {
  const reached = reachableSteps(procedure);
  const outcomes = new Set<string>();
  for (const [id, step] of procedure.steps) {
    if (step.kind === 'end' && reached.has(id)) outcomes.add(outcomeOf(id, step));
  }
  return outcomes;
}

/** An end that names no outcome has its id for one. */
export function outcomeOf(id: StepId, { outcome }: { readonly outcome: string | undefined }): string {
  return outcome ?? id;
}
