import { useEffect } from 'react';
import { carryIdentity } from './element-identity.ts';
import { followedKeys } from './followed-keys.ts';
import { useSession } from './session-context.tsx';
import { viewNow } from './view-state.ts';

/** Keeps what is selected selected when it is renamed, by whom and however: by undo, in the text, in another tab. */
export function useFollowedSelection(): void {
  const session = useSession();
  useEffect(() => {
    let before = session.snapshot().document;
    return session.subscribe(() => {
      const { document } = session.snapshot();
      if (document === before) return;
      const { selection, selectionOrigin, select } = viewNow();
      const followed = followedKeys(selection, before, document);
      before = document;
      if (followed.size === 0) return;
      for (const [from, to] of followed) if (to !== undefined) carryIdentity(from, to);
      // While the text is broken an element may be missing for a moment only.
      const lost = (key: string): readonly string[] => (document.wellFormed ? [] : [key]);
      select(
        selection.flatMap((key) => (followed.has(key) ? (followed.get(key) ?? lost(key)) : key)),
        selectionOrigin,
      );
    });
  }, [session]);
}
