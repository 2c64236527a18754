import { onGrid, overlaps, type Rect } from '../element-geometry.ts';
import type { Position } from './layout-graph.ts';

const gap = 32;

/** The free place for a box nearest to where it is wanted; nothing else moves. */
export function freePlaceNear(
  wanted: Position,
  size: { readonly width: number; readonly height: number },
  taken: readonly Rect[],
): Position {
  const start = { x: onGrid(wanted.x), y: onGrid(wanted.y) };
  if (isFree(start, size, taken)) return start;
  let best: Position | undefined;
  let least = Infinity;
  for (const y of candidates(start.y, size.height, taken, 'y')) {
    for (const x of candidates(start.x, size.width, taken, 'x')) {
      const cost = Math.abs(x - start.x) + Math.abs(y - start.y);
      if (cost < least && isFree({ x, y }, size, taken)) {
        least = cost;
        best = { x, y };
      }
    }
  }
  return best ?? { x: start.x, y: onGrid(Math.max(...taken.map((rect) => rect.y + rect.height)) + gap) };
}

/** Flush with the wanted place or with an edge of a box nearby: the nearest free place is always at such a one. */
function candidates(wanted: number, extent: number, taken: readonly Rect[], axis: 'x' | 'y'): number[] {
  const values = new Set<number>([wanted]);
  for (const rect of taken) {
    const from = rect[axis];
    const size = axis === 'x' ? rect.width : rect.height;
    values.add(onGrid(from - extent - gap));
    values.add(onGrid(from + size + gap));
  }
  return [...values].sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted)).slice(0, 40);
}

function isFree(
  at: Position,
  size: { readonly width: number; readonly height: number },
  taken: readonly Rect[],
): boolean {
  const rect = { ...at, ...size };
  return taken.every((other) => !overlaps(rect, other, gap - 8));
}
