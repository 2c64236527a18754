import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { followedKeys } from '../session/followed-keys.ts';
import { problemsByElement } from '../session/problems-by-element.ts';
import { useDocument, useSession } from '../session/session-context.tsx';
import { useProblems } from '../session/use-problems.ts';
import { useViewState, viewNow } from '../session/view-state.ts';
import { ItemFinder } from './item-at-hand.ts';
import { elementOf, pathOf } from './outline-item.ts';
import type { OutlineItem } from './outline-item.ts';
import { forgetOutlineState, isOpenIn, setOpen, useOutlineState } from './outline-state.ts';
import { outlineOf } from './outline-tree.ts';

export interface Outline {
  readonly items: readonly OutlineItem[];
  readonly atHand: OutlineItem | undefined;
}

/** The lines that show, and which of them is at hand. */
export function useOutline(): Outline {
  // Typing elsewhere comes first: a long outline follows as soon as there is time.
  const procedure = useDeferredValue(useDocument().procedure);
  const problems = useDeferredValue(useProblems());
  const opened = useOutlineState((state) => state.opened);
  const wanted = useOutlineState((state) => state.wanted);
  const byElement = useMemo(() => problemsByElement(problems), [problems]);
  const items = useMemo(
    () => outlineOf(procedure, byElement, (key) => isOpenIn({ opened }, key)),
    [procedure, byElement, opened],
  );
  const [finder] = useState(() => new ItemFinder());
  const atHand = useMemo(() => finder.atHand(wanted, items), [finder, wanted, items]);
  return { items, atHand };
}

/** Makes an item the one at hand; what it is about is selected everywhere. */
export function goToItem(item: OutlineItem): void {
  useOutlineState.setState({ wanted: item.key });
  const element = elementOf(item);
  const path = pathOf(item);
  viewNow().select(element === undefined ? [] : [element], 'outline');
  if (path !== undefined) viewNow().show({ path }, 'outline');
}

/** The same for one that is only just being made. `parent` is opened, so that it shows. */
export function goToKey(key: string, parent?: string): void {
  if (parent !== undefined)
    setOpen(parent === 'steps' || parent === 'guardrails' ? [parent] : ['steps', parent], true);
  useOutlineState.setState({ wanted: key });
  const element = /^(step|guardrail):/.test(key) ? key : /^(step):/.test(parent ?? '') ? parent : undefined;
  if (element !== undefined) viewNow().select([element], 'outline');
}

/** Goes where others select, and along with what is renamed; forgets all when the outline closes. */
export function useOutlineFollows(): void {
  const session = useSession();
  useEffect(() => {
    const follow = (key: string | undefined): void => {
      if (key === undefined) return;
      setOpen([key.startsWith('step:') ? 'steps' : 'guardrails'], true);
      useOutlineState.setState({ wanted: key });
    };
    follow(viewNow().selection.at(-1));
    let before = session.snapshot().document;
    const stopFollowing = session.subscribe(() => {
      const { document } = session.snapshot();
      if (document === before) return;
      const { wanted } = useOutlineState.getState();
      const next = followedKeys([wanted], before, document).get(wanted);
      before = document;
      if (next !== undefined) useOutlineState.setState({ wanted: next });
    });
    const stopSelecting = useViewState.subscribe((state, earlier) => {
      if (state.selection === earlier.selection || state.selectionOrigin === 'outline') return;
      follow(state.selection.at(-1));
    });
    return () => {
      stopFollowing();
      stopSelecting();
      forgetOutlineState();
    };
  }, [session]);
}
