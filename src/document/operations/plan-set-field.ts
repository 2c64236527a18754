import type { Path } from '../diagnostic.ts';
import { Draft } from '../yaml-edit/draft.ts';
import type { Editable } from './editable.ts';
import { planned } from './plan.ts';
import type { Plan } from './plan.ts';
import { setField } from './set-field.ts';

/**
 * Sets any field of anything. `value` is JSON-like; `undefined` removes the key, or the item of a list. Sections and
 * maps on the way that are missing are made.
 */
export function planSetField(document: Editable, path: Path, value: unknown): Plan {
  const draft = new Draft(document.source);
  if (value !== undefined) setField(draft, path, value);
  else if (draft.valueAt(path) === undefined && !document.source.locate(path)) return planned([]);
  else draft.remove(path);
  return draft.plan();
}
