import { isList } from '../yaml-edit/data.ts';
import { Draft } from '../yaml-edit/draft.ts';
import { guardrailMissing } from './editable.ts';
import type { Editable } from './editable.ts';
import { planned } from './plan.ts';
import type { Plan } from './plan.ts';

/** Takes a step or action out of what a guardrail is checked before and applies to. */
export function planUntieGuardrail(document: Editable, guardrailId: string, target: string): Plan {
  if (!document.source.locate(['guardrails', guardrailId])) return guardrailMissing(guardrailId);
  const draft = new Draft(document.source);
  let found = false;
  for (const how of ['before', 'appliesTo']) {
    const path = ['guardrails', guardrailId, how];
    const tied = draft.valueAt(path);
    if (tied === target && !(how === 'appliesTo' && tied === 'all')) {
      draft.set(path, []);
      found = true;
    }
    if (!isList(tied)) continue;
    for (let index = tied.length - 1; index >= 0; index -= 1) {
      if (tied[index] !== target) continue;
      draft.remove([...path, index]);
      found = true;
    }
  }
  return found || draft.refusal ? draft.plan() : planned([]);
}
