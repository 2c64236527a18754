import { createStore } from 'zustand/vanilla';
import type { Flow } from './flow-from-document.ts';

export interface Drawn {
  readonly flow: Flow;
  /** The element that Tab reaches and keys speak of. */
  readonly current: string | undefined;
}

export const emptyFlow: Flow = {
  nodes: [],
  edges: [],
  elements: new Map(),
  picture: { nodes: [], edges: [] },
  connections: { links: [], ties: [] },
  rects: new Map(),
  boxes: [],
  notes: new Map(),
  places: new Map(),
};

/** What is on the screen now, for gestures, which begin outside of rendering. */
export const drawnFlow = createStore<Drawn>()(() => ({ flow: emptyFlow, current: undefined }));

export function currentFlow(): Flow {
  return drawnFlow.getState().flow;
}
