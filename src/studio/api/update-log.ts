import { answer, transact } from './database.ts';

/** The lane that everybody has; any other name is one draft's. */
export const sharedLane = '';

export interface StoredUpdate {
  readonly key: IDBValidKey;
  readonly lane: string;
  readonly update: Uint8Array;
}

export interface UpdateBatch {
  /** For everybody. */
  readonly shared: readonly Uint8Array[];
  /** For one draft's lane. */
  readonly draft: { readonly lane: string; readonly updates: readonly Uint8Array[] } | undefined;
  /** Draft lanes that `shared` now contains. */
  readonly cleared: readonly string[];
}

/** The Yjs updates of procedures. */
export interface UpdateLog {
  read(procedure: string): Promise<readonly StoredUpdate[]>;
  /** All or nothing. */
  write(procedure: string, batch: UpdateBatch): Promise<void>;
  /** Puts one snapshot in the place of the rows it covers. */
  compact(procedure: string, snapshot: Uint8Array, covered: readonly IDBValidKey[]): Promise<void>;
}

interface Row {
  readonly procedure: string;
  readonly lane: string;
  readonly update: Uint8Array;
}

export const browserUpdateLog: UpdateLog = {
  read: (procedure) =>
    transact(['updates'], 'readonly', async (transaction) => readRows(transaction, procedure)),

  write: (procedure, { shared, draft, cleared }) =>
    transact(['updates'], 'readwrite', async (transaction) => {
      const updates = transaction.objectStore('updates');
      const lanes = updates.index('lane');
      const old = await Promise.all(cleared.map((lane) => answer(lanes.getAllKeys([procedure, lane]))));
      for (const key of old.flat()) updates.delete(key);
      for (const update of shared) updates.add({ procedure, lane: sharedLane, update } satisfies Row);
      for (const update of draft?.updates ?? []) {
        updates.add({ procedure, lane: draft?.lane ?? sharedLane, update } satisfies Row);
      }
    }),

  compact: (procedure, snapshot, covered) =>
    transact(['updates'], 'readwrite', (transaction) => {
      const updates = transaction.objectStore('updates');
      updates.add({ procedure, lane: sharedLane, update: snapshot } satisfies Row);
      for (const key of covered) updates.delete(key);
    }),
};

export async function readRows(
  transaction: IDBTransaction,
  procedure: string,
): Promise<readonly StoredUpdate[]> {
  const index = transaction.objectStore('updates').index('procedure');
  const [rows, keys] = await Promise.all([
    answer<Row[]>(index.getAll(procedure)),
    answer(index.getAllKeys(procedure)),
  ]);
  return rows.flatMap(({ lane, update }, at) => {
    const key = keys[at];
    return key === undefined ? [] : [{ key, lane, update }];
  });
}
