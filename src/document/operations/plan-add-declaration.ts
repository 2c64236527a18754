import { Draft } from '../yaml-edit/draft.ts';
import type { Editable } from './editable.ts';
import { nameRefusal } from './plan-rename-name.ts';
import type { NameSection } from './plan-rename-name.ts';
import type { Plan } from './plan.ts';
import { setField } from './set-field.ts';

/** Declares a fact, derived fact, parameter or action; the section is made when it is missing. */
export function planAddDeclaration(
  document: Editable,
  section: NameSection,
  name: string,
  value: unknown,
): Plan {
  const refusal = nameRefusal(document, section, name);
  if (refusal) return refusal;
  const draft = new Draft(document.source);
  if (draft.valueAt([section]) === undefined)
    setField(draft, [section], { [name]: value }, { shape: 'block' });
  else setField(draft, [section, name], value, emptyShape(draft, section));
  return draft.plan();
}

function emptyShape(draft: Draft, section: string): { shape?: 'block' } {
  const entries = draft.valueAt([section]);
  return entries instanceof Map && entries.size > 0 ? {} : { shape: 'block' };
}
