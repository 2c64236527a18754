import type { CanvasElement } from '../canvas-elements.ts';
import { onGrid, type Rect } from '../element-geometry.ts';
import { boundsOf } from '../sections/section-boxes.ts';
import type { Position } from './layout-graph.ts';
import { freePlaceNear } from './place-near.ts';

/**
 * A layout shifted as a whole so that as many nodes as possible stay where they are, and of those that do not, all.
 * Among equals the start stays.
 */
export function restful(
  layout: ReadonlyMap<string, Position>,
  rects: ReadonlyMap<string, Rect>,
  start: string | undefined,
  shift = true,
): ReadonlyMap<string, Position> {
  const { x, y } = shift ? commonShift(layout, rects, start) : { x: 0, y: 0 };
  return new Map(
    [...layout].flatMap(([key, at]) => {
      const next = { x: at.x + x, y: at.y + y };
      const rect = rects.get(key);
      return rect && rect.x === next.x && rect.y === next.y ? [] : [[key, next] as const];
    }),
  );
}

function commonShift(
  layout: ReadonlyMap<string, Position>,
  rects: ReadonlyMap<string, Rect>,
  start: string | undefined,
): Position {
  const votes = new Map<string, { count: number; readonly shift: Position }>();
  let best: { count: number; readonly shift: Position } | undefined;
  for (const [key, at] of layout) {
    const rect = rects.get(key);
    if (!rect) continue;
    const shift = { x: rect.x - at.x, y: rect.y - at.y };
    const name = `${shift.x} ${shift.y}`;
    const vote = votes.get(name) ?? { count: 0, shift };
    votes.set(name, vote);
    vote.count += key === start ? 1.5 : 1;
    if (!best || vote.count > best.count) best = vote;
  }
  return best?.shift ?? { x: 0, y: 0 };
}

/** A layout of some nodes, put with its corner where theirs was; further away where others stand in it. */
export function whereTheyStood(
  layout: ReadonlyMap<string, Position>,
  elements: ReadonlyMap<string, CanvasElement>,
  rects: ReadonlyMap<string, Rect>,
  others: readonly Rect[],
): ReadonlyMap<string, Position> {
  const laidOut = boundsOf([...layout].map(([key, at]) => ({ ...at, ...sizeOf(elements.get(key)) })));
  const stood = boundsOf([...layout.keys()].flatMap((key) => rects.get(key) ?? []));
  const corner = freePlaceNear({ x: stood.x, y: stood.y }, laidOut, others);
  return new Map(
    [...layout].map(([key, { x, y }]) => [
      key,
      { x: onGrid(x + corner.x - laidOut.x), y: onGrid(y + corner.y - laidOut.y) },
    ]),
  );
}

function sizeOf(element: CanvasElement | undefined): { readonly width: number; readonly height: number } {
  return { width: element?.shape.width ?? 0, height: element?.shape.height ?? 0 };
}
