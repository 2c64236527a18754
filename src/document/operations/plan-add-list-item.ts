import type { Path } from '../diagnostic.ts';
import { isList } from '../yaml-edit/data.ts';
import { Draft } from '../yaml-edit/draft.ts';
import type { Editable } from './editable.ts';
import type { Plan } from './plan.ts';
import { setField } from './set-field.ts';

/** Adds an item to a list, at its end unless told. A missing list is made; a single value becomes a list. */
export function planAddListItem(document: Editable, path: Path, value: unknown, index?: number): Plan {
  const draft = new Draft(document.source);
  addListItem(draft, path, value, index);
  return draft.plan();
}

export function addListItem(draft: Draft, path: Path, value: unknown, index?: number): void {
  const list = draft.valueAt(path);
  if (isList(list)) draft.insertItem(path, index ?? list.length, value);
  else setField(draft, path, list === undefined || list === null ? [value] : [list, value]);
}
