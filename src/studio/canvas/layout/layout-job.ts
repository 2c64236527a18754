import ELK from 'elkjs/lib/elk-api.js';
import elkWorkerUrl from 'elkjs/lib/elk-worker.min.js?url';
import type { LayoutGraph, Position } from './layout-graph.ts';
import { layoutGraph } from './layered-layout.ts';
import { plainLayout } from './plain-layout.ts';

/** Milliseconds. Longer than any procedure that people drew has taken. */
const patience = 25_000;

/** A layout under way. `cancel` ends it at once; the result is then `undefined`. */
export interface LayoutJob {
  readonly result: Promise<ReadonlyMap<string, Position> | undefined>;
  cancel(): void;
}

/**
 * Lays out in a worker of its own, so that the page stays free; there is no other way to stop it either. A procedure
 * that the worker cannot manage gets the plain layout.
 */
export function startLayout(graph: LayoutGraph): LayoutJob {
  const worker = new Worker(elkWorkerUrl);
  const elk = new ELK({ workerFactory: () => worker });
  const cancellation = new AbortController();
  const whenCancelled = new Promise<undefined>((resolve) => {
    cancellation.signal.addEventListener('abort', () => resolve(undefined));
  });
  const whenBroken = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`no layout within ${patience / 1000} s`)), patience);
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      reject(new Error(event.message));
    });
  });
  const result = Promise.race([layoutGraph(elk, graph), whenBroken, whenCancelled])
    .catch((error: unknown) => {
      console.warn('The layout fell back to plain columns:', error);
      return plainLayout(graph);
    })
    .finally(() => worker.terminate());
  return { result, cancel: () => cancellation.abort() };
}
