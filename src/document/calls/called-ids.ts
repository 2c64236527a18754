import type { Procedure } from '../model.ts';

const ofSteps = new WeakMap<Procedure['steps'], ReadonlySet<string>>();

/** The ids of the procedures that a procedure's own steps run. */
export function calledIds({ steps }: Procedure): ReadonlySet<string> {
  let ids = ofSteps.get(steps);
  if (!ids) {
    const named = [...steps.values()].flatMap((step) =>
      step.kind === 'procedure' ? (step.procedure ?? []) : [],
    );
    ofSteps.set(steps, (ids = new Set(named)));
  }
  return ids;
}
