import { newId } from '../api/new-id.ts';

const patience = 1000;

export interface ClaimedLanes {
  /** Where this tab keeps what does not parse. */
  readonly own: string;
  /** Lanes of this tab's earlier life and of tabs that are gone: their text is taken over. */
  readonly adopted: readonly string[];
  release(): void;
}

/**
 * A draft that does not parse belongs to one tab for as long as that tab lives, which a Web Lock tells. Lanes whose
 * tab is gone are taken over by the next one that opens the procedure. Where the browser has no locks, every lane is
 * taken over: two tabs may then show the same broken text, but nothing is lost.
 */
export async function claimLanes(procedure: string, found: readonly string[]): Promise<ClaimedLanes> {
  const remembered = `sopwright-lane:${procedure}`;
  const earlier = sessionStorage.getItem(remembered);
  const releases: (() => void)[] = [];
  const adopted: string[] = [];

  const claim = async (lane: string, wait: boolean): Promise<boolean> => {
    if (!('locks' in navigator)) return true;
    const release = await holdLock(`sopwright-draft:${procedure}:${lane}`, wait);
    if (release === undefined) return false;
    releases.push(release);
    return true;
  };

  for (const lane of new Set(found)) {
    // A reloaded page may arrive before its own lock is let go.
    if (await claim(lane, lane === earlier)) adopted.push(lane);
  }
  const own = adopted[0] ?? newId();
  if (adopted.length === 0) await claim(own, false);
  sessionStorage.setItem(remembered, own);
  return {
    own,
    adopted,
    release: () => {
      for (const release of releases) release();
    },
  };
}

/** Resolves with the way to let go, or with undefined when someone else has it. */
function holdLock(name: string, wait: boolean): Promise<(() => void) | undefined> {
  return new Promise((resolve) => {
    const options: LockOptions = wait ? { signal: AbortSignal.timeout(patience) } : { ifAvailable: true };
    navigator.locks
      .request(name, options, (lock) => {
        if (lock === null) {
          resolve(undefined);
          return undefined;
        }
        return new Promise<void>((letGo) => resolve(letGo));
      })
      .catch(() => resolve(undefined));
  });
}
