import type { Connections } from '../canvas-connections.ts';
import type { CanvasElement } from '../canvas-elements.ts';
import type { Rect } from '../element-geometry.ts';
import { guardrailIdOf } from '../element-key.ts';
import type { Position } from './layout-graph.ts';
import { freePlaceNear } from './place-near.ts';

const ahead = 72;
const above = 96;

/** Places for elements that have none, each near what leads to it, while everything else stays where it is. */
export function placeMissing(
  missing: readonly string[],
  elements: ReadonlyMap<string, CanvasElement>,
  connections: Connections,
  rects: ReadonlyMap<string, Rect>,
): ReadonlyMap<string, Position> {
  const taken = new Map(rects);
  const placed = new Map<string, Position>();
  for (const key of missing) {
    const shape = elements.get(key)?.shape;
    if (!shape) continue;
    const wanted = wantedPlace(key, elements, connections, taken);
    const at = freePlaceNear(wanted, shape, [...taken.values()]);
    placed.set(key, at);
    taken.set(key, { ...at, width: shape.width, height: shape.height });
  }
  return placed;
}

function wantedPlace(
  key: string,
  elements: ReadonlyMap<string, CanvasElement>,
  connections: Connections,
  taken: ReadonlyMap<string, Rect>,
): Position {
  const shape = elements.get(key)!.shape;
  if (guardrailIdOf(key) !== undefined) {
    const governed = connections.ties.find((tie) => tie.guardrail === key && taken.has(tie.target));
    const top = Math.min(...[...taken.values()].map((rect) => rect.y), 0);
    const x = governed ? taken.get(governed.target)!.x : 0;
    return { x, y: top - above - shape.height };
  }
  const link = connections.links.find(({ source, target }) => target === key && taken.has(source));
  if (link) {
    const from = taken.get(link.source)!;
    const portY =
      elements.get(link.source)?.shape.ports.find((port) => port.id === link.port)?.y ?? shape.inY;
    return { x: from.x + from.width + ahead, y: from.y + portY - shape.inY };
  }
  const onwards = connections.links.find(({ source, target }) => source === key && taken.has(target));
  if (onwards) {
    const to = taken.get(onwards.target)!;
    return { x: to.x - ahead - shape.width, y: to.y };
  }
  const bottom = Math.max(...[...taken.values()].map((rect) => rect.y + rect.height), 0);
  return { x: 0, y: bottom + above };
}
