import type { BatchMessage, BatchTask } from './batch-task.ts';
import { reportBatch } from './report-batch.ts';

function post(message: BatchMessage): void {
  // A worker's messages go to whoever made it; there is no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  self.postMessage(message);
}

self.addEventListener('message', ({ data }: MessageEvent<BatchTask>) => {
  const report = reportBatch(data, {
    now: () => performance.now(),
    onProgress: (done, total) => post({ type: 'progress', done, total }),
  });
  post(report.ok ? { type: 'done', report: report.report } : { type: 'failed', message: report.message });
});
