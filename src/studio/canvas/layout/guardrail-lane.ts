import { onGrid, overlaps } from '../element-geometry.ts';
import type { LayoutGraph, Position } from './layout-graph.ts';

const gap = 24;
/** Between the lane and the flow, so that ties have room to spread. */
const laneGap = 88;

/**
 * Adds the guardrails' positions: rows above the flow, each guardrail as near as it gets to the middle of what it
 * governs. Rows fill from the bottom, so that a short lane stands close to its steps.
 */
export function placeGuardrails(graph: LayoutGraph, positions: Map<string, Position>): void {
  const nodes = graph.nodes.flatMap((node) => {
    const at = positions.get(node.key);
    return at ? [{ ...node, ...at }] : [];
  });
  const left = Math.min(...nodes.map((node) => node.x - node.lead), Infinity);
  const right = Math.max(...nodes.map((node) => node.x + node.width), -Infinity);
  const top = Math.min(...nodes.map((node) => node.y), Infinity);
  const origin = nodes.length > 0 ? { left, right, top } : { left: 0, right: 1200, top: 0 };
  const centres = new Map(nodes.map((node) => [node.key, node.x + node.width / 2]));

  const wanted = graph.guardrails.map((guardrail, order) => {
    const governed = graph.ties
      .filter((tie) => tie.guardrail === guardrail.key)
      .flatMap((tie) => centres.get(tie.target) ?? []);
    const middle = governed.reduce((sum, x) => sum + x, 0) / governed.length;
    const x = governed.length > 0 ? middle - guardrail.width / 2 : origin.left;
    return { guardrail, order, x: Math.max(origin.left, x) };
  });
  wanted.sort((a, b) => a.x - b.x || a.order - b.order);

  const rows: { x: number; y: number; width: number; height: number }[][] = [];
  const reach = Math.max(origin.right, origin.left + 1200);
  const pitch = Math.max(...graph.guardrails.map((guardrail) => guardrail.height), 0) + gap;
  for (const { guardrail, x } of wanted) {
    for (let row = 0; ; row += 1) {
      const placed = (rows[row] ??= []);
      const y = onGrid(origin.top - laneGap - guardrail.height - row * pitch);
      const free = firstFree(placed, onGrid(x), y, guardrail.width, guardrail.height);
      if (free + guardrail.width > reach && placed.length > 0) continue;
      placed.push({ x: free, y, width: guardrail.width, height: guardrail.height });
      positions.set(guardrail.key, { x: free, y });
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
