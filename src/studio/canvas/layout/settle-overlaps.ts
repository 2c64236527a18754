import { onGrid, overlaps, type Rect } from '../element-geometry.ts';
import type { Position } from './layout-graph.ts';

const gap = 24;

/** Where nodes have to go, straight down, when the ones named have grown into them. */
export function settleOverlaps(
  rects: ReadonlyMap<string, Rect>,
  grown: Iterable<string>,
): ReadonlyMap<string, Position> {
  const current = new Map(rects);
  const moved = new Map<string, Position>();
  const queue = [...grown];
  for (let rounds = 0; queue.length > 0 && rounds < 5000; rounds += 1) {
    const key = queue.shift()!;
    const rect = current.get(key);
    if (!rect) continue;
    for (const [other, against] of current) {
      if (other === key || !overlaps(rect, against)) continue;
      const below = { ...against, y: onGrid(rect.y + rect.height + gap) };
      if (below.y <= against.y) continue;
      current.set(other, below);
      moved.set(other, { x: below.x, y: below.y });
      queue.push(other);
    }
  }
  return moved;
}
