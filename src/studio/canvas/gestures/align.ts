import { onGrid, type Rect } from '../element-geometry.ts';
import type { Position } from '../../session/procedure-session.ts';

export const alignments = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
export type Alignment = (typeof alignments)[number];
export type Direction = 'across' | 'down';

type Places = ReadonlyMap<string, Position>;

/** Where nodes come to stand in line with the outermost of them, or with the middle of all. Only those that move. */
export function aligned(rects: ReadonlyMap<string, Rect>, how: Alignment): Places {
  const all = [...rects.values()];
  const left = Math.min(...all.map(({ x }) => x));
  const right = Math.max(...all.map(({ x, width }) => x + width));
  const top = Math.min(...all.map(({ y }) => y));
  const bottom = Math.max(...all.map(({ y, height }) => y + height));
  return moved(rects, ({ x, y, width, height }) => {
    switch (how) {
      case 'left':
        return { x: left, y };
      case 'right':
        return { x: right - width, y };
      case 'centre':
        return { x: onGrid((left + right - width) / 2), y };
      case 'top':
        return { x, y: top };
      case 'bottom':
        return { x, y: bottom - height };
      case 'middle':
        return { x, y: onGrid((top + bottom - height) / 2) };
    }
  });
}

/** The same gap between each and the next; the first and the last stay where they are. */
export function distributed(rects: ReadonlyMap<string, Rect>, direction: Direction): Places {
  const start = (rect: Rect): number => (direction === 'across' ? rect.x : rect.y);
  const extent = (rect: Rect): number => (direction === 'across' ? rect.width : rect.height);
  const order = [...rects].sort(([, a], [, b]) => start(a) - start(b) || extent(a) - extent(b));
  const [first, last] = [order[0]?.[1], order.at(-1)?.[1]];
  if (!first || !last || order.length < 3) return new Map();
  const room =
    start(last) - start(first) - order.slice(0, -1).reduce((sum, [, rect]) => sum + extent(rect), 0);
  const gap = room / (order.length - 1);
  const starts = new Map<string, number>();
  let at = start(first);
  for (const [key, rect] of order) {
    starts.set(key, rect === first || rect === last ? start(rect) : onGrid(at));
    at += extent(rect) + gap;
  }
  return moved(rects, ({ x, y }, key) =>
    direction === 'across' ? { x: starts.get(key)!, y } : { x, y: starts.get(key)! },
  );
}

function moved(rects: ReadonlyMap<string, Rect>, place: (rect: Rect, key: string) => Position): Places {
  return new Map(
    [...rects].flatMap(([key, rect]) => {
      const { x, y } = place(rect, key);
      return x === rect.x && y === rect.y ? [] : [[key, { x, y }] as const];
    }),
  );
}
