import type { Path } from '../diagnostic.ts';
import { isMap } from '../yaml-edit/data.ts';
import type { Draft, Placement } from '../yaml-edit/draft.ts';
import { keyBefore } from './field-order.ts';

/** Sets a field, a new one at the place where people would look for it. */
export function setField(draft: Draft, path: Path, value: unknown, placement: Placement = {}): void {
  const key = path.at(-1);
  const parent = draft.valueAt(path.slice(0, -1));
  const named = typeof key === 'string' && isMap(parent);
  const isElement = path.length === 2 && typeof path[0] === 'string';
  const after = named && !isElement ? keyBefore(parent, key, path.length === 1) : undefined;
  draft.set(path, value, { after, ...placement });
}
