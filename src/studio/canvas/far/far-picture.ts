import type { ElementKind } from '../../ui/element-kind.ts';
import type { NoteTone } from '../../session/arrangement.ts';
import type { Position } from '../../session/procedure-session.ts';
import type { FlowEdge, FlowNode, Light } from '../flow-types.ts';
import type { NearView } from '../near-view.ts';
import { plainRoute } from '../routing/route-path.ts';
import type { Point } from '../routing/route-links.ts';

/** A node as little as it takes to paint it. */
export interface FarNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly look: ElementKind | 'start' | 'section' | 'frame' | `note-${NoteTone}`;
  readonly title: string;
  readonly light: Light | undefined;
  readonly found: boolean;
  readonly problem: 'error' | 'warning' | undefined;
}

export interface FarLink {
  readonly points: readonly Point[];
  readonly source: string;
  readonly target: string;
  readonly strong: boolean;
  readonly faded: boolean;
}

export interface FarTie {
  readonly from: Position;
  readonly to: Position;
}

/** All that is painted, in the flow's coordinates. */
export interface FarPicture {
  readonly nodes: readonly FarNode[];
  readonly links: readonly FarLink[];
  readonly ties: readonly FarTie[];
}

export function farPicture({ nodes, edges }: NearView): FarPicture {
  const byKey = new Map<string, FlowNode>();
  const frames: FarNode[] = [];
  const others: FarNode[] = [];
  for (const node of nodes) {
    byKey.set(node.id, node);
    const far = farNode(node);
    (far.look === 'frame' ? frames : others).push(far);
  }
  const links: FarLink[] = [];
  const ties: FarTie[] = [];
  for (const edge of edges) {
    if (edge.type === 'link') links.push(farLink(edge));
    else {
      const [source, target] = [byKey.get(edge.source), byKey.get(edge.target)];
      if (source && target) ties.push({ from: middleOf(source, 1), to: middleOf(target, 0) });
    }
  }
  return { nodes: [...frames, ...others], links, ties };
}

/** While a node is dragged its links go the plain way; `from` and `to` are where they begin and end then. */
export function draggedRoute(
  link: FarLink,
  dragged: ReadonlyMap<string, Position>,
  dropped: ReadonlyMap<string, Position>,
): readonly Point[] | undefined {
  const source = shiftOf(link.source, dragged, dropped);
  const target = shiftOf(link.target, dragged, dropped);
  const [from, to] = [link.points[0], link.points.at(-1)];
  if ((!source && !target) || !from || !to) return undefined;
  return plainRoute(shifted(from, source), shifted(to, target));
}

function shiftOf(
  key: string,
  dragged: ReadonlyMap<string, Position>,
  dropped: ReadonlyMap<string, Position>,
): Position | undefined {
  const [now, before] = [dragged.get(key), dropped.get(key)];
  return now && before && { x: now.x - before.x, y: now.y - before.y };
}

function shifted({ x, y }: Point, by: Position | undefined): Point {
  return by ? { x: x + by.x, y: y + by.y } : { x, y };
}

function farNode(node: FlowNode): FarNode {
  const { id, position, width = 0, height = 0 } = node;
  const base = {
    id,
    x: position.x,
    y: position.y,
    width,
    height,
    light: undefined,
    found: false,
    problem: undefined,
  };
  switch (node.type) {
    case 'note':
      return { ...base, look: `note-${node.data.note.tone}`, title: node.data.note.text };
    case 'section': {
      const { box, errors } = node.data;
      const problem = errors > 0 ? 'error' : undefined;
      return { ...base, look: box.collapsed ? 'section' : 'frame', title: box.title, problem };
    }
    case 'element': {
      const { element, light, found } = node.data;
      const problem = element.errors > 0 ? 'error' : element.warnings > 0 ? 'warning' : undefined;
      return { ...base, look: element.content.kind, title: element.content.title, light, found, problem };
    }
    default:
      return { ...base, look: 'start', title: 'Start' };
  }
}

function farLink(edge: Extract<FlowEdge, { type?: 'link' | undefined }>): FarLink {
  const { source, target, data, selected } = edge;
  return {
    points: data?.points ?? [],
    source,
    target,
    strong: selected === true || data?.light === 'through',
    faded: data?.light === 'off',
  };
}

function middleOf({ position, width = 0, height = 0 }: FlowNode, down: number): Position {
  return { x: position.x + width / 2, y: position.y + height * down };
}
