import type { SopDocument } from '../../document/document.ts';
import { planned, type Plan, type Planned } from '../../document/operations/plan.ts';
import { parseDocument } from '../../document/parse.ts';
import { applyEdits, type TextEdit } from '../../document/text-edit.ts';
import { composeEdits } from './compose-edits.ts';
import type { PlanGesture } from './use-gesture.ts';

/** Several gestures as one: each is planned on the text that those before it leave. The first refusal refuses all. */
export function planSequence(document: SopDocument, steps: readonly PlanGesture[]): Plan {
  const edits: (readonly TextEdit[])[] = [];
  let renamed: Planned['renamed'] = [];
  let created: Planned['created'] = [];
  let current = document;
  for (const step of steps) {
    const plan = step(current);
    if (!plan.ok) return plan;
    edits.push(plan.edits);
    renamed = [...renamed, ...plan.renamed];
    created = [...created, ...plan.created];
    current = parseDocument(applyEdits(current.text, plan.edits), current);
  }
  return planned(composeEdits(edits), { renamed, created });
}
