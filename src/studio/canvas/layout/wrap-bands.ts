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
    const extents = bands.map(extentOf);
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

function stacked(
  bands: readonly (readonly Box[])[],
  positions: ReadonlyMap<string, Position>,
): Map<string, Position> {
  const result = new Map(positions);
  let y = 0;
  for (const band of bands) {
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
