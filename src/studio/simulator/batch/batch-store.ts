import { create } from 'zustand';
import type { BatchReport } from './batch-report.ts';
import type { BatchMessage, BatchTask } from './batch-task.ts';

export type BatchState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly report: BatchReport; readonly task: BatchTask }
  | { readonly kind: 'failed'; readonly message: string };

interface BatchStore {
  readonly state: BatchState;
  start(task: BatchTask): void;
  cancel(): void;
}

/**
 * Runs all contacts in a worker, so that the page stays alive however many there are. It outlives the panel: people
 * look at the code meanwhile, and find the summary when they come back.
 */
export const useBatch = create<BatchStore>((set) => {
  let worker: Worker | undefined;

  function settle(state: BatchState): void {
    worker?.terminate();
    worker = undefined;
    set({ state });
  }

  return {
    state: { kind: 'idle' },
    start(task) {
      settle({ kind: 'running', done: 0, total: 0 });
      worker = new Worker(new URL('./batch-worker.ts', import.meta.url), { type: 'module' });
      worker.addEventListener('message', ({ data }: MessageEvent<BatchMessage>) => {
        switch (data.type) {
          case 'progress':
            set({ state: { kind: 'running', done: data.done, total: data.total } });
            return;
          case 'done':
            settle({ kind: 'done', report: data.report, task });
            return;
          case 'failed':
            settle({ kind: 'failed', message: data.message });
            return;
        }
      });
      worker.addEventListener('error', () => {
        settle({ kind: 'failed', message: 'The run could not be carried out in the background.' });
      });
      // A worker's messages go to whoever made it; there is no origin to name.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      worker.postMessage(task);
    },
    cancel() {
      settle({ kind: 'idle' });
    },
  };
});
