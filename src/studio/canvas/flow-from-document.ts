import type { SopDocument } from '../../document/document.ts';
import type { Position } from '../session/procedure-session.ts';
import type { Highlight } from '../session/view-state.ts';
import { connectionsOf, type Connections } from './canvas-connections.ts';
import { ElementGallery, type CanvasElement, type Ghosts } from './canvas-elements.ts';
import { startMarker, type Rect } from './element-geometry.ts';
import { startKey } from './element-key.ts';
import { linkEdge, tieEdge } from './flow-edges.ts';
import { elementNode, lightOfStep, startNode } from './flow-nodes.ts';
import type { FlowEdge, FlowNode } from './flow-types.ts';
import { RouteBook } from './routing/route-book.ts';

export interface FlowInput {
  readonly document: SopDocument;
  readonly ghosts: Ghosts;
  readonly positions: ReadonlyMap<string, Position>;
  /** Where nodes are while they are dragged; nobody else knows until they are dropped. */
  readonly dragged: ReadonlyMap<string, Position>;
  readonly selection: readonly string[];
  readonly highlight: Highlight;
  /** The one node that Tab reaches. */
  readonly tabStop: string | undefined;
  readonly renaming: string | undefined;
  readonly selectedLink: string | undefined;
  readonly ties: TiesShown;
}

/** `selected`: those of the nodes that are selected. */
export type TiesShown = 'all' | 'selected' | 'none';

export interface Flow {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  readonly elements: ReadonlyMap<string, CanvasElement>;
  readonly connections: Connections;
  /** Of every node that has a position, as dropped, not as dragged. */
  readonly rects: ReadonlyMap<string, Rect>;
}

/**
 * React Flow's nodes and edges as a projection; nothing ever reads them back. One instance a canvas: it remembers
 * what it made last, so that whatever did not change stays the same object and is not rendered again.
 */
export class FlowProjection {
  readonly #gallery = new ElementGallery();
  readonly #routes = new RouteBook();
  #connectionsFor:
    | { elements: unknown; procedure: unknown; ghosts: unknown; connections: Connections }
    | undefined;
  #nodes = new Map<string, FlowNode>();
  #edges = new Map<string, FlowEdge>();

  /** What the document says, wherever it stands. */
  model(document: SopDocument, ghosts: Ghosts): Pick<Flow, 'elements' | 'connections'> {
    const elements = this.#gallery.elementsOf(document, ghosts);
    return { elements, connections: this.#connections(document, ghosts, elements) };
  }

  flow(input: FlowInput): Flow {
    const { elements, connections } = this.model(input.document, input.ghosts);
    const rects = rectsOf(elements, connections, input.positions);
    const nodes = this.#makeNodes(input, elements, connections, rects);
    const edges = this.#makeEdges(input, elements, connections, rects);
    return { nodes, edges, elements, connections, rects };
  }

  #connections(
    document: SopDocument,
    ghosts: Ghosts,
    elements: ReadonlyMap<string, CanvasElement>,
  ): Connections {
    const { procedure } = document;
    const known = this.#connectionsFor;
    if (known?.elements === elements && known.procedure === procedure && known.ghosts === ghosts) {
      return known.connections;
    }
    const connections = connectionsOf(document, ghosts, elements);
    this.#connectionsFor = { elements, procedure, ghosts, connections };
    return connections;
  }

  #makeNodes(
    input: FlowInput,
    elements: ReadonlyMap<string, CanvasElement>,
    connections: Connections,
    rects: ReadonlyMap<string, Rect>,
  ): readonly FlowNode[] {
    const selected = new Set(input.selection);
    const nodes = new Map<string, FlowNode>();
    const start = connections.links.find((link) => link.source === startKey)?.target;
    const startRect = start === undefined ? undefined : rects.get(start);
    if (start !== undefined && startRect) {
      const at = input.dragged.get(start) ?? startRect;
      nodes.set(startKey, startNode(at, elements.get(start)!.shape.inY, this.#nodes.get(startKey)));
    }
    for (const [key, element] of elements) {
      const rect = rects.get(key);
      if (!rect) continue;
      const node = elementNode(
        {
          element,
          position: input.dragged.get(key) ?? rect,
          selected: selected.has(key),
          tabStop: key === input.tabStop,
          renaming: key === input.renaming,
          light: lightOfStep(key, input.highlight),
        },
        this.#nodes.get(key),
      );
      nodes.set(key, node);
    }
    this.#nodes = nodes;
    return [...nodes.values()];
  }

  #makeEdges(
    input: FlowInput,
    elements: ReadonlyMap<string, CanvasElement>,
    connections: Connections,
    rects: ReadonlyMap<string, Rect>,
  ): readonly FlowEdge[] {
    const routes = this.#routes.routesFor(elements, connections.links, rects);
    const edges = new Map<string, FlowEdge>();
    if (input.ties !== 'none') {
      const selected = new Set(input.selection);
      for (const tie of connections.ties) {
        const ofSelected = selected.has(tie.guardrail) || selected.has(tie.target);
        if (input.ties === 'selected' && !ofSelected) continue;
        if (!rects.has(tie.guardrail) || !rects.has(tie.target)) continue;
        edges.set(
          tie.key,
          tieEdge(tie, ofSelected, tie.key === input.selectedLink, this.#edges.get(tie.key)),
        );
      }
    }
    for (const connection of connections.links) {
      const points = routes.get(connection.key);
      if (!points) continue;
      const selected = connection.key === input.selectedLink;
      const edge = linkEdge(
        { connection, points, selected, highlight: input.highlight },
        this.#edges.get(connection.key),
      );
      edges.set(connection.key, edge);
    }
    this.#edges = edges;
    return [...edges.values()];
  }
}

function rectsOf(
  elements: ReadonlyMap<string, CanvasElement>,
  connections: Connections,
  positions: ReadonlyMap<string, Position>,
): ReadonlyMap<string, Rect> {
  const rects = new Map<string, Rect>();
  for (const [key, { shape }] of elements) {
    const at = positions.get(key);
    if (at) rects.set(key, { x: at.x, y: at.y, width: shape.width, height: shape.height });
  }
  const start = connections.links.find((link) => link.source === startKey)?.target;
  const rect = start === undefined ? undefined : rects.get(start);
  if (start !== undefined && rect) rects.set(startKey, startRect(rect, elements.get(start)!.shape.inY));
  return rects;
}

export function startRect(at: Position, inY: number): Rect {
  const { width, height, gap } = startMarker;
  return { x: at.x - gap - width, y: at.y + inY - height / 2, width, height };
}
