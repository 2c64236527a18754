import type { Editable } from './editable.ts';
import { planDeleteElements } from './plan-delete-elements.ts';
import type { DeleteMode } from './plan-delete-elements.ts';
import type { Plan } from './plan.ts';

export function planDeleteStep(document: Editable, id: string, mode: DeleteMode): Plan {
  return planDeleteElements(document, [`step:${id}`], mode);
}
