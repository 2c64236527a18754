import type { Connections } from './canvas-connections.ts';
import type { Rect } from './element-geometry.ts';
import { guardrailIdOf, noteIdOf, sectionIdOf, startKey } from './element-key.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

export interface Whereabouts {
  readonly connections: Connections;
  readonly rects: ReadonlyMap<string, Rect>;
}

/**
 * Where an arrow key leads. Right follows the first link, Left goes back along the one that was come by, Up and Down
 * go through the other targets of that source; where links lead nowhere, the nearest node that way.
 */
export function neighbourOf(
  key: string,
  direction: Direction,
  cameFrom: string | undefined,
  where: Whereabouts,
): string | undefined {
  const { ties } = where.connections;
  // What a section hides cannot be gone to.
  const links = where.connections.links.filter(
    ({ source, target }) => where.rects.has(source) && where.rects.has(target),
  );
  if (noteIdOf(key) !== undefined || sectionIdOf(key) !== undefined) return nearest(key, direction, where);
  if (guardrailIdOf(key) !== undefined) {
    const tied = ties.find((tie) => tie.guardrail === key)?.target;
    return direction === 'down' && tied !== undefined ? tied : nearest(key, direction, where);
  }
  const sources = links.filter((link) => link.target === key && link.source !== startKey);
  const source = sources.find((link) => link.source === cameFrom)?.source ?? sources[0]?.source;
  if (direction === 'right') {
    return (
      links.find((link) => link.source === key && link.target !== key)?.target ??
      nearest(key, direction, where)
    );
  }
  if (direction === 'left') return source ?? nearest(key, direction, where);
  const siblings = [...new Set(links.filter((link) => link.source === source).map((link) => link.target))];
  const index = siblings.indexOf(key);
  const sibling = source === undefined ? undefined : siblings[index + (direction === 'down' ? 1 : -1)];
  return sibling ?? nearest(key, direction, where);
}

/** The node nearest in a direction: what lies straight ahead counts before what lies to the side. */
function nearest(key: string, direction: Direction, { rects }: Whereabouts): string | undefined {
  const from = rects.get(key);
  if (!from) return undefined;
  let best: string | undefined;
  let least = Infinity;
  for (const [other, rect] of rects) {
    if (other === key || other === startKey) continue;
    const across = rect.x + rect.width / 2 - (from.x + from.width / 2);
    const down = rect.y + rect.height / 2 - (from.y + from.height / 2);
    const horizontal = direction === 'left' || direction === 'right';
    const ahead = (horizontal ? across : down) * (direction === 'left' || direction === 'up' ? -1 : 1);
    const aside = Math.abs(horizontal ? down : across);
    if (ahead <= 8) continue;
    const cost = ahead + aside * 2;
    if (cost < least) {
      least = cost;
      best = other;
    }
  }
  return best;
}
