import type { Point } from './route-links.ts';

const radius = 8;

/** An SVG path along the points with rounded corners; points that lie on a straight line leave no mark. */
export function routePath(points: readonly Point[]): string {
  const corners = withoutStraight(points);
  const [first, ...rest] = corners;
  if (!first) return '';
  let path = `M${first.x} ${first.y}`;
  for (const [index, corner] of rest.entries()) {
    const next = rest[index + 1];
    if (!next) {
      path += `L${corner.x} ${corner.y}`;
      continue;
    }
    const previous = corners[index]!;
    const bend = Math.min(radius, distance(previous, corner) / 2, distance(corner, next) / 2);
    const before = towards(corner, previous, bend);
    const after = towards(corner, next, bend);
    path += `L${before.x} ${before.y}Q${corner.x} ${corner.y} ${after.x} ${after.y}`;
  }
  return path;
}

/** Half way along, where a link's buttons stand. */
export function middleOf(points: readonly Point[]): Point {
  const lengths = points.slice(1).map((point, index) => distance(points[index]!, point));
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [index, length] of lengths.entries()) {
    if (left <= length) return towards(points[index]!, points[index + 1]!, left);
    left -= length;
  }
  return points[0] ?? { x: 0, y: 0 };
}

/** For a link whose end is being dragged: cheap, and blind to what is in between. */
export function plainRoute(from: Point, to: Point): readonly Point[] {
  if (to.x - from.x >= 40) {
    const x = to.x - Math.min(28, (to.x - from.x) / 2);
    return [from, { x, y: from.y }, { x, y: to.y }, to];
  }
  const y = Math.abs(from.y - to.y) > 120 ? (from.y + to.y) / 2 : Math.max(from.y, to.y) + 80;
  const out = from.x + 24;
  const back = to.x - 28;
  return [from, { x: out, y: from.y }, { x: out, y }, { x: back, y }, { x: back, y: to.y }, to];
}

function withoutStraight(points: readonly Point[]): readonly Point[] {
  return points.filter((point, index) => {
    const previous = points[index - 1];
    const next = points[index + 1];
    if (!previous || !next) return true;
    const straight =
      (previous.x === point.x && point.x === next.x) || (previous.y === point.y && point.y === next.y);
    return !straight;
  });
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to);
  if (length === 0) return from;
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length };
}
