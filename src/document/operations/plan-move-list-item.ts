import type { Path } from '../diagnostic.ts';
import { Draft } from '../yaml-edit/draft.ts';
import type { Editable } from './editable.ts';
import type { Plan } from './plan.ts';

/** Moves an item, with the comments directly above it; `to` is its index afterwards. */
export function planMoveListItem(document: Editable, path: Path, from: number, to: number): Plan {
  const draft = new Draft(document.source);
  draft.moveItem(path, from, to);
  return draft.plan();
}
