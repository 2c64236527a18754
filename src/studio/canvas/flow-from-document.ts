import type { Diagnostic } from '../../document/diagnostic.ts';
import type { SopDocument } from '../../document/document.ts';
import type { Note, Section } from '../session/arrangement.ts';
import type { Position } from '../session/procedure-session.ts';
import type { Highlight } from '../session/view-state.ts';
import { connectionsOf, type Connections } from './canvas-connections.ts';
import { ElementGallery, type CanvasElement, type Ghosts } from './canvas-elements.ts';
import type { Rect } from './element-geometry.ts';
import { noteKey, startKey } from './element-key.ts';
import { linkEdge, tieEdge } from './flow-edges.ts';
import { noteNode, sectionNode } from './flow-extras.ts';
import { elementNode, lightOfStep, startNode } from './flow-nodes.ts';
import type { FlowEdge, FlowNode } from './flow-types.ts';
import { nearView, type NearView, type Sight } from './near-view.ts';
import { Remembered } from './remembered.ts';
import { RouteBook, type Shapes } from './routing/route-book.ts';
import type { Point } from './routing/route-links.ts';
import { joinedConnections } from './sections/joined-links.ts';
import {
  boxesOf,
  hiddenBy,
  rectsShown,
  sectionHead,
  sectionShape,
  startRect,
  type SectionBox,
} from './sections/section-boxes.ts';

export interface FlowInput {
  readonly document: SopDocument;
  readonly ghosts: Ghosts;
  readonly problems: readonly Diagnostic[];
  readonly positions: ReadonlyMap<string, Position>;
  readonly notes: ReadonlyMap<string, Note>;
  readonly sections: ReadonlyMap<string, Section>;
  /** Where nodes are while they are dragged; nobody else knows until they are dropped. */
  readonly dragged: ReadonlyMap<string, Position>;
  /** Elements, notes and sections. */
  readonly selection: readonly string[];
  readonly found: readonly string[];
  readonly highlight: Highlight;
  /** The one node that Tab reaches. */
  readonly tabStop: string | undefined;
  readonly renaming: string | undefined;
  readonly selectedLink: string | undefined;
  readonly ties: TiesShown;
  readonly sight: Sight;
  /** Under the pointer, where it is painted only. */
  readonly hovered: string | undefined;
}

/** `selected`: those of the nodes that are selected. */
export type TiesShown = 'all' | 'selected' | 'none';

export interface Flow extends NearView {
  /** All that is drawn, near or far. */
  readonly picture: NearView;
  readonly elements: ReadonlyMap<string, CanvasElement>;
  /** Of the text. */
  readonly connections: Connections;
  /** Of every element that has a position, as dropped, not as dragged. */
  readonly rects: ReadonlyMap<string, Rect>;
  readonly boxes: readonly SectionBox[];
  readonly notes: ReadonlyMap<string, Note>;
  /** What is to be seen and can be gone to: elements that no section hides, sections by their heads, notes. */
  readonly places: ReadonlyMap<string, Rect>;
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
  readonly #rects = new Remembered(this.#placeRects.bind(this));
  #placed: ReadonlyMap<string, Rect> = new Map();
  readonly #boxes = new Remembered(
    (sections: ReadonlyMap<string, Section>, rects: ReadonlyMap<string, Rect>) =>
      boxesOf(sections, (key) => rects.get(key)),
  );
  readonly #hidden = new Remembered(hiddenBy);
  readonly #joined = new Remembered(joinedConnections);
  readonly #shown = new Remembered(rectsShown);
  readonly #shapes = new Remembered(shapesOf);
  readonly #places = new Remembered(placesOf);
  readonly #routes = new Remembered(this.#book.routesFor.bind(this.#book));
  readonly #links = new Remembered(this.#makeLinks.bind(this));
  readonly #ties = new Remembered(this.#makeTies.bind(this));
  /** React Flow goes through all of a list that is another array than before, so equal lists stay one. */
  #picture: NearView = { nodes: [], edges: [] };
  #near: NearView = { nodes: [], edges: [] };

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
    const boxes = this.#boxes.get(input.sections, rects);
    const hidden = this.#hidden.get(boxes);
    const start = startOf(connections);
    const joined = this.#joined.get(connections, hidden);
    const shown = this.#shown.get(rects, boxes, hidden, start);
    const nodes = this.#makeNodes(input, elements, start, rects, boxes, hidden);
    const routes = this.#routes.get(this.#shapes.get(elements, boxes), joined.links, shown);
    const links = this.#links.get(joined, routes, input.highlight, input.selectedLink);
    const ties = this.#ties.get(joined, shown, input.selection, input.ties, input.selectedLink);
    this.#picture = sameView(this.#picture, { nodes, edges: [...ties, ...links] });
    this.#near = sameView(this.#near, nearView(this.#picture, input.sight, workedOn(input)));
    return {
      ...this.#near,
      picture: this.#picture,
      elements,
      connections,
      rects,
      boxes,
      notes: input.notes,
      places: this.#places.get(shown, boxes, input.notes),
    };
  }

  /** The same map while everything stands where it stood, whatever was written. */
  #placeRects(...ingredients: Parameters<typeof rectsOf>): ReadonlyMap<string, Rect> {
    const rects = rectsOf(...ingredients);
    if (!sameRects(rects, this.#placed)) this.#placed = rects;
    return this.#placed;
  }

  #makeNodes(
    input: FlowInput,
    elements: ReadonlyMap<string, CanvasElement>,
    start: string | undefined,
    rects: ReadonlyMap<string, Rect>,
    dropped: readonly SectionBox[],
    hidden: ReadonlyMap<string, string>,
  ): readonly FlowNode[] {
    const { dragged, tabStop } = input;
    const selected = new Set(input.selection);
    const found = new Set(input.found);
    const tieable = input.document.procedure.guardrails.size > 0;
    const nodes = new Map<string, FlowNode>();
    const boxes =
      dragged.size === 0 ? dropped : boxesOf(input.sections, (key) => draggedRect(key, rects, dragged));
    for (const box of boxes) {
      const errors = box.collapsed
        ? box.members.reduce((sum, key) => sum + (elements.get(key)?.errors ?? 0), 0)
        : 0;
      const seen = {
        selected: selected.has(box.key),
        tabStop: box.key === tabStop,
        renaming: box.key === input.renaming,
      };
      nodes.set(box.key, sectionNode(box, errors, seen, this.#nodes.get(box.key)));
    }
    const startBox = start === undefined ? undefined : boxes.find(({ key }) => key === hidden.get(start));
    const startAt =
      start === undefined ? undefined : (startBox?.rect ?? dragged.get(start) ?? rects.get(start));
    if (start !== undefined && startAt) {
      const inY = startBox ? sectionShape.inY : elements.get(start)!.shape.inY;
      nodes.set(startKey, startNode(startAt, inY, this.#nodes.get(startKey)));
    }
    for (const [key, element] of elements) {
      const rect = rects.get(key);
      if (!rect || hidden.has(key)) continue;
      const node = elementNode(
        {
          element,
          position: dragged.get(key) ?? rect,
          selected: selected.has(key),
          tabStop: key === tabStop,
          renaming: key === input.renaming,
          light: lightOfStep(key, input.highlight),
          found: found.has(key),
          tieable,
        },
        this.#nodes.get(key),
      );
      nodes.set(key, node);
    }
    for (const [id, note] of input.notes) {
      const key = noteKey(id);
      const seen = {
        at: dragged.get(key) ?? note,
        editing: key === input.renaming,
        selected: selected.has(key),
        tabStop: key === tabStop,
      };
      nodes.set(key, noteNode(id, note, seen, this.#nodes.get(key)));
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

function sameRects(a: ReadonlyMap<string, Rect>, b: ReadonlyMap<string, Rect>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, { x, y, width, height }] of a) {
    const other = b.get(key);
    if (!other || other.x !== x || other.y !== y || other.width !== width || other.height !== height)
      return false;
  }
  return true;
}

function startOf(connections: Connections): string | undefined {
  return connections.links.find((link) => link.source === startKey)?.target;
}

/** Built whatever the distance: to be focused, dragged, renamed, seen. */
function workedOn({
  selection,
  dragged,
  hovered,
  tabStop,
  renaming,
  highlight,
}: FlowInput): ReadonlySet<string> {
  const worked = new Set([...selection, ...dragged.keys()]);
  for (const key of [hovered, tabStop, renaming]) if (key !== undefined) worked.add(key);
  if (highlight.current !== undefined) worked.add(`step:${highlight.current}`);
  return worked;
}

function sameView(before: NearView, now: NearView): NearView {
  const nodes = sameOr(before.nodes, now.nodes);
  const edges = sameOr(before.edges, now.edges);
  return nodes === before.nodes && edges === before.edges ? before : { nodes, edges };
}

function sameOr<Item>(before: readonly Item[], now: readonly Item[]): readonly Item[] {
  return before.length === now.length && before.every((item, index) => item === now[index]) ? before : now;
}

function draggedRect(
  key: string,
  rects: ReadonlyMap<string, Rect>,
  dragged: ReadonlyMap<string, Position>,
): Rect | undefined {
  const rect = rects.get(key);
  const at = dragged.get(key);
  return rect && at ? { ...rect, x: at.x, y: at.y } : rect;
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
  const start = startOf(connections);
  const rect = start === undefined ? undefined : rects.get(start);
  if (start !== undefined && rect) rects.set(startKey, startRect(rect, elements.get(start)!.shape.inY));
  return rects;
}

function shapesOf(elements: ReadonlyMap<string, CanvasElement>, boxes: readonly SectionBox[]): Shapes {
  const collapsed = boxes.filter((box) => box.collapsed);
  if (collapsed.length === 0) return elements;
  return new Map([...elements, ...collapsed.map(({ key }) => [key, { shape: sectionShape }] as const)]);
}

function placesOf(
  shown: ReadonlyMap<string, Rect>,
  boxes: readonly SectionBox[],
  notes: ReadonlyMap<string, Note>,
): ReadonlyMap<string, Rect> {
  if (boxes.length === 0 && notes.size === 0) return shown;
  const places = new Map(shown);
  for (const { key, collapsed, rect } of boxes)
    if (!collapsed) places.set(key, { ...rect, height: sectionHead });
  for (const [id, { x, y, width, height }] of notes) places.set(noteKey(id), { x, y, width, height });
  return places;
}
