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
  const nodes: LayoutNode[] = [];
  const guardrails: LayoutNode[] = [];
  for (const [key, { shape }] of elements) {
    const lead = key === start ? startMarker.width + startMarker.gap : 0;
    (guardrailIdOf(key) === undefined ? nodes : guardrails).push({ key, lead, ...shape });
  }
  return {
    nodes,
    guardrails,
    links: connections.links
      .filter((link) => link.source !== startKey)
      .map(({ source, port, target }) => ({ from: source, port, to: target })),
    ties: connections.ties.map(({ guardrail, target }) => ({ guardrail, target })),
  };
}
