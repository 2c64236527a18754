import type { LayoutGraph, Position } from './layout-graph.ts';
import { onwardLinks } from './onward-links.ts';
import { placeLane } from './place-lane.ts';
import { readingOrder } from './reading-order.ts';
import { longestWays } from './usual-links.ts';
import { wrapBands } from './wrap-bands.ts';

const columnGap = 96;
const rowGap = 32;

/** Columns by distance from the start, in reading order: plain, but it comes out for every procedure. */
export function plainLayout(graph: LayoutGraph): Map<string, Position> {
  const columns = longestWays(graph, onwardLinks(graph));
  const width = Math.max(...graph.nodes.map((node) => node.width + node.lead), 0) + columnGap;
  const bottoms = new Map<number, number>();
  const positions = new Map<string, Position>();
  for (const node of readingOrder(graph)) {
    const column = columns.get(node.key) ?? 0;
    const y = bottoms.get(column) ?? 0;
    positions.set(node.key, { x: column * width + node.lead, y });
    bottoms.set(column, y + node.height + rowGap);
  }
  const wrapped = wrapBands(graph, positions);
  placeLane(graph, wrapped);
  return wrapped;
}
