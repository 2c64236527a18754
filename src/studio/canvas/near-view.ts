import type { Rect } from './element-geometry.ts';
import type { FlowEdge, FlowNode } from './flow-types.ts';
import type { Point } from './routing/route-links.ts';

/** What React Flow is given of the picture. */
export interface NearView {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

export interface Sight {
  /** A rectangle that holds what is seen and some way around it; undefined where everything counts as seen. */
  readonly seen: Rect | undefined;
  /** From so far that nodes and links are painted, not built: then only what is worked on is built. */
  readonly far: boolean;
}

/**
 * The nodes in sight, and those that are worked on, wherever they are. Those at the other ends of links are known but
 * not built.
 */
export function nearView(picture: NearView, { seen, far }: Sight, worked: ReadonlySet<string>): NearView {
  if (far) return { nodes: picture.nodes.filter((node) => worked.has(node.id)), edges: [] };
  if (!seen) return picture;
  const kept = new Set(worked);
  for (const { id, position, width = 0, height = 0 } of picture.nodes) {
    const { x, y } = position;
    if (x < seen.x + seen.width && y < seen.y + seen.height && seen.x < x + width && seen.y < y + height)
      kept.add(id);
  }
  const inSight = new Set(kept);
  const edges = picture.edges.filter((edge) => {
    const near =
      inSight.has(edge.source) ||
      inSight.has(edge.target) ||
      (edge.type === 'link' && edge.data !== undefined && crosses(edge.data.points, seen));
    if (near) kept.add(edge.source).add(edge.target);
    return near;
  });
  const nodes = picture.nodes.flatMap((node) =>
    inSight.has(node.id) ? [node] : kept.has(node.id) ? [unbuilt(node)] : [],
  );
  return { nodes, edges };
}

const twins = new WeakMap<FlowNode, FlowNode>();

/** The node as the end of links alone: where it is known, but not built. */
function unbuilt(node: FlowNode): FlowNode {
  let twin = twins.get(node);
  if (!twin) twins.set(node, (twin = { ...node, hidden: true }));
  return twin;
}

function crosses(points: readonly Point[], rect: Rect): boolean {
  for (let index = 1; index < points.length; index += 1) {
    const [a, b] = [points[index - 1]!, points[index]!];
    if (
      Math.min(a.x, b.x) < rect.x + rect.width &&
      rect.x < Math.max(a.x, b.x) &&
      Math.min(a.y, b.y) <= rect.y + rect.height &&
      rect.y <= Math.max(a.y, b.y)
    )
      return true;
    if (
      a.x === b.x &&
      a.x >= rect.x &&
      a.x <= rect.x + rect.width &&
      Math.min(a.y, b.y) <= rect.y + rect.height &&
      rect.y <= Math.max(a.y, b.y)
    )
      return true;
  }
  return false;
}
