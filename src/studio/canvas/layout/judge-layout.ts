import type { LayoutGraph, LayoutLink, Position } from './layout-graph.ts';

/** One pair of branches out of order is as bad as this many crossings. */
const disorder = 8;

interface Line {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly to: string;
}

/** How hard a layout is to read, lower is better: links that cross, and branches that do not go down in their order. */
export function hardship(graph: LayoutGraph, positions: ReadonlyMap<string, Position>): number {
  const lines = linesOf(graph, positions);
  let crossings = 0;
  for (const [index, line] of lines.entries()) {
    for (let other = index + 1; other < lines.length; other += 1) {
      if (cross(line, lines[other]!)) crossings += 1;
    }
  }
  return crossings + disorder * outOfOrder(graph.links, positions);
}

/** Neighbouring links of one node whose targets stand the other way round. */
function outOfOrder(links: readonly LayoutLink[], positions: ReadonlyMap<string, Position>): number {
  let count = 0;
  const last = new Map<string, string>();
  for (const { from, to } of links) {
    const before = last.get(from);
    const above = before === undefined ? undefined : positions.get(before);
    if (above && before !== to && above.y > (positions.get(to)?.y ?? Infinity)) count += 1;
    last.set(from, to);
  }
  return count;
}

function linesOf(graph: LayoutGraph, positions: ReadonlyMap<string, Position>): readonly Line[] {
  const nodes = new Map(graph.nodes.map((node) => [node.key, node]));
  return graph.links.flatMap(({ from, port, to }): Line[] => {
    const [source, target] = [nodes.get(from), nodes.get(to)];
    const [start, end] = [positions.get(from), positions.get(to)];
    if (!source || !target || !start || !end) return [];
    const portY = source.ports.find(({ id }) => id === port)?.y ?? source.inY;
    return [{ x1: start.x + source.width, y1: start.y + portY, x2: end.x, y2: end.y + target.inY, to }];
  });
}

function cross(a: Line, b: Line): boolean {
  if (a.to === b.to) return false;
  return side(a, b.x1, b.y1) * side(a, b.x2, b.y2) < 0 && side(b, a.x1, a.y1) * side(b, a.x2, a.y2) < 0;
}

/** Which side of the line a point lies on. */
function side({ x1, y1, x2, y2 }: Line, x: number, y: number): number {
  return Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1));
}
