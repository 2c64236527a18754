import type { Procedure, Step, StepId } from '../document/model.ts';

/** The steps that a run may enter: from the start, and from every escalation that has triggers. */
export function reachableSteps(procedure: Procedure): ReadonlySet<StepId> {
  const reached = new Set<StepId>();
  const waiting: StepId[] = procedure.start === undefined ? [] : [procedure.start];
  for (const [id, step] of procedure.steps) {
    if (step.kind === 'escalation' && step.triggers.length > 0) waiting.push(id);
  }
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const step = procedure.steps.get(id);
    if (step === undefined || reached.has(id)) continue;
    reached.add(id);
    for (const target of targetsOf(step)) if (target !== undefined) waiting.push(target);
  }
  return reached;
}

function targetsOf(step: Step): readonly (StepId | undefined)[] {
  switch (step.kind) {
    case 'message':
      return [step.next];
    case 'question':
      return [step.next, step.giveUp];
    case 'action':
      return [step.next, step.onError];
    case 'decision':
      return [...step.branches.map(({ next }) => next), step.otherwise];
    case 'procedure':
      return [...step.outcomes.values(), step.next];
    case 'escalation':
    case 'end':
      return [];
  }
}
