import { useCallback, useEffect, useRef, useState } from 'react';
import type { BatchReport } from './batch-report.ts';
import type { BatchMessage, BatchTask } from './batch-task.ts';

export type BatchState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly report: BatchReport; readonly task: BatchTask }
  | { readonly kind: 'failed'; readonly message: string };

export interface Batch {
  readonly state: BatchState;
  start(task: BatchTask): void;
  cancel(): void;
}

/** Runs all contacts in a worker, so that the page stays alive however many there are. */
export function useBatch(): Batch {
  const [state, setState] = useState<BatchState>({ kind: 'idle' });
  const worker = useRef<Worker>(undefined);
  const stop = useCallback(() => {
    worker.current?.terminate();
    worker.current = undefined;
  }, []);
  useEffect(() => stop, [stop]);

  const start = useCallback(
    (task: BatchTask) => {
      stop();
      setState({ kind: 'running', done: 0, total: 0 });
      const started = new Worker(new URL('./batch-worker.ts', import.meta.url), { type: 'module' });
      worker.current = started;
      started.addEventListener('message', ({ data }: MessageEvent<BatchMessage>) => {
        switch (data.type) {
          case 'progress':
            setState({ kind: 'running', done: data.done, total: data.total });
            return;
          case 'done':
            setState({ kind: 'done', report: data.report, task });
            stop();
            return;
          case 'failed':
            setState({ kind: 'failed', message: data.message });
            stop();
            return;
        }
      });
      started.addEventListener('error', () => {
        setState({ kind: 'failed', message: 'The run could not be carried out in the background.' });
        stop();
      });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      started.postMessage(task);
    },
    [stop],
  );
  const cancel = useCallback(() => {
    stop();
    setState({ kind: 'idle' });
  }, [stop]);
  return { state, start, cancel };
}
