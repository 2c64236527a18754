import ELK from 'elkjs/lib/elk-api.js';
import elkWorkerUrl from 'elkjs/lib/elk-worker.min.js?url';
import type { LayoutGraph, Position } from './layout-graph.ts';
import { layoutGraph } from './layered-layout.ts';

/** A layout under way. `cancel` ends it at once; the result is then `undefined`. */
export interface LayoutJob {
  readonly result: Promise<ReadonlyMap<string, Position> | undefined>;
  cancel(): void;
}

/** Lays out in a worker of its own, so that the page stays free; there is no other way to stop it either. */
export function startLayout(graph: LayoutGraph): LayoutJob {
  const worker = new Worker(elkWorkerUrl);
  const elk = new ELK({ workerFactory: () => worker });
  const cancellation = new AbortController();
  const whenCancelled = new Promise<undefined>((resolve) => {
    cancellation.signal.addEventListener('abort', () => resolve(undefined));
  });
  const result = Promise.race([layoutGraph(elk, graph), whenCancelled]).finally(() => worker.terminate());
  return { result, cancel: () => cancellation.abort() };
}
