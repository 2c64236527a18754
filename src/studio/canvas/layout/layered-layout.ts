import type { ELK, ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs/lib/elk-api.js';
import { onGrid } from '../element-geometry.ts';
import { hardship } from './judge-layout.ts';
import type { LayoutGraph, LayoutLink, LayoutNode, Position } from './layout-graph.ts';
import { nearLinks } from './near-links.ts';
import { onwardLinks } from './onward-links.ts';
import { placeLane } from './place-lane.ts';
import { readingOrder } from './reading-order.ts';
import { usualLinks } from './usual-links.ts';
import { wrapBands } from './wrap-bands.ts';

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
  'elk.layered.thoroughness': '12',
};

/** Up to this size a second way is tried, and the more readable one taken. */
const fewNodes = 120;

/**
 * Where every node should stand: left to right in layers, ports in their order from top to bottom, what stands beside
 * the flow in a lane above. Deterministic: the same graph is laid out the same way, in this tab and the next.
 */
export async function layoutGraph(
  elk: Pick<ELK, 'layout'>,
  graph: LayoutGraph,
): Promise<Map<string, Position>> {
  const near = nearLinks(graph, onwardLinks(graph));
  const laidOut = graph.nodes.length === 0 ? new Map() : await bestOf(elk, graph, near);
  const positions = wrapBands(graph, laidOut);
  placeLane(graph, positions);
  return positions;
}

async function bestOf(
  elk: Pick<ELK, 'layout'>,
  graph: LayoutGraph,
  onward: readonly LayoutLink[],
): Promise<Map<string, Position>> {
  const free = await layered(elk, graph, onward, false);
  if (graph.nodes.length > fewNodes) return free;
  const inOrder = await layered(elk, graph, onward, true);
  return hardship(graph, inOrder) < hardship(graph, free) ? inOrder : free;
}

/** `strict` keeps the nodes of a layer in reading order, whatever that costs in crossings. */
async function layered(
  elk: Pick<ELK, 'layout'>,
  graph: LayoutGraph,
  onward: readonly LayoutLink[],
  strict: boolean,
): Promise<Map<string, Position>> {
  const usual = usualLinks(graph, onward);
  const nodes = new Map(graph.nodes.map((node) => [node.key, node]));
  const laidOut = await elk.layout({
    id: 'procedure',
    layoutOptions: { ...options, 'elk.layered.crossingMinimization.forceNodeModelOrder': String(strict) },
    children: (strict ? readingOrder(graph) : graph.nodes).map(toElkNode),
    edges: onward
      .filter((link) => nodes.has(link.from) && nodes.has(link.to))
      .map((link, index) => toElkEdge(link, index, usual.has(link))),
  });
  return new Map(
    (laidOut.children ?? []).map(({ id, x = 0, y = 0 }: ElkNode) => [
      id,
      { x: onGrid(x + (nodes.get(id)?.lead ?? 0)), y: onGrid(y) },
    ]),
  );
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
