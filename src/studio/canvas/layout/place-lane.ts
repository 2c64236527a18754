import { onGrid, overlaps } from '../element-geometry.ts';
import type { LayoutGraph, Position } from './layout-graph.ts';

const gap = 24;
/** Between the lane and the flow, so that ties have room to spread. */
const laneGap = 88;

/**
 * Adds the positions of what stands beside the flow: rows above it, each guardrail as near as it gets to the middle
 * of what it governs, the others from the left. Rows fill from the bottom, so that a short lane stands close to its
 * steps.
 */
export function placeLane(graph: LayoutGraph, positions: Map<string, Position>): void {
  const nodes = graph.nodes.flatMap((node) => {
    const at = positions.get(node.key);
    return at ? [{ ...node, ...at }] : [];
  });
  const left = Math.min(...nodes.map((node) => node.x - node.lead), Infinity);
  const right = Math.max(...nodes.map((node) => node.x + node.width), -Infinity);
  const top = Math.min(...nodes.map((node) => node.y), Infinity);
  const origin = nodes.length > 0 ? { left, right, top } : { left: 0, right: 1200, top: 0 };
  const centres = new Map(nodes.map((node) => [node.key, node.x + node.width / 2]));

  const wanted = graph.lane.map((node, order) => {
    const governed = graph.ties
      .filter((tie) => tie.guardrail === node.key)
      .flatMap((tie) => centres.get(tie.target) ?? []);
    const middle = governed.reduce((sum, x) => sum + x, 0) / governed.length;
    const x = governed.length > 0 ? middle - node.width / 2 : origin.left;
    return { node, order, x: Math.max(origin.left, x) };
  });
  wanted.sort((a, b) => a.x - b.x || a.order - b.order);

  const rows: { x: number; y: number; width: number; height: number }[][] = [];
  const reach = Math.max(origin.right, origin.left + 1200);
  const pitch = Math.max(...graph.lane.map((node) => node.height), 0) + gap;
  for (const { node, x } of wanted) {
    for (let row = 0; ; row += 1) {
      const placed = (rows[row] ??= []);
      const y = onGrid(origin.top - laneGap - node.height - row * pitch);
      const free = firstFree(placed, onGrid(x), y, node.width, node.height);
      if (free + node.width > reach && placed.length > 0) continue;
      placed.push({ x: free, y, width: node.width, height: node.height });
      positions.set(node.key, { x: free, y });
      break;
    }
  }
}

function firstFree(
  placed: readonly { x: number; y: number; width: number; height: number }[],
  from: number,
  y: number,
  width: number,
  height: number,
): number {
  let x = from;
  for (;;) {
    const blocking = placed.find((rect) => overlaps(rect, { x, y, width, height }, gap));
    if (!blocking) return x;
    x = blocking.x + blocking.width + gap;
  }
}
