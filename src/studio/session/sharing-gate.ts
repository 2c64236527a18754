import * as Y from 'yjs';
import type { ChangeOrigin } from './undo-history.ts';

const remote: ChangeOrigin = 'remote';

/**
 * Two documents: the draft, which is one person's, and the shared one, which everybody has. What others do reaches
 * the draft at once. What is done here is held until `release`, which the session calls whenever the draft parses.
 */
export interface SharingGate {
  /** True while something was done here that others have not been given. */
  held(): boolean;
  /** Hands everything held to the shared document, as one update. */
  release(): void;
  /** Takes what another person did. */
  receive(update: Uint8Array): void;
}

export interface GateListener {
  /** Done here and held back; an update of the draft. `byPerson` is false for what the layout did. */
  onHeld(update: Uint8Array, byPerson: boolean): void;
  /** Done here and now shared: for storage and for the other people. */
  onShared(update: Uint8Array): void;
}

export function createSharingGate(draft: Y.Doc, shared: Y.Doc, listener: GateListener): SharingGate {
  const own = Symbol('own');
  let waiting: Uint8Array[] = [];

  draft.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === remote) return;
    waiting.push(update);
    if (origin !== ('stored' satisfies ChangeOrigin)) {
      listener.onHeld(update, origin !== ('layout' satisfies ChangeOrigin));
    }
  });
  shared.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === own) listener.onShared(update);
    else Y.applyUpdate(draft, update, remote);
  });

  return {
    held: () => waiting.length > 0,
    release: () => {
      if (waiting.length === 0) return;
      const update = waiting.length === 1 && waiting[0] ? waiting[0] : Y.mergeUpdates(waiting);
      waiting = [];
      Y.applyUpdate(shared, update, own);
    },
    receive: (update) => Y.applyUpdate(shared, update, remote),
  };
}
