import { useStore } from '@xyflow/react';
import type { Rect } from './element-geometry.ts';
import type { Sight } from './near-view.ts';

/** From here on building only what is in sight pays. */
const many = 150;
/** Below these zooms nodes show their titles alone, and those larger. */
export const lowDetail = 0.5;
export const leastDetail = 0.34;

/** What is in sight of a picture with `count` nodes. Stays the same while one moves about in it. */
export function useSight(count: number): Sight {
  return useStore(
    ({ transform: [x, y, zoom], width, height }): Sight => {
      if (count <= many || width === 0) return everything;
      if (zoom < leastDetail) return fromFar;
      return { seen: roomAround(-x / zoom, -y / zoom, width / zoom, height / zoom), far: false };
    },
    (a, b) => a.far === b.far && sameRect(a.seen, b.seen),
  );
}

const everything: Sight = { seen: undefined, far: false };
const fromFar: Sight = { seen: undefined, far: true };

/**
 * Whole cells of a raster, each a quarter of the view at most, and one more all around: nodes are built a little before
 * they come into view, and a hand's movement to and fro builds none.
 */
function roomAround(x: number, y: number, width: number, height: number): Rect {
  const cell = 2 ** Math.floor(Math.log2(Math.max(width, height) / 4));
  const [left, top] = [Math.floor(x / cell) - 1, Math.floor(y / cell) - 1];
  const [right, bottom] = [Math.floor((x + width) / cell) + 2, Math.floor((y + height) / cell) + 2];
  return { x: left * cell, y: top * cell, width: (right - left) * cell, height: (bottom - top) * cell };
}

function sameRect(a: Rect | undefined, b: Rect | undefined): boolean {
  return (
    a === b ||
    (a !== undefined &&
      b !== undefined &&
      a.x === b.x &&
      a.y === b.y &&
      a.width === b.width &&
      a.height === b.height)
  );
}
