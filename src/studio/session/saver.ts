import * as Y from 'yjs';

export interface SaverBatch {
  readonly shared: readonly Uint8Array[];
  readonly held: readonly Uint8Array[];
  /** Everything held before this batch is in `shared` now. */
  readonly clearHeld: boolean;
}

export interface SaverSetting {
  /** Resolves when the batch is on disk. */
  readonly write: (batch: SaverBatch) => Promise<void>;
  /** What was shared may be told to others: it is on disk, or disk has failed. */
  readonly tell: (update: Uint8Array) => void;
  readonly changed: () => void;
}

export interface Saver {
  /** Keeps an update that others do not get yet. Waits a moment, as most are shared within a frame. */
  hold(update: Uint8Array): void;
  /** Keeps and tells an update that covers everything held so far. */
  share(update: Uint8Array): void;
  state(): 'saved' | 'saving' | 'failed';
  /** Starts writing now. The page is about to go: what is shared is told at once. */
  hurry(): void;
  /** Resolves when nothing is left to write; rejects when writing fails. */
  saved(): Promise<void>;
}

const holdDelay = 50;
/** "Saved" is said after a pause, so that it does not flicker while someone types. */
const calmDelay = 150;
const retryDelay = 2000;

/** Writes one batch at a time; what comes meanwhile is the next batch. A failed batch is kept and tried again. */
export function createSaver({ write, tell, changed }: SaverSetting): Saver {
  let waiting: SaverBatch = nothing;
  let writing: SaverBatch = nothing;
  let running: Promise<void> | undefined;
  let failed: Error | undefined;
  let calm = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const told = new WeakSet<Uint8Array>();

  const tellAll = ({ shared }: SaverBatch): void => {
    for (const update of shared) {
      if (told.has(update)) continue;
      told.add(update);
      tell(update);
    }
  };

  const later = (delay: number, work: () => void): void => {
    clearTimeout(timer);
    timer = setTimeout(work, delay);
  };

  async function writeAll(): Promise<void> {
    while (hasWork(waiting)) {
      writing = waiting;
      waiting = nothing;
      try {
        await write({ ...writing, shared: merged(writing.shared), held: merged(writing.held) });
      } catch (error) {
        waiting = joined(writing, waiting);
        throw error;
      } finally {
        tellAll(writing);
        writing = nothing;
      }
    }
  }

  function start(): void {
    clearTimeout(timer);
    if (running !== undefined || !hasWork(waiting)) return;
    running = writeAll().then(
      () => {
        running = undefined;
        failed = undefined;
        later(calmDelay, () => {
          calm = true;
          changed();
        });
      },
      (error: unknown) => {
        running = undefined;
        failed = error instanceof Error ? error : new Error(String(error));
        changed();
        later(retryDelay, start);
      },
    );
  }

  return {
    hold: (update) => {
      waiting = { ...waiting, held: [...waiting.held, update] };
      calm = false;
      // Counted from the first keystroke, so that whoever types without a pause is saved too.
      if (waiting.held.length === 1 && running === undefined && failed === undefined) later(holdDelay, start);
    },
    share: (update) => {
      waiting = { shared: [...waiting.shared, update], held: [], clearHeld: true };
      calm = false;
      start();
    },
    state: () => {
      if (failed !== undefined) return 'failed';
      return calm ? 'saved' : 'saving';
    },
    hurry: () => {
      tellAll(writing);
      tellAll(waiting);
      start();
    },
    saved: async () => {
      while (running !== undefined || hasWork(waiting)) {
        start();
        await running;
        if (failed !== undefined) throw failed;
      }
    },
  };
}

const nothing: SaverBatch = { shared: [], held: [], clearHeld: false };

function hasWork({ shared, held }: SaverBatch): boolean {
  return shared.length > 0 || held.length > 0;
}

/** What failed to be written, before what came later. */
function joined(earlier: SaverBatch, later: SaverBatch): SaverBatch {
  return {
    shared: [...earlier.shared, ...later.shared],
    held: later.clearHeld ? later.held : [...earlier.held, ...later.held],
    clearHeld: earlier.clearHeld || later.clearHeld,
  };
}

function merged(updates: readonly Uint8Array[]): readonly Uint8Array[] {
  return updates.length < 2 ? updates : [Y.mergeUpdates([...updates])];
}
