import * as Y from 'yjs';
import type { ProcedureLibrary } from '../api/procedure-library.ts';
import { sharedLane } from '../api/update-log.ts';
import type { UpdateLog } from '../api/update-log.ts';
import { createSession } from './create-session.ts';
import type { OpenableSession } from './create-session.ts';
import { claimLanes } from './draft-lanes.ts';
import type { ProcedureSession } from './procedure-session.ts';
import { summaryOf } from './summary.ts';
import { createTabTransport } from './transport.ts';
import type { ChangeOrigin } from './undo-history.ts';

/** More rows than this are worth putting into one snapshot. */
const compactAt = 64;
const summaryDelay = 400;

/** The end of this tab's latest session of each procedure: a procedure is open once in a tab. */
const ends = new Map<string, Promise<void>>();

/**
 * Opens a procedure from storage; undefined when there is none of that id. Waits until this tab's earlier session of
 * the same procedure is closed, so that what it wrote is read.
 */
export async function openSession(
  id: string,
  library: ProcedureLibrary,
  log: UpdateLog,
): Promise<ProcedureSession | undefined> {
  const before = ends.get(id);
  const { promise, end } = ending();
  ends.set(id, promise);
  await before;
  try {
    if ((await library.find(id)) === undefined) {
      end();
      return undefined;
    }
    const { session, release } = await openStored(id, log);
    const stopWatching = watchPage(session, keepSummary(session, library));
    return {
      ...session,
      close: async () => {
        stopWatching();
        try {
          await session.close();
        } finally {
          release();
          end();
        }
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

function ending(): { readonly promise: Promise<void>; readonly end: () => void } {
  let resolve: (() => void) | undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, end: () => resolve?.() };
}

async function openStored(
  id: string,
  log: UpdateLog,
): Promise<{ readonly session: OpenableSession; readonly release: () => void }> {
  const found = (await log.read(id)).flatMap(({ lane }) => (lane === sharedLane ? [] : [lane]));
  const lanes = await claimLanes(id, found);
  // Read again: a tab that closed meanwhile may have written its last.
  const rows = await log.read(id);
  const stored = rows.filter(({ lane }) => lane === sharedLane);
  const shared = new Y.Doc();
  for (const { update } of stored) Y.applyUpdate(shared, update, 'stored' satisfies ChangeOrigin);
  if (stored.length > compactAt) {
    const covered = stored.map(({ key }) => key);
    await log.compact(id, Y.encodeStateAsUpdate(shared), covered);
  }

  let laneFilled = lanes.adopted.length > 0;
  const session = createSession({
    id,
    soon: soonInBrowser,
    now: () => performance.now(),
    shared,
    held: rows.filter(({ lane }) => lanes.adopted.includes(lane)).map(({ update }) => update),
    transport: createTabTransport(id),
    write: async ({ shared, held, clearHeld }) => {
      const clears = clearHeld && laneFilled;
      await log.write(id, {
        shared,
        draft: held.length > 0 ? { lane: lanes.own, updates: held } : undefined,
        cleared: clears ? [lanes.own, ...lanes.adopted] : [],
      });
      laneFilled = held.length > 0 || (laneFilled && !clears);
    },
  });
  return { session, release: lanes.release };
}

/** Keeps the library's record of the procedure up to date. Gives back a way to do it now. */
function keepSummary(session: OpenableSession, library: ProcedureLibrary): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const write = (): void => {
    clearTimeout(waiting);
    waiting = undefined;
    // The record is only a summary: when it cannot be written the session says so by its own state.
    library.summarise(session.id, summaryOf(session.snapshot().document), Date.now()).catch(() => undefined);
  };
  session.onOwnChange(() => {
    waiting ??= setTimeout(write, summaryDelay);
  });
  return () => {
    if (waiting !== undefined) write();
  };
}

/** Hurries when the page may go, catches up when it is back. Gives back a way to stop, which hurries once more. */
function watchPage(session: OpenableSession, summarise: () => void): () => void {
  const leave = (): void => {
    session.hurry();
    summarise();
  };
  const turn = (): void => {
    if (document.visibilityState === 'hidden') leave();
    else session.catchUp();
  };
  const comeBack = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) session.catchUp();
  };
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', comeBack);
  document.addEventListener('visibilitychange', turn);
  return () => {
    window.removeEventListener('pagehide', leave);
    window.removeEventListener('pageshow', comeBack);
    document.removeEventListener('visibilitychange', turn);
    leave();
  };
}

/** At the next frame; soon all the same while the page is hidden and draws none. */
function soonInBrowser(callback: () => void): void {
  let done = false;
  const once = (): void => {
    if (done) return;
    done = true;
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    callback();
  };
  const frame = requestAnimationFrame(once);
  const timer = setTimeout(once, 60);
}
