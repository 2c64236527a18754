import * as Y from 'yjs';
import type { ProcedureLibrary } from '../api/procedure-library.ts';
import { sharedLane } from '../api/update-log.ts';
import type { UpdateLog } from '../api/update-log.ts';
import { createSession } from './create-session.ts';
import { claimLanes } from './draft-lanes.ts';
import type { ProcedureSession } from './procedure-session.ts';
import { summaryOf } from './summary.ts';
import { createTabTransport } from './transport.ts';
import type { ChangeOrigin } from './undo-history.ts';

/** More rows than this are worth putting into one snapshot. */
const compactAt = 64;
const summaryDelay = 400;

const closing = new Map<string, Promise<void>>();

/** Opens a procedure from storage; undefined when there is none of that id. */
export async function openSession(
  id: string,
  library: ProcedureLibrary,
  log: UpdateLog,
): Promise<ProcedureSession | undefined> {
  await closing.get(id);
  if ((await library.find(id)) === undefined) return undefined;

  const lanes = await claimLanes(
    id,
    (await log.read(id)).flatMap(({ lane }) => (lane === sharedLane ? [] : [lane])),
  );
  const rows = await log.read(id);
  const shared = new Y.Doc();
  const stored = rows.filter(({ lane }) => lane === sharedLane);
  for (const { update } of stored) Y.applyUpdate(shared, update, 'stored' satisfies ChangeOrigin);
  if (stored.length > compactAt) {
    await log.compact(
      id,
      Y.encodeStateAsUpdate(shared),
      stored.map(({ key }) => key),
    );
  }

  let dirty = lanes.adopted.length > 0;
  const session = createSession({
    id,
    soon: soonInBrowser,
    now: () => performance.now(),
    shared,
    held: rows.filter(({ lane }) => lanes.adopted.includes(lane)).map(({ update }) => update),
    transport: createTabTransport(id),
    write: async (batch) => {
      const clear = batch.clearHeld && dirty;
      await log.write(id, {
        shared: batch.shared,
        draft: batch.held.length > 0 ? { lane: lanes.own, updates: batch.held } : undefined,
        cleared: clear ? [lanes.own, ...lanes.adopted] : [],
      });
      if (clear) dirty = false;
      if (batch.held.length > 0) dirty = true;
    },
  });

  let summary: ReturnType<typeof setTimeout> | undefined;
  const summarise = (): void => {
    clearTimeout(summary);
    summary = undefined;
    library.summarise(id, summaryOf(session.snapshot().document), Date.now()).catch(() => undefined);
  };
  const stopWatching = session.onOwnChange(() => {
    summary ??= setTimeout(summarise, summaryDelay);
  });

  const leaving = (): void => {
    session.hurry();
    if (summary !== undefined) summarise();
  };
  const hiding = (): void => {
    if (document.visibilityState === 'hidden') leaving();
    else session.catchUp();
  };
  const returning = (event: PageTransitionEvent): void => {
    if (event.persisted) session.catchUp();
  };
  window.addEventListener('pagehide', leaving);
  window.addEventListener('pageshow', returning);
  document.addEventListener('visibilitychange', hiding);

  const close = async (): Promise<void> => {
    window.removeEventListener('pagehide', leaving);
    window.removeEventListener('pageshow', returning);
    document.removeEventListener('visibilitychange', hiding);
    stopWatching();
    leaving();
    try {
      await session.close();
    } finally {
      lanes.release();
    }
  };
  return {
    ...session,
    close: () => {
      const closed = close().finally(() => {
        if (closing.get(id) === closed) closing.delete(id);
      });
      closing.set(id, closed);
      return closed;
    },
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
