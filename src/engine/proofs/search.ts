import type { Program } from '../program.ts';
import { connectedTo, satisfyDemands } from './constraints.ts';
import { areImpossible } from './impossible.ts';
import type { Obligation } from './obligation.ts';
import type { Region, Regions } from './region.ts';
import { Solver, type Values } from './solve.ts';
import type { SpokenTexts } from './spoken.ts';
import { itemsOf, type Demand, type Walk } from './walk.ts';
import { Walker } from './walker.ts';

/** A walk to a failure, with values that satisfy all that it asks. */
export interface Found {
  readonly walk: Walk;
  readonly values: Values;
}

export type Search =
  /** No contact can come to the failure. */
  | { readonly kind: 'kept' }
  | { readonly kind: 'shown'; readonly found: Found }
  | { readonly kind: 'undecided'; readonly why: string; readonly walk: Walk | undefined };

/** What all searches of one proof share. */
export interface Shared {
  readonly regions: Regions;
  readonly budget: Budget;
}

/** Work that all searches of one proof share. */
export interface Budget {
  /** Places still to be looked at. */
  places: number;
}

/** How often one walk enters the same step: once, and twice more round a loop. */
const mostVisits = 3;
/** Places that one search looks at. */
const mostPlaces = 600;
/** Values that one search tries. */
const mostTrials = 20_000;
const fewTrials = 150;
const manyTrials = 1_000;
/** How often one search reasons about a walk whose values were not found by trying. */
const mostReasonings = 120;
/** Walks to a failure that are tried before the search gives up. */
const mostTries = 16;

/** Ways that are nearly there are looked at first: the contact found is then not always the shortest there is. */
const haste = 3;

interface Entry {
  readonly walk: Walk;
  readonly kept: number;
  /** Values that satisfy the demands so far. */
  readonly values: Values;
  readonly cost: number;
  readonly order: number;
}

/**
 * Looks for a walk to where the obligation is not kept, the shortest first. `confirm` tries a walk in the engine: its
 * answer counts.
 */
export function searchFailure(
  program: Program,
  obligation: Obligation,
  spoken: SpokenTexts,
  { regions, budget }: Shared,
  confirm: (found: Found, solver: Solver) => Found | undefined,
): Search {
  const region = regions.of(obligation, spoken);
  const distance = region.distance(program.start, region.keptAtStart);
  if (distance === undefined) return { kind: 'kept' };
  const walker = new Walker(program, obligation, spoken);
  const solver = new Solver(program, (moment, slot) => walker.state(moment, slot), spoken.locale);
  return new Searching(program, region, walker, solver, budget, confirm).run(distance);
}

class Searching {
  private readonly queue: Entry[] = [];
  private pushed = 0;
  private tries = 0;
  private reasonings = 0;
  private why: string | undefined;
  private doubtful: Walk | undefined;

  constructor(
    private readonly program: Program,
    private readonly region: Region,
    private readonly walker: Walker,
    private readonly solver: Solver,
    private readonly budget: Budget,
    private readonly confirm: (found: Found, solver: Solver) => Found | undefined,
  ) {}

  run(distance: number): Search {
    this.push(this.walker.start(), this.region.keptAtStart, new Map(), distance);
    for (let looked = 0; this.queue.length > 0; looked++) {
      const entry = this.pop();
      if (looked >= mostPlaces || this.budget.places <= 0 || this.tries >= mostTries) {
        this.doubt(entry.walk, 'there are too many ways to try them all');
        break;
      }
      this.budget.places--;
      if (this.region.isFailure(entry.walk.step, entry.kept)) {
        const found = this.tryFailure(entry);
        if (found !== undefined) return { kind: 'shown', found };
      }
      this.goOn(entry);
    }
    if (this.why === undefined) return { kind: 'kept' };
    return { kind: 'undecided', why: this.why, walk: this.doubtful };
  }

  private tryFailure({ walk, values }: Entry): Found | undefined {
    for (const failed of this.walker.conclude(walk)) {
      const solved = this.solve(failed, walk, values);
      if (solved === undefined) continue;
      this.tries++;
      const found = this.confirm({ walk: failed, values: solved }, this.solver);
      if (found !== undefined) return found;
      this.doubt(failed, 'no contact was found that goes this way');
    }
    return undefined;
  }

  private goOn({ walk, kept, values }: Entry): void {
    for (const { way, kept: next } of this.region.waysFrom(walk.step, kept)) {
      if (visitsOf(walk, way.to) >= mostVisits) {
        this.doubt(walk, 'a way goes round in circles');
        continue;
      }
      for (const further of this.walker.go(walk, way)) {
        const solved = this.solve(further, walk, values);
        if (solved === undefined) continue;
        const distance = this.region.distance(way.to, next) ?? 0;
        this.push(further, next, solved, further.length + haste * distance);
      }
    }
  }

  /** Values for a walk that goes on from another; undefined where there are none, or none were found. */
  private solve(walk: Walk, from: Walk, values: Values): Values | undefined {
    if (walk.demands === from.demands) return values;
    // The others hold with these values already.
    const added = itemsOf(walk.demands, from.demands);
    const kept = this.solver.keep(added, values);
    if (kept !== undefined) return kept;
    const demands = itemsOf(walk.demands);
    if (areImpossible(this.program, demands, this.solver)) return undefined;
    const quickly = this.try(demands, values, fewTrials);
    if (quickly !== undefined) return quickly;
    if (this.reasonings < mostReasonings) {
      this.reasonings++;
      const connected = connectedTo(added, demands, this.solver);
      const reasoned = satisfyDemands(this.program, connected, this.solver);
      if (reasoned.kind === 'impossible') return undefined;
      if (reasoned.kind === 'possible') {
        const example = this.solver.keep(demands, new Map([...values, ...reasoned.example]));
        if (example !== undefined) return example;
      }
    }
    const solved = this.try(demands, values, manyTrials);
    if (solved === undefined) this.doubt(walk, 'its conditions are too involved');
    return solved;
  }

  private try(demands: readonly Demand[], values: Values, most: number): Values | undefined {
    return this.solver.trials > mostTrials ? undefined : this.solver.solve(demands, values, most);
  }

  private doubt(walk: Walk, why: string): void {
    this.why ??= why;
    this.doubtful ??= walk;
  }

  private push(walk: Walk, kept: number, values: Values, cost: number): void {
    const entry: Entry = { walk, kept, values, cost, order: this.pushed++ };
    const { queue } = this;
    let at = queue.length;
    queue.push(entry);
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = queue[above] as Entry;
      if (isBefore(other, entry)) break;
      queue[at] = other;
      at = above;
    }
    queue[at] = entry;
  }

  private pop(): Entry {
    const { queue } = this;
    const first = queue[0] as Entry;
    const last = queue.pop() as Entry;
    if (queue.length === 0) return first;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= queue.length) break;
      const right = queue[below + 1];
      if (right !== undefined && isBefore(right, queue[below] as Entry)) below++;
      const other = queue[below] as Entry;
      if (isBefore(last, other)) break;
      queue[at] = other;
      at = below;
    }
    queue[at] = last;
    return first;
  }
}

function isBefore(one: Entry, other: Entry): boolean {
  return one.cost === other.cost ? one.order < other.order : one.cost < other.cost;
}

function visitsOf(walk: Walk, step: number): number {
  let count = 0;
  for (let stage: Walk | undefined = walk; stage !== undefined; stage = stage.before) {
    if (stage.step === step) count++;
  }
  return count;
}
