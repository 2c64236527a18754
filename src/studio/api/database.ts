const name = 'sopwright';
const version = 1;

let opened: Promise<IDBDatabase> | undefined;

/** This browser's database, opened once. Rejects where the browser keeps nothing, for instance in some private windows. */
export function openDatabase(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.addEventListener('upgradeneeded', () => {
      const database = request.result;
      database.createObjectStore('procedures', { keyPath: 'id' });
      const updates = database.createObjectStore('updates', { autoIncrement: true });
      updates.createIndex('procedure', 'procedure');
      updates.createIndex('lane', ['procedure', 'lane']);
    });
    request.addEventListener('success', () => {
      const database = request.result;
      database.addEventListener('versionchange', () => {
        database.close();
        forget();
      });
      database.addEventListener('close', forget);
      resolve(database);
    });
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB did not open')));
  });
  opened.catch(forget);
  return opened;
}

function forget(): void {
  opened = undefined;
}

/** Runs one transaction; resolves with what `work` returned once everything is on disk. */
export async function transact<T>(
  stores: readonly string[],
  mode: 'readonly' | 'readwrite',
  work: (transaction: IDBTransaction) => Promise<T> | T,
): Promise<T> {
  const database = await openDatabase();
  const transaction = database.transaction([...stores], mode);
  const done = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('error', () =>
      reject(transaction.error ?? new Error('The browser could not write')),
    );
    transaction.addEventListener('abort', () =>
      reject(transaction.error ?? new Error('The browser gave up writing')),
    );
  });
  // `work` may fail first; the abort that follows must not count as unhandled.
  done.catch(() => undefined);
  try {
    const result = await work(transaction);
    // Said outright, a closing page's last write is not lost.
    if (mode === 'readwrite') transaction.commit();
    await done;
    return result;
  } catch (error) {
    abort(transaction);
    throw error;
  }
}

export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('The browser could not read')));
  });
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It had ended already.
  }
}
