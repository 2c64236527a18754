import type { Rect } from '../element-geometry.ts';
import { Obstacles } from './obstacles.ts';
import { Traffic, type Stretch } from './traffic.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A link to be drawn: it leaves `from` to the right and arrives at `to` from the left. */
export interface Routable {
  readonly key: string;
  readonly from: Point;
  readonly to: Point;
  /** Indices of the two nodes among the obstacles. */
  readonly source: number;
  readonly target: number;
}

const clearance = 8;
const exit = 20;
const entry = 24;
const pitch = 12;
const tracks = 10;
const bendCost = 24;
/** How many ways across are looked at. */
const corridors = 40;
/** And how many of those that are free. */
const enoughWays = 6;
/** With more links than this at once each is looked at less closely, or the page would wait for seconds. */
const crowd = 800;

/**
 * Orthogonal routes from right edges to left edges that keep clear of every node where that is possible, of each
 * other where it is cheap. Routes to one target may share their last stretch. `kept` routes stay as they are and the
 * others go round them. Deterministic.
 */
export function routeLinks(
  nodes: readonly Rect[],
  links: readonly Routable[],
  kept: ReadonlyMap<string, readonly Point[]> = new Map(),
): Map<string, readonly Point[]> {
  const obstacles = new Obstacles(nodes, clearance);
  const traffic = new Traffic();
  const routes = new Map<string, readonly Point[]>();
  const fresh: Routable[] = [];
  const lay = (link: Routable, points: readonly Point[]): void => {
    routes.set(link.key, points);
    for (const stretch of stretchesOf(points, String(link.target))) traffic.add(stretch);
  };
  for (const link of links) {
    const points = kept.get(link.key);
    if (points) lay(link, points);
    else fresh.push(link);
  }
  const care = fresh.length > crowd ? hasty : thorough;
  for (const link of fresh.sort(easiestFirst)) lay(link, new Router(obstacles, traffic, link, care).route());
  return routes;
}

function easiestFirst(a: Routable, b: Routable): number {
  return effort(a) - effort(b) || a.from.y - b.from.y || a.from.x - b.from.x;
}

function effort({ from, to }: Routable): number {
  const across = to.x - from.x;
  return across > 0 ? across + Math.abs(to.y - from.y) : 100_000 - across;
}

interface Care {
  readonly tracks: number;
  readonly ways: number;
}

const thorough: Care = { tracks, ways: enoughWays };
const hasty: Care = { tracks: 4, ways: 2 };

interface Candidate {
  readonly points: readonly Point[];
  readonly cost: number;
}

class Router {
  readonly #target: string;

  constructor(
    readonly obstacles: Obstacles,
    readonly traffic: Traffic,
    readonly link: Routable,
    readonly care: Care,
  ) {
    this.#target = String(link.target);
  }

  route(): readonly Point[] {
    const { from, to } = this.link;
    if (to.x - from.x >= exit) {
      if (Math.abs(from.y - to.y) < 1 && this.#clear(from, to, true, true)) return [from, to];
      const direct = this.#direct();
      if (direct) return direct.points;
    }
    return (this.#around() ?? this.#regardless()).points;
  }

  /** Right, up or down once, right. */
  #direct(): Candidate | undefined {
    const { from, to } = this.link;
    let best: Candidate | undefined;
    for (const x of this.#turnsBetween()) {
      const a = { x, y: from.y };
      const b = { x, y: to.y };
      if (!this.#clear(from, a, true, false) || !this.#clear(a, b) || !this.#clear(b, to, false, true))
        continue;
      best = cheaper(best, this.#candidate([from, a, b, to]));
    }
    return best;
  }

  /** Right, up or down into a free corridor, along it, up or down, right: past nodes in the way, or back. */
  #around(): Candidate | undefined {
    const { from, to } = this.link;
    const outs = this.#turnsAt(from, true);
    const backs = this.#turnsAt(to, false);
    let best: Candidate | undefined;
    let tried = 0;
    for (const y of this.#corridors()) {
      const out = this.#cheapestTurn(outs, from.y, y);
      const back = out === undefined ? undefined : this.#cheapestTurn(backs, to.y, y);
      if (out === undefined || back === undefined) continue;
      const a = { x: out, y };
      const b = { x: back, y };
      if (!this.#clear(a, b)) continue;
      best = cheaper(best, this.#candidate([from, { x: out, y: from.y }, a, b, { x: back, y: to.y }, to]));
      tried += 1;
      if (tried >= this.care.ways) break;
    }
    return best;
  }

  /** Nothing is free: people pushed nodes together. The line then runs below the nodes. */
  #regardless(): Candidate {
    const { from, to } = this.link;
    if (to.x - from.x >= exit + entry) {
      const x = to.x - entry;
      return this.#candidate([from, { x, y: from.y }, { x, y: to.y }, to]);
    }
    const y = (from.y + to.y) / 2 + (Math.abs(from.y - to.y) < 80 ? 80 : 0);
    const out = from.x + exit;
    const back = to.x - entry;
    return this.#candidate([
      from,
      { x: out, y: from.y },
      { x: out, y },
      { x: back, y },
      { x: back, y: to.y },
      to,
    ]);
  }

  #turnsBetween(): number[] {
    const { from, to } = this.link;
    const turns: number[] = [];
    for (let track = 0; track < tracks; track += 1) {
      const after = from.x + exit + track * pitch;
      const before = to.x - entry - track * pitch;
      if (before > from.x + pitch) turns.push(before);
      if (after < to.x - pitch && Math.abs(after - before) >= 1) turns.push(after);
    }
    if (turns.length === 0) turns.push((from.x + to.x) / 2);
    return turns;
  }

  /** Where a link may turn after it left its port, or before it arrives, nearest first. */
  #turnsAt(end: Point, leaving: boolean): readonly number[] {
    const turns: number[] = [];
    for (let track = 0; track < this.care.tracks; track += 1) {
      const x = leaving ? end.x + exit + track * pitch : end.x - entry - track * pitch;
      if (!this.#clear({ x, y: end.y }, end, leaving, !leaving)) break;
      turns.push(x);
    }
    return turns;
  }

  #cheapestTurn(turns: readonly number[], from: number, to: number): number | undefined {
    let best: number | undefined;
    let least = Infinity;
    for (const [track, x] of turns.entries()) {
      if (track * pitch >= least) break;
      const a = { x, y: from };
      const b = { x, y: to };
      if (!this.#clear(a, b)) continue;
      const cost = track * pitch + this.traffic.cost(this.#stretch(a, b));
      if (cost < least) {
        least = cost;
        best = x;
      }
    }
    return best;
  }

  /** Heights at which the way across is free, nearest first. */
  #corridors(): number[] {
    const { from, to } = this.link;
    const forwards = to.x - from.x >= exit + entry;
    const left = forwards ? from.x + exit : to.x - entry - 2 * pitch;
    const right = forwards ? to.x - entry : from.x + exit + 2 * pitch;
    const heights = new Set<number>();
    for (const [top, bottom] of this.obstacles.freeBands(left, right)) {
      for (const wanted of [from.y, to.y]) {
        const nearest = Math.min(Math.max(wanted, top), bottom);
        for (let track = 0; track < 3; track += 1) {
          for (const y of [nearest + track * pitch, nearest - track * pitch]) {
            if (y >= top && y <= bottom) heights.add(y);
          }
        }
      }
    }
    const detour = (y: number): number => Math.abs(y - from.y) + Math.abs(y - to.y);
    return [...heights].sort((a, b) => detour(a) - detour(b) || a - b).slice(0, corridors);
  }

  #clear(a: Point, b: Point, atSource = false, atTarget = false): boolean {
    const except: number[] = [];
    if (atSource) except.push(this.link.source);
    if (atTarget) except.push(this.link.target);
    return this.obstacles.hits(a.x, a.y, b.x, b.y, except) === 0;
  }

  #candidate(points: readonly Point[]): Candidate {
    let cost = points.length * bendCost;
    for (const stretch of stretchesOf(points, this.#target)) {
      cost += stretch.to - stretch.from + this.traffic.cost(stretch);
    }
    return { points, cost };
  }

  #stretch(a: Point, b: Point): Stretch {
    return stretchBetween(a, b, this.#target);
  }
}

function cheaper(best: Candidate | undefined, candidate: Candidate): Candidate {
  return best && best.cost <= candidate.cost ? best : candidate;
}

function stretchBetween(a: Point, b: Point, target: string): Stretch {
  return a.x === b.x
    ? { vertical: true, at: a.x, from: Math.min(a.y, b.y), to: Math.max(a.y, b.y), target }
    : { vertical: false, at: a.y, from: Math.min(a.x, b.x), to: Math.max(a.x, b.x), target };
}

function stretchesOf(points: readonly Point[], target: string): Stretch[] {
  return points.slice(1).map((point, index) => stretchBetween(points[index]!, point, target));
}
