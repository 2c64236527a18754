import {
  triggerCategories,
  type Procedure,
  type StepId,
  type Trigger,
  type TriggerCategory,
} from './model.ts';

interface Ranked {
  readonly category: TriggerCategory;
  readonly stepId: StepId;
  /** In its step's list, from 0. */
  readonly position: number;
}

/** The order in which triggers are looked at: by category, then by step id, then by their place in the list. */
export function compareTriggers(one: Ranked, other: Ranked): number {
  return (
    triggerCategories.indexOf(one.category) - triggerCategories.indexOf(other.category) ||
    compareIds(one.stepId, other.stepId) ||
    one.position - other.position
  );
}

/** By code units, so that the order is the same everywhere. */
function compareIds(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

export interface PlacedTrigger extends Trigger, Ranked {}

/** All triggers, in the order in which they are looked at. */
export function triggersInOrder({ steps }: Procedure): readonly PlacedTrigger[] {
  const triggers = [...steps].flatMap(([stepId, step]) =>
    step.kind === 'escalation'
      ? step.triggers.map(({ when, category }, position) => ({ when, category, stepId, position }))
      : [],
  );
  return triggers.sort(compareTriggers);
}
