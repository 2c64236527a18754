import { Draft } from '../yaml-edit/draft.ts';
import type { Editable } from './editable.ts';
import type { NameSection } from './plan-rename-name.ts';
import { refused } from './plan.ts';
import type { Plan } from './plan.ts';

/** What reads the name stays as it is: the problems list shows it. */
export function planDeleteDeclaration(document: Editable, section: NameSection, name: string): Plan {
  if (!document.source.locate([section, name])) return refused('not-found', `There is no “${name}”.`);
  const draft = new Draft(document.source);
  draft.remove([section, name]);
  return draft.plan();
}
