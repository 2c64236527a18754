import { useEffect, useRef } from 'react';
import { useSession } from '../../session/session-context.tsx';
import type { CanvasElement } from '../canvas-elements.ts';
import { announce, useCanvasState } from '../canvas-state.ts';
import { startKey } from '../element-key.ts';
import type { Flow } from '../flow-from-document.ts';
import { graphOfFlow } from './graph-of-flow.ts';
import { startLayout, type LayoutJob } from './layout-job.ts';
import { placeMissing } from './place-missing.ts';
import { settleOverlaps } from './settle-overlaps.ts';

/** From this many newcomers on, and when they outnumber what has a place, everything is laid out. */
const crowd = 4;

/**
 * Keeps every element placed: lays a procedure out that has no positions or was replaced by another, finds a place
 * for single newcomers, and makes room below a node that grew. None of it is a gesture, so none of it is undone.
 * `arranged` is told when a whole layout has come in.
 */
export function useAutomaticLayout(
  flow: Flow,
  arranged: () => void,
): { readonly tidy: () => void; readonly cancel: () => void } {
  const session = useSession();
  const job = useRef<LayoutJob>(undefined);
  const before = useRef<ReadonlyMap<string, CanvasElement>>(undefined);
  const latest = useRef(flow);
  latest.current = flow;

  const arrange = async (
    settle: (positions: ReadonlyMap<string, { x: number; y: number }>) => void,
  ): Promise<void> => {
    job.current?.cancel();
    const { elements, connections } = latest.current;
    const mine = startLayout(graphOfFlow(elements, connections));
    job.current = mine;
    useCanvasState.setState({ arranging: elements.size });
    const positions = await mine.result;
    if (job.current !== mine) return;
    job.current = undefined;
    useCanvasState.setState({ arranging: undefined });
    if (!positions) return;
    settle(positions);
    arranged();
  };

  useEffect(() => {
    const { elements, connections, rects } = flow;
    const previous = before.current;
    before.current = elements;
    if (previous === elements && job.current) return;
    const missing = [...elements.keys()].filter((key) => !rects.has(key));
    const placed = elements.size - missing.length;
    if ((missing.length >= crowd && missing.length > placed) || wasReplaced(previous, elements)) {
      void arrange((positions) => session.place(positions));
      return;
    }
    if (missing.length > 0) session.place(placeMissing(missing, elements, connections, rects));
    else if (previous) {
      const moved = settleOverlaps(withoutStart(rects), grownSince(previous, elements));
      if (moved.size > 0) session.place(moved);
    }
  }, [flow.elements, flow.rects]);

  useEffect(() => () => job.current?.cancel(), []);

  return {
    tidy: () => {
      announce('Tidying the layout.');
      void arrange((positions) => {
        session.move(positions, 'Tidy layout');
        announce('Tidied the layout.');
      });
    },
    cancel: () => {
      job.current?.cancel();
      announce('Stopped tidying.');
    },
  };
}

/** Whether another procedure was put in the place of this one: positions that ids share mean nothing then. */
function wasReplaced(
  previous: ReadonlyMap<string, CanvasElement> | undefined,
  elements: ReadonlyMap<string, CanvasElement>,
): boolean {
  if (!previous || previous === elements || previous.size === 0 || elements.size < crowd) return false;
  let same = 0;
  for (const [key, element] of elements) {
    const other = previous.get(key);
    if (
      other &&
      other.content.kind === element.content.kind &&
      other.content.substance === element.content.substance
    ) {
      same += 1;
    }
  }
  return same < elements.size * 0.4;
}

function* grownSince(
  previous: ReadonlyMap<string, CanvasElement>,
  elements: ReadonlyMap<string, CanvasElement>,
): Generator<string> {
  for (const [key, { shape }] of elements) {
    const other = previous.get(key);
    if (other && shape.height > other.shape.height) yield key;
  }
}

function withoutStart<Rect>(rects: ReadonlyMap<string, Rect>): ReadonlyMap<string, Rect> {
  const rest = new Map(rects);
  rest.delete(startKey);
  return rest;
}
