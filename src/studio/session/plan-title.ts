import type { SopDocument } from '../../document/document.ts';
import { planSetField } from '../../document/operations/plan-set-field.ts';
import type { Plan } from '../../document/operations/plan.ts';
import { parseDocument } from '../../document/parse.ts';
import { applyEdits } from '../../document/text-edit.ts';

export function planTitle(document: SopDocument, title: string): Plan {
  return planSetField(document, ['title'], title);
}

/** The text with another title; unchanged where its title cannot be set. */
export function retitled(text: string, next: (title: string) => string): string {
  const document = parseDocument(text);
  const plan = planTitle(document, next(document.procedure.title));
  return plan.ok ? applyEdits(text, plan.edits) : text;
}
