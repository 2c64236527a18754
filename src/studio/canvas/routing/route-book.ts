import type { Connection } from '../canvas-connections.ts';
import type { ElementShape, Rect } from '../element-geometry.ts';
import { startKey } from '../element-key.ts';
import { Obstacles } from './obstacles.ts';
import { routeLinks, type Point, type Routable } from './route-links.ts';

/** Of all that a link can lead to. */
export type Shapes = ReadonlyMap<string, { readonly shape: ElementShape }>;

/** With more nodes than this elsewhere, everything is routed anew. */
const fewMoved = 12;

/**
 * Keeps the routes. A link is routed again when one of its ends stands elsewhere or a node came to stand in its way;
 * the others stay the same arrays, whatever else was edited.
 */
export class RouteBook {
  #rects: ReadonlyMap<string, Rect> = new Map();
  #links = new Map<string, Routable>();
  #routes: ReadonlyMap<string, readonly Point[]> = new Map();

  routesFor(
    elements: Shapes,
    links: readonly Connection[],
    rects: ReadonlyMap<string, Rect>,
  ): ReadonlyMap<string, readonly Point[]> {
    const indices = new Map([...rects.keys()].map((key, index) => [key, index]));
    const routables = links.flatMap((link) => routable(link, elements, rects, indices));
    const moved = this.#movedIn(rects);
    const kept = moved.length > fewMoved ? new Map() : this.#keepable(routables, moved);
    const nothingNew = kept.size === routables.length && kept.size === this.#routes.size;
    if (!nothingNew) this.#routes = this.#route([...rects.values()], routables, kept);
    this.#rects = rects;
    this.#links = new Map(routables.map((link) => [link.key, link]));
    return this.#routes;
  }

  #route(
    obstacles: readonly Rect[],
    routables: readonly Routable[],
    kept: ReadonlyMap<string, readonly Point[]>,
  ): ReadonlyMap<string, readonly Point[]> {
    const routes = routeLinks(obstacles, routables, kept);
    for (const [key, points] of routes) {
      const before = this.#routes.get(key);
      if (before && samePoints(before, points)) routes.set(key, before);
    }
    return routes;
  }

  /** Nodes that stand where they did not stand before. */
  #movedIn(rects: ReadonlyMap<string, Rect>): readonly Rect[] {
    return [...rects].flatMap(([key, rect]) => {
      const before = this.#rects.get(key);
      const same =
        before &&
        before.x === rect.x &&
        before.y === rect.y &&
        before.width === rect.width &&
        before.height === rect.height;
      return same ? [] : [rect];
    });
  }

  #keepable(routables: readonly Routable[], moved: readonly Rect[]): Map<string, readonly Point[]> {
    const inTheWay = new Obstacles(moved, 4);
    const kept = new Map<string, readonly Point[]>();
    for (const link of routables) {
      const before = this.#links.get(link.key);
      const points = this.#routes.get(link.key);
      if (!before || !points || !samePoints([before.from, before.to], [link.from, link.to])) continue;
      const blocked =
        moved.length > 0 &&
        points.slice(1).some((point, index) => {
          const from = points[index]!;
          return inTheWay.hits(from.x, from.y, point.x, point.y) > 0;
        });
      if (!blocked) kept.set(link.key, points);
    }
    return kept;
  }
}

function routable(
  link: Connection,
  elements: Shapes,
  rects: ReadonlyMap<string, Rect>,
  indices: ReadonlyMap<string, number>,
): Routable[] {
  const source = rects.get(link.source);
  const target = rects.get(link.target);
  const inY = elements.get(link.target)?.shape.inY;
  if (!source || !target || inY === undefined) return [];
  const portY =
    link.source === startKey
      ? source.height / 2
      : elements.get(link.source)?.shape.ports.find((port) => port.id === link.port)?.y;
  if (portY === undefined) return [];
  return [
    {
      key: link.key,
      from: { x: source.x + source.width, y: source.y + portY },
      to: { x: target.x, y: target.y + inY },
      source: indices.get(link.source)!,
      target: indices.get(link.target)!,
    },
  ];
}

function samePoints(a: readonly Point[], b: readonly Point[]): boolean {
  return (
    a.length === b.length && a.every((point, index) => point.x === b[index]!.x && point.y === b[index]!.y)
  );
}
