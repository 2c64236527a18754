import type { Path } from '../diagnostic.ts';
import { Draft } from '../yaml-edit/draft.ts';
import type { Editable } from './editable.ts';
import type { Plan } from './plan.ts';

/** Takes an item out of a list; the last one leaves an empty list. */
export function planDeleteListItem(document: Editable, path: Path, index: number): Plan {
  const draft = new Draft(document.source);
  draft.remove([...path, index]);
  return draft.plan();
}
