import { useViewState } from '../../session/view-state.ts';
import { useCanvasState } from '../canvas-state.ts';
import { isElementKey, sectionIdOf } from '../element-key.ts';
import type { Flow } from '../flow-from-document.ts';

/** All that is selected: elements first, then notes and sections. */
export function selectedKeys(): readonly string[] {
  return [...useViewState.getState().selection, ...useCanvasState.getState().picked];
}

/** Selects elements for every panel, notes and sections for the canvas alone. */
export function selectKeys(keys: readonly string[]): void {
  const picked = keys.filter((key) => !isElementKey(key));
  const before = useCanvasState.getState().picked;
  if (picked.length !== before.length || picked.some((key, index) => key !== before[index]))
    useCanvasState.setState({ picked });
  useViewState.getState().select(
    keys.filter((key) => isElementKey(key)),
    'canvas',
  );
}

/** The keys with what is in their sections: what moves, goes or is copied with them. */
export function withMembers(keys: Iterable<string>, { boxes }: Flow): readonly string[] {
  const all = new Set<string>();
  for (const key of keys) {
    all.add(key);
    if (sectionIdOf(key) === undefined) continue;
    for (const member of boxes.find((box) => box.key === key)?.members ?? []) all.add(member);
  }
  return [...all];
}
