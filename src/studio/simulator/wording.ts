import { nameOf } from '../../document/humanised.ts';
import type { Procedure, StepId } from '../../document/model.ts';
import type { TraceEvent } from '../../engine/trace.ts';

/** What a person calls a step: its title, else its id in words: `known-customer` reads "Known customer". */
export function stepTitle(procedure: Procedure, id: StepId): string {
  return nameOf(id, procedure.steps.get(id));
}

export function kindWord(procedure: Procedure, id: StepId): string {
  return procedure.steps.get(id)?.kind ?? 'step';
}

export function guardrailTitle(procedure: Procedure, id: string): string {
  return nameOf(id, procedure.guardrails.get(id));
}

/** What a decision came to: the branch's label, else its condition. */
export function takenWords(procedure: Procedure, id: StepId, taken: number | 'otherwise'): string {
  if (taken === 'otherwise') return 'Otherwise';
  const step = procedure.steps.get(id);
  const branch = step?.kind === 'decision' ? step.branches[taken] : undefined;
  return branch?.label ?? branch?.when ?? `Branch ${taken + 1}`;
}

/** "holds", "was not said", …: what a guardrail's check found. */
export function checkWords({
  check,
  result,
}: Pick<Extract<TraceEvent, { type: 'checked' }>, 'check' | 'result'>): string {
  const held = result === true;
  switch (check) {
    case 'disclose':
      return held ? 'was said beforehand' : 'was not said beforehand';
    case 'confirm':
      return held ? 'was given' : result === 'unknown' ? 'has not been asked for' : 'was not given';
    case 'require':
      return held ? 'holds' : result === 'unknown' ? 'is unknown, which counts as not held' : 'does not hold';
    case 'alwaysSay':
      return held ? 'was said' : 'was never said';
    case 'neverSay':
      return held ? 'was kept' : 'was broken';
    case 'limits':
      return held ? 'was kept' : 'was exceeded';
  }
}
