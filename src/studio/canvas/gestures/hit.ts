import type { Position } from '../../session/procedure-session.ts';
import type { Rect } from '../element-geometry.ts';
import type { FlowEdge, FlowNode } from '../flow-types.ts';
import type { Point } from '../routing/route-links.ts';

/** The uppermost node at a place. Frames of sections are hollow. */
export function nodeAt(nodes: readonly FlowNode[], { x, y }: Position): string | undefined {
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    const { id, type, data, position, width = 0, height = 0 } = nodes[index]!;
    if (type === 'start' || (type === 'section' && !data.box.collapsed)) continue;
    if (x >= position.x && y >= position.y && x <= position.x + width && y <= position.y + height) return id;
  }
  return undefined;
}

/** The link nearest to a place, none that is further away than `reach`. Joined links are none to put steps on. */
export function linkAtPlace(
  edges: readonly FlowEdge[],
  at: Position,
  reach: number,
  mayBe: (edge: FlowEdge) => boolean = () => true,
): string | undefined {
  let best: string | undefined;
  let least = reach;
  for (const edge of edges) {
    if (edge.type !== 'link' || !edge.data || edge.data.connection.joined !== undefined || !mayBe(edge))
      continue;
    const away = distanceTo(edge.data.points, at);
    if (away <= least) {
      least = away;
      best = edge.id;
    }
  }
  return best;
}

function distanceTo(points: readonly Point[], { x, y }: Position): number {
  let least = Infinity;
  for (let index = 1; index < points.length; index += 1) {
    const [a, b] = [points[index - 1]!, points[index]!];
    const nearX = Math.max(Math.min(a.x, b.x), Math.min(x, Math.max(a.x, b.x)));
    const nearY = Math.max(Math.min(a.y, b.y), Math.min(y, Math.max(a.y, b.y)));
    least = Math.min(least, Math.hypot(x - nearX, y - nearY));
  }
  return least;
}

export function touches(a: Rect, b: Rect): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}
