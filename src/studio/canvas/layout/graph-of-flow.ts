import type { Connections } from '../canvas-connections.ts';
import type { CanvasElement } from '../canvas-elements.ts';
import { startMarker } from '../element-geometry.ts';
import { guardrailIdOf, startKey } from '../element-key.ts';
import type { LayoutGraph, LayoutNode } from './layout-graph.ts';

export function graphOfFlow(
  elements: ReadonlyMap<string, CanvasElement>,
  connections: Connections,
): LayoutGraph {
  const start = connections.links.find((link) => link.source === startKey)?.target;
  const linked = new Set(connections.links.flatMap(({ source, target }) => [source, target]));
  const nodes: LayoutNode[] = [];
  const lane: LayoutNode[] = [];
  for (const [key, { shape }] of elements) {
    const lead = key === start ? startMarker.width + startMarker.gap : 0;
    const inFlow = guardrailIdOf(key) === undefined && linked.has(key);
    (inFlow ? nodes : lane).push({ key, lead, ...shape });
  }
  return {
    nodes,
    lane,
    links: connections.links
      .filter((link) => link.source !== startKey)
      .map(({ source, port, target }) => ({ from: source, port, to: target })),
    ties: connections.ties.map(({ guardrail, target }) => ({ guardrail, target })),
  };
}
