import { onGrid } from '../element-geometry.ts';
import type { LayoutGraph, Position } from './layout-graph.ts';

/** Narrower than this nothing is wrapped, however low it is. */
const wide = 9000;
/** Width to height that a window shows well. */
const proportion = 1.8;
const mostBands = 24;
const gap = 140;

interface Box {
  readonly key: string;
  readonly at: Position;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** Breaks a layout that came out as one endless strip into bands, one below the other, as text is broken into lines. */
export function wrapBands(
  graph: LayoutGraph,
  positions: ReadonlyMap<string, Position>,
): Map<string, Position> {
  const boxes = graph.nodes
    .flatMap((node): Box[] => {
      const at = positions.get(node.key);
      if (!at) return [];
      return [
        { key: node.key, at, left: at.x - node.lead, right: at.x + node.width, bottom: at.y + node.height },
      ];
    })
    .sort((a, b) => a.left - b.left);
  const width = extentOf(boxes).width;
  if (boxes.length === 0 || width < wide) return new Map(positions);

  let best: readonly (readonly Box[])[] = [boxes];
  let least = Infinity;
  for (let count = 1; count <= mostBands; count += 1) {
    const bands = split(boxes, width / count);
    const extents = bands.map((band) => extentOf(level(band)));
    const height = extents.reduce((sum, extent) => sum + extent.height + gap, -gap);
    const misfit = Math.abs(
      Math.log(Math.max(...extents.map((extent) => extent.width)) / height / proportion),
    );
    if (misfit < least) {
      least = misfit;
      best = bands;
    }
  }
  return stacked(best, positions);
}

/** Only between columns: nothing is torn apart that stands one above the other. */
function split(boxes: readonly Box[], bandWidth: number): readonly (readonly Box[])[] {
  const bands: Box[][] = [];
  let band: Box[] = [];
  let reached = -Infinity;
  for (const box of boxes) {
    const first = band[0];
    if (first && box.right - first.left > bandWidth + 400 && box.left > reached) {
      bands.push(band);
      band = [];
    }
    band.push(box);
    reached = Math.max(reached, box.right);
  }
  return [...bands, band];
}

/** How far a band may drift down or up before it begins again at its own height. */
const drift = 280;
/** Fewer than these at a band's end are left where they are. */
const fewColumns = 4;

/**
 * Straight links out of ports below the middle lead a little down each, which in a long band comes to more than the
 * band is high. Where that is so the columns are lifted back, all at once, so that most links stay straight.
 */
function level(band: readonly Box[]): readonly Box[] {
  let base: number | undefined;
  let lift = 0;
  const columns = columnsOf(band);
  return columns.flatMap((column, index) => {
    const height = median(column.map(({ at }) => at.y));
    base ??= height;
    const isWorthIt = columns.length - index >= fewColumns;
    if (isWorthIt && Math.abs(height - lift - base) > drift) lift = onGrid(height - base);
    return column.map((box) => ({
      ...box,
      at: { x: box.at.x, y: box.at.y - lift },
      bottom: box.bottom - lift,
    }));
  });
}

/** Boxes that stand one above the other, by their places from left to right. */
function columnsOf(boxes: readonly Box[]): readonly (readonly Box[])[] {
  const columns: Box[][] = [];
  let reached = -Infinity;
  for (const box of boxes) {
    if (box.left > reached) columns.push([]);
    columns.at(-1)!.push(box);
    reached = Math.max(reached, box.right);
  }
  return columns;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function stacked(
  bands: readonly (readonly Box[])[],
  positions: ReadonlyMap<string, Position>,
): Map<string, Position> {
  const result = new Map(positions);
  let y = 0;
  for (const uneven of bands) {
    const band = level(uneven);
    const { left, top, height } = extentOf(band);
    for (const { key, at } of band) {
      result.set(key, { x: onGrid(at.x - left), y: onGrid(at.y - top + y) });
    }
    y += height + gap;
  }
  return result;
}

function extentOf(boxes: readonly Box[]): { left: number; top: number; width: number; height: number } {
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.at.y));
  return {
    left,
    top,
    width: Math.max(...boxes.map((box) => box.right)) - left,
    height: Math.max(...boxes.map((box) => box.bottom)) - top,
  };
}
