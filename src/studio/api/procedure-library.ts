import { answer, transact } from './database.ts';
import { readRows, sharedLane } from './update-log.ts';

/** What a list shows of a procedure; its content is in the update log. Times in milliseconds since 1970. */
export interface ProcedureRecord extends ProcedureSummary {
  readonly id: string;
  readonly createdAt: number;
  readonly editedAt: number;
  /** In the trash since. */
  readonly trashedAt?: number | undefined;
}

export interface ProcedureSummary {
  /** The procedure's own id, by which others call it. Missing in records from before it was kept. */
  readonly sopId?: string;
  readonly title: string;
  readonly steps: number;
  readonly errors: number;
  readonly warnings: number;
}

export interface ProcedureLibrary {
  /** The trash included; the last edited first. */
  list(): Promise<readonly ProcedureRecord[]>;
  find(id: string): Promise<ProcedureRecord | undefined>;
  /** `content` is one Yjs update that holds the whole procedure. */
  create(record: ProcedureRecord, content: Uint8Array): Promise<void>;
  /** Every update of the procedure, drafts included; together they are what its author sees. */
  content(id: string): Promise<readonly Uint8Array[]>;
  /** Does nothing where the procedure is gone. */
  summarise(id: string, summary: ProcedureSummary, editedAt: number): Promise<void>;
  trash(id: string, at: number): Promise<void>;
  restore(id: string): Promise<void>;
  /** For good. */
  remove(id: string): Promise<void>;
  /** Someone, this tab or another, changed the list. */
  subscribe(listener: () => void): () => void;
}

const channelName = 'sopwright-library';

export function createBrowserLibrary(): ProcedureLibrary {
  const listeners = new Set<() => void>();
  const channel = new BroadcastChannel(channelName);
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  channel.addEventListener('message', tell);
  const changed = (): void => {
    // A channel between tabs has no target.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    channel.postMessage('changed');
    tell();
  };

  const rewrite = async (id: string, next: (record: ProcedureRecord) => ProcedureRecord): Promise<void> => {
    await transact(['procedures'], 'readwrite', async (transaction) => {
      const procedures = transaction.objectStore('procedures');
      const record = await answer<ProcedureRecord | undefined>(procedures.get(id));
      if (record !== undefined) procedures.put(next(record));
    });
    changed();
  };

  return {
    list: async () => {
      const records = await transact(['procedures'], 'readonly', (transaction) =>
        answer<ProcedureRecord[]>(transaction.objectStore('procedures').getAll()),
      );
      return records.sort((a, b) => b.editedAt - a.editedAt);
    },
    find: (id) =>
      transact(['procedures'], 'readonly', (transaction) =>
        answer<ProcedureRecord | undefined>(transaction.objectStore('procedures').get(id)),
      ),
    create: async (record, content) => {
      await transact(['procedures', 'updates'], 'readwrite', (transaction) => {
        transaction.objectStore('procedures').add(record);
        transaction.objectStore('updates').add({ procedure: record.id, lane: sharedLane, update: content });
      });
      changed();
    },
    content: (id) =>
      transact(['updates'], 'readonly', async (transaction) =>
        (await readRows(transaction, id)).map(({ update }) => update),
      ),
    summarise: (id, summary, editedAt) => rewrite(id, (record) => ({ ...record, ...summary, editedAt })),
    trash: (id, trashedAt) => rewrite(id, (record) => ({ ...record, trashedAt })),
    restore: (id) => rewrite(id, (record) => ({ ...record, trashedAt: undefined })),
    remove: async (id) => {
      await transact(['procedures', 'updates'], 'readwrite', async (transaction) => {
        transaction.objectStore('procedures').delete(id);
        for (const { key } of await readRows(transaction, id)) transaction.objectStore('updates').delete(key);
      });
      changed();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
