import { onGrid, type Rect } from '../element-geometry.ts';
import type { Position } from '../../session/procedure-session.ts';

/** A line that what is dragged lines up with, in the flow's coordinates. */
export interface Guide {
  readonly vertical: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Snapped {
  /** How much further to move. */
  readonly by: Position;
  readonly guides: readonly Guide[];
}

/** A rectangle with the height at which links arrive, so that a link can be made straight. */
export interface Snappable extends Rect {
  readonly inY?: number | undefined;
}

/** Lines up edges, middles and the heights of links with the nearest of the neighbours within `reach`. */
export function snapTo(moving: Snappable, neighbours: Iterable<Snappable>, reach: number): Snapped {
  const x = new Nearest(reach);
  const y = new Nearest(reach);
  const [mine, mineY] = [xsOf(moving), ysOf(moving)];
  for (const other of neighbours) {
    for (const [kind, value] of xsOf(other))
      for (const [own, at] of mine) if (own === kind) x.offer(value - at, value, other);
    for (const [kind, value] of ysOf(other))
      for (const [own, at] of mineY) if (own === kind) y.offer(value - at, value, other);
  }
  const by = { x: x.by ?? 0, y: y.by ?? 0 };
  const moved = { ...moving, x: moving.x + by.x, y: moving.y + by.y };
  const guides: Guide[] = [];
  if (x.line) guides.push(guideThrough(true, x.line.at, moved, x.line.others));
  if (y.line) guides.push(guideThrough(false, y.line.at, moved, y.line.others));
  return { by, guides };
}

/** Onto the grid, which neighbours overrule. */
export function snapToGrid(at: Position): Position {
  return { x: onGrid(at.x), y: onGrid(at.y) };
}

class Nearest {
  by: number | undefined;
  line: { readonly at: number; readonly others: Rect[] } | undefined;

  constructor(readonly reach: number) {}

  offer(by: number, at: number, other: Rect): void {
    const least = this.by === undefined ? this.reach : Math.abs(this.by);
    if (Math.abs(by) > least) return;
    if (this.by !== undefined && by === this.by && this.line?.at === at) {
      this.line.others.push(other);
      return;
    }
    if (this.by !== undefined && Math.abs(by) === least) return;
    this.by = by;
    this.line = { at, others: [other] };
  }
}

type Line = readonly [kind: string, at: number];

function xsOf({ x, width }: Rect): readonly Line[] {
  return [
    ['start', x],
    ['middle', x + width / 2],
    ['end', x + width],
  ];
}

function ysOf({ y, height, inY }: Snappable): readonly Line[] {
  return [
    ...(inY === undefined ? [] : [['in', y + inY] as const]),
    ['start', y],
    ['middle', y + height / 2],
    ['end', y + height],
  ];
}

function guideThrough(vertical: boolean, at: number, moved: Rect, others: readonly Rect[]): Guide {
  const all = [moved, ...others];
  const from = Math.min(...all.map((rect) => (vertical ? rect.y : rect.x)));
  const to = Math.max(...all.map((rect) => (vertical ? rect.y + rect.height : rect.x + rect.width)));
  return { vertical, at, from: from - 12, to: to + 12 };
}
