import type { CanvasElement } from '../canvas-elements.ts';
import type { Connection } from '../canvas-connections.ts';
import type { Rect } from '../element-geometry.ts';
import { startKey } from '../element-key.ts';
import { routeLinks, type Point, type Routable } from './route-links.ts';

/** Keeps the routes until a node or a link is somewhere else; a route that comes out the same stays the same array. */
export class RouteBook {
  #signature = '';
  #routes: ReadonlyMap<string, readonly Point[]> = new Map();

  routesFor(
    elements: ReadonlyMap<string, CanvasElement>,
    links: readonly Connection[],
    rects: ReadonlyMap<string, Rect>,
  ): ReadonlyMap<string, readonly Point[]> {
    const obstacles = [...rects.values()];
    const indices = new Map([...rects.keys()].map((key, index) => [key, index]));
    const routables = links.flatMap((link) => routable(link, elements, rects, indices));
    const signature = JSON.stringify([
      obstacles.map(({ x, y, width, height }) => [x, y, width, height]),
      routables.map(({ key, from, to }) => [key, from.x, from.y, to.x, to.y]),
    ]);
    if (signature === this.#signature) return this.#routes;
    const routes = routeLinks(obstacles, routables);
    for (const [key, points] of routes) {
      const before = this.#routes.get(key);
      if (before && samePoints(before, points)) routes.set(key, before);
    }
    this.#signature = signature;
    this.#routes = routes;
    return routes;
  }
}

function routable(
  link: Connection,
  elements: ReadonlyMap<string, CanvasElement>,
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
