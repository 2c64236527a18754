import type { ProofReply } from './proof-task.ts';
import type { ProofRunner } from './prover.ts';

export function startProofWorker(
  onReply: (reply: ProofReply) => void,
  onCrash: (message: string) => void,
): ProofRunner {
  const worker = new Worker(new URL('./proof-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<ProofReply>) => onReply(data));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    onCrash(event.message);
  });
  return {
    // A worker's messages go to whoever made it; there is no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    send: (task) => worker.postMessage(task),
    stop: () => worker.terminate(),
  };
}
