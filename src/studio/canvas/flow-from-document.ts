import type { Diagnostic } from '../../document/diagnostic.ts';
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
import { Remembered } from './remembered.ts';
import { RouteBook } from './routing/route-book.ts';
import type { Point } from './routing/route-links.ts';

export interface FlowInput {
  readonly document: SopDocument;
  readonly ghosts: Ghosts;
  readonly problems: readonly Diagnostic[];
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
  readonly #book = new RouteBook();
  #nodes = new Map<string, FlowNode>();
  #edges = new Map<string, FlowEdge>();

  readonly #connections = new Remembered(connectionsOf);
  readonly #rects = new Remembered(rectsOf);
  readonly #routes = new Remembered(this.#book.routesFor.bind(this.#book));
  readonly #links = new Remembered(this.#makeLinks.bind(this));
  readonly #ties = new Remembered(this.#makeTies.bind(this));
  /** React Flow goes through all of a list that is another array than before, so equal lists stay one. */
  #edgeList: readonly FlowEdge[] = [];
  #nodeList: readonly FlowNode[] = [];

  /** What the document says, wherever it stands. */
  model(
    document: SopDocument,
    ghosts: Ghosts,
    problems: readonly Diagnostic[],
  ): Pick<Flow, 'elements' | 'connections'> {
    const elements = this.#gallery.elementsOf(document, ghosts, problems);
    return { elements, connections: this.#connections.get(document.procedure, ghosts, elements) };
  }

  flow(input: FlowInput): Flow {
    const { elements, connections } = this.model(input.document, input.ghosts, input.problems);
    const rects = this.#rects.get(elements, connections, input.positions);
    const nodes = this.#makeNodes(input, elements, connections, rects);
    const routes = this.#routes.get(elements, connections.links, rects);
    const links = this.#links.get(connections, routes, input.highlight, input.selectedLink);
    const ties = this.#ties.get(connections, rects, input.selection, input.ties, input.selectedLink);
    this.#nodeList = sameOr(this.#nodeList, nodes);
    this.#edgeList = sameOr(this.#edgeList, [...ties, ...links]);
    return { nodes: this.#nodeList, edges: this.#edgeList, elements, connections, rects };
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

  #makeTies(
    { ties }: Connections,
    rects: ReadonlyMap<string, Rect>,
    selection: readonly string[],
    shown: TiesShown,
    selectedLink: string | undefined,
  ): readonly FlowEdge[] {
    const selected = new Set(selection);
    return ties.flatMap((tie): FlowEdge[] => {
      const ofSelected = selected.has(tie.guardrail) || selected.has(tie.target);
      if (shown === 'none' || (shown === 'selected' && !ofSelected)) return [];
      if (!rects.has(tie.guardrail) || !rects.has(tie.target)) return [];
      const edge = tieEdge(tie, ofSelected, tie.key === selectedLink, this.#edges.get(tie.key));
      this.#edges.set(tie.key, edge);
      return [edge];
    });
  }

  #makeLinks(
    { links }: Connections,
    routes: ReadonlyMap<string, readonly Point[]>,
    highlight: Highlight,
    selectedLink: string | undefined,
  ): readonly FlowEdge[] {
    return links.flatMap((connection): FlowEdge[] => {
      const points = routes.get(connection.key);
      if (!points) return [];
      const selected = connection.key === selectedLink;
      const edge = linkEdge({ connection, points, selected, highlight }, this.#edges.get(connection.key));
      this.#edges.set(connection.key, edge);
      return [edge];
    });
  }
}

function sameOr<Item>(before: readonly Item[], now: readonly Item[]): readonly Item[] {
  return before.length === now.length && before.every((item, index) => item === now[index]) ? before : now;
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
