import { createProofDesk } from './proof-desk.ts';
import type { ProofTask } from './proof-task.ts';

// A message to oneself comes after those that wait already, and unlike a timer it is not held back.
const { port1, port2 } = new MessageChannel();
let waiting: (() => void)[] = [];
port2.addEventListener('message', () => {
  const callbacks = waiting;
  waiting = [];
  for (const callback of callbacks) callback();
});
port2.start();

const desk = createProofDesk(
  // A worker's messages go to whoever made it; there is no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  (reply) => self.postMessage(reply),
  (callback) => {
    waiting.push(callback);
    port1.postMessage(undefined);
  },
);

self.addEventListener('message', ({ data }: MessageEvent<ProofTask>) => desk.take(data));
