import type { Path } from '../diagnostic.ts';
import type { StepKind } from '../model.ts';
import { Draft } from '../yaml-edit/draft.ts';
import type { Shape } from '../yaml-edit/print-value.ts';
import { freshId, hasStep, idRefusal } from './editable.ts';
import type { Editable } from './editable.ts';
import type { Plan, Refused } from './plan.ts';
import { setField } from './set-field.ts';

export interface NewStep {
  readonly kind: StepKind;
  /** Made from the title or the kind when it is not given. */
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
}

/** Adds a step behind the last one. In a procedure without a start it becomes the start. */
export function planAddStep(document: Editable, step: NewStep): Plan {
  const { id, refusal } = newStepId(document, step);
  if (refusal) return refusal;
  const draft = new Draft(document.source);
  addStep(draft, id, step);
  if (!isSet(draft, ['start'])) setField(draft, ['start'], id);
  return draft.plan({ created: [`step:${id}`] });
}

export function newStepId(
  document: Editable,
  step: NewStep,
): { readonly id: string; readonly refusal?: Refused | undefined } {
  if (step.id !== undefined) return { id: step.id, refusal: idRefusal(document, step.id) };
  const taken = (id: string): boolean =>
    hasStep(document, id) || document.source.locate(['actions', id]) !== undefined;
  return { id: freshId(step.title ?? step.kind, taken) };
}

export function addStep(draft: Draft, id: string, { kind, title, fields }: NewStep, after?: string): void {
  setField(draft, ['steps', id], { kind, title, ...fields }, { after, shape: shapeFor(draft, kind) });
}

function isSet(draft: Draft, path: Path): boolean {
  const value = draft.valueAt(path);
  return value !== undefined && value !== null;
}

/** Of steps only ends are written on one line, where their neighbours are. */
function shapeFor(draft: Draft, kind: StepKind): Shape | undefined {
  const steps = draft.valueAt(['steps']);
  if (!(steps instanceof Map) || steps.size === 0) return 'blocks';
  return kind === 'end' ? undefined : 'block';
}
