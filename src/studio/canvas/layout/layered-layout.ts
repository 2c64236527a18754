import type { ELK, ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs/lib/elk-api.js';
import { onGrid } from '../element-geometry.ts';
import { placeGuardrails } from './guardrail-lane.ts';
import type { LayoutGraph, LayoutLink, LayoutNode, Position } from './layout-graph.ts';
import { usualLinks } from './usual-links.ts';

const options: Record<string, string> = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.randomSeed': '1',
  'elk.layered.spacing.nodeNodeBetweenLayers': '64',
  'elk.layered.spacing.edgeNodeBetweenLayers': '24',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  'elk.spacing.nodeNode': '32',
  'elk.spacing.edgeNode': '20',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.componentComponent': '48',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.nodePlacement.favorStraightEdges': 'true',
  'elk.layered.considerModelOrder.strategy': 'PREFER_EDGES',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.layered.thoroughness': '12',
  'elk.layered.feedbackEdges': 'true',
};

/**
 * Where every node should stand: left to right in layers, ports in their order from top to bottom, guardrails in a
 * lane above. Deterministic: the same graph is laid out the same way, in this tab and the next.
 */
export async function layoutGraph(
  elk: Pick<ELK, 'layout'>,
  graph: LayoutGraph,
): Promise<Map<string, Position>> {
  const positions = new Map<string, Position>();
  if (graph.nodes.length > 0) {
    const laidOut = await elk.layout(toElk(graph));
    const leads = new Map(graph.nodes.map((node) => [node.key, node.lead]));
    for (const { id, x = 0, y = 0 } of laidOut.children ?? []) {
      positions.set(id, { x: onGrid(x + (leads.get(id) ?? 0)), y: onGrid(y) });
    }
  }
  placeGuardrails(graph, positions);
  return positions;
}

function toElk(graph: LayoutGraph): ElkNode {
  const usual = usualLinks(graph);
  const known = new Set(graph.nodes.map((node) => node.key));
  return {
    id: 'procedure',
    layoutOptions: options,
    children: graph.nodes.map(toElkNode),
    edges: graph.links
      .filter((link) => known.has(link.from) && known.has(link.to))
      .map((link, index) => toElkEdge(link, index, usual.has(link))),
  };
}

function toElkNode(node: LayoutNode): ElkNode {
  const width = node.width + node.lead;
  const ports: ElkPort[] = [
    port(node.key, 'in', 'WEST', 0, node.inY),
    ...node.ports.map(({ id, y }) => port(node.key, id, 'EAST', width, y)),
  ];
  return {
    id: node.key,
    width,
    height: node.height,
    ports,
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
  };
}

function port(node: string, id: string, side: 'WEST' | 'EAST', x: number, y: number): ElkPort {
  return { id: portId(node, id), x, y, width: 0, height: 0, layoutOptions: { 'elk.port.side': side } };
}

/** Step ids may hold any character; a line break keeps the two parts apart. */
function portId(node: string, id: string): string {
  return `${node}\n${id}`;
}

function toElkEdge(link: LayoutLink, index: number, usual: boolean): ElkExtendedEdge {
  return {
    id: `link ${index}`,
    sources: [portId(link.from, link.port)],
    targets: [portId(link.to, 'in')],
    layoutOptions: usual
      ? { 'elk.layered.priority.straightness': '10', 'elk.layered.priority.direction': '5' }
      : {},
  };
}
