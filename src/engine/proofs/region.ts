import type { Expression, NameExpression } from '../../condition/expression.ts';
import { withChildren } from '../../condition/with-children.ts';
import { followsFrom, knownFrom } from './implied.ts';
import type { Condition, Program } from '../program.ts';
import type { Scope } from '../scopes.ts';
import type { Obligation } from './obligation.ts';
import { originsOf } from './origins.ts';
import type { Part } from './split-condition.ts';
import type { SpokenTexts } from './spoken.ts';
import { triggerWaysOf, waysOf, type Way } from './ways.ts';

/**
 * The part of a program's graph on which an obligation can fail, conditions on the way left aside but for those that
 * say themselves what is asked. A place is a step with what the graph alone tells of the obligation there.
 */
export interface Region {
  /** Ways from a place that lead on towards the failure; none where it cannot be reached any more. */
  waysFrom(step: number, kept: number): readonly { readonly way: Way; readonly kept: number }[];
  /** Steps still to go at the least; undefined where the failure cannot be reached. */
  distance(step: number, kept: number): number | undefined;
  isFailure(step: number, kept: number): boolean;
  /** What holds at the start. */
  readonly keptAtStart: number;
}

/** Of a disclosure or a requirement: nothing is known of it. Of a confirmation that lapses: not given yet. */
const notKept = 0;
/** A requirement that was seen to hold; a confirmation that was given. */
const kept = 1;
/** What is given back, inside the procedure that gives it. */
const keptInside = 2;
const states = 4;
/** A confirmation after which something was written. */
const lapsed = 2;

/** The regions of one program's obligations: those that ask the same before several steps share most of the work. */
export class Regions {
  private readonly bySaying = new Map<string, Explored>();
  private readonly byCondition = new Map<Condition, Explored>();
  private readonly jumps: ReadonlySet<number>;

  constructor(private readonly program: Program) {
    const guarded = program.steps.filter(
      ({ work, before }) => work.kind === 'escalation' && before.length > 0,
    );
    this.jumps = new Set(guarded.map(({ index }) => index));
  }

  of(obligation: Obligation, spoken: SpokenTexts): Region {
    const { monitor, forward, backward } = this.explored(obligation, spoken);
    const { targets } = obligation;
    const found = [...targets].flatMap((target) =>
      allStates.filter((state) => monitor.fails(state)).map((state) => placeOf(target, state)),
    );
    const distances = distancesTo(
      found.filter((place) => forward.has(place)),
      backward,
    );
    return {
      keptAtStart: monitor.atStart,
      distance: (step, state) => distances.get(placeOf(step, state)),
      isFailure: (step, state) => targets.has(step) && monitor.fails(state),
      waysFrom: (step, state) =>
        (forward.get(placeOf(step, state)) ?? []).filter(({ way, kept: next }) =>
          distances.has(placeOf(way.to, next)),
        ),
    };
  }

  private explored(obligation: Obligation, spoken: SpokenTexts): Explored {
    const { failure } = obligation;
    const explore = (): Explored =>
      exploreGraph(this.program, obligation, monitorOf(this.program, obligation, spoken), this.jumps);
    if (failure.kind === 'lapsed') return explore();
    const key =
      failure.kind === 'unsaid' ? `${failure.disclosure} ${spoken.locale ?? ''}` : failure.condition;
    const known = typeof key === 'string' ? this.bySaying.get(key) : this.byCondition.get(key);
    if (known !== undefined) return known;
    const explored = explore();
    if (typeof key === 'string') this.bySaying.set(key, explored);
    else this.byCondition.set(key, explored);
    return explored;
  }
}

interface Explored {
  readonly monitor: Monitor;
  /** By place: the ways out of every place that can be reached. */
  readonly forward: ReadonlyMap<number, readonly { readonly way: Way; readonly kept: number }[]>;
  readonly backward: ReadonlyMap<number, readonly number[]>;
}

const allStates: readonly number[] = [0, 1, 2, 3];

function placeOf(step: number, state: number): number {
  return step * states + state;
}

function exploreGraph(
  program: Program,
  { guardrail, failure }: Obligation,
  monitor: Monitor,
  jumps: ReadonlySet<number>,
): Explored {
  const forward = new Map<number, readonly { readonly way: Way; readonly kept: number }[]>();
  const backward = new Map<number, number[]>();
  const start = placeOf(program.start, monitor.atStart);
  const open = [start];
  const seen = new Set(open);
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const index = Math.floor(place / states);
    const step = program.steps[index];
    if (step === undefined) continue;
    // Where it blocks for want of a disclosure, no run goes on.
    const blocks =
      failure.kind === 'unsaid' && guardrail.severity === 'block' && step.before.includes(guardrail.index);
    const ways = blocks
      ? triggerWaysOf(program, step, jumps)
      : [...waysOf(step), ...triggerWaysOf(program, step, jumps)];
    const on = ways.flatMap((way) =>
      monitor.after(index, way, place % states).map((next) => ({ way, kept: next })),
    );
    forward.set(place, on);
    for (const { way, kept: next } of on) {
      const to = placeOf(way.to, next);
      const list = backward.get(to);
      if (list) list.push(place);
      else backward.set(to, [place]);
      if (seen.has(to)) continue;
      seen.add(to);
      open.push(to);
    }
  }
  return { monitor, forward, backward };
}

function distancesTo(
  places: readonly number[],
  backward: ReadonlyMap<number, readonly number[]>,
): ReadonlyMap<number, number> {
  const distances = new Map(places.map((place) => [place, 0]));
  const open = [...places];
  for (let at = 0; at < open.length; at++) {
    const place = open[at] as number;
    const further = (distances.get(place) ?? 0) + 1;
    for (const before of backward.get(place) ?? []) {
      if (distances.has(before)) continue;
      distances.set(before, further);
      open.push(before);
    }
  }
  return distances;
}

interface Monitor {
  readonly atStart: number;
  fails(state: number): boolean;
  /** The states in which a way may leave a step; none when the obligation is kept for good. */
  after(step: number, way: Way, state: number): readonly number[];
}

function monitorOf(program: Program, { failure, targets }: Obligation, spoken: SpokenTexts): Monitor {
  switch (failure.kind) {
    case 'unsaid': {
      const { disclosure } = failure;
      const says = (step: number): boolean => spoken.says(step, disclosure) === 'always';
      return {
        atStart: notKept,
        fails: () => true,
        after: (step, way) => (says(step) && !(way.slot === 'trigger' && !way.afterTurn) ? [] : [notKept]),
      };
    }
    case 'not-true':
      return requirementMonitor(program, failure);
    case 'lapsed': {
      const yes = writersOf(program, failure.condition.inputs);
      const inputs = [...targets].flatMap((target) => {
        const { work } = program.steps[target] ?? {};
        return work?.kind === 'action' ? work.inputs : [];
      });
      const what = writersOf(program, inputs);
      return {
        atStart: yes.atStart ? kept : notKept,
        fails: (state) => state === lapsed,
        after(step, way, state) {
          if (yes.any(step, way)) return what.any(step, way) ? [kept, lapsed] : [kept];
          return what.any(step, way) && state !== notKept ? [lapsed] : [state];
        },
      };
    }
  }
}

/**
 * Sees a requirement hold where a decision says so. In a procedure that a step runs and that gives back what it hangs
 * on, it also sees what is given back: once that is back, it holds if it did there.
 */
function requirementMonitor(program: Program, { condition, holds }: Part): Monitor {
  const writers = writersOf(program, condition.inputs);
  const inside = givenBack(program, condition);
  return {
    atStart: notKept,
    fails: (state) => (state & kept) === 0,
    after(step, way, state) {
      const compiled = program.steps[step];
      const { work } = compiled ?? {};
      if (compiled === undefined || work === undefined) return [state];
      const inner = inside.find(({ scope }) => compiled.scope.chain.includes(scope));
      if (work.kind === 'return' && inner !== undefined && work.caller === inner.caller) {
        return [(state & keptInside) === 0 ? notKept : kept];
      }
      let next = state;
      if (writers.again(step, way)) next &= ~kept;
      if (work.kind === 'procedure' && inside.some(({ caller }) => caller === step)) next &= ~keptInside;
      if (inner?.writers.again(step, way) === true) next &= ~keptInside;
      if (work.kind === 'decision' && way.slot !== 'trigger') {
        const until = way.slot === 'branch' ? way.index : work.branches.length;
        const facts = work.branches
          .slice(0, until + 1)
          .flatMap((branch, index) => knownFrom(program, branch.condition.expression, index === until));
        if (followsFrom(program, condition.expression, holds, facts)) next |= kept;
        if (inner !== undefined && followsFrom(program, inner.expression, holds, facts)) next |= keptInside;
      }
      return [next];
    },
  };
}

interface GivenBack {
  /** The step that runs the procedure. */
  readonly caller: number;
  readonly scope: Scope;
  /** The condition, in the names of what is given back. */
  readonly expression: Expression;
  readonly writers: Writers;
}

/** The procedures that a program runs and that give back something that a condition reads. */
function givenBack(program: Program, { expression, inputs }: Condition): readonly GivenBack[] {
  const found = new Map<number, GivenBack>();
  for (const { work, scope } of program.steps) {
    if (work.kind !== 'return' || found.has(work.caller)) continue;
    const returned = work.returns.filter(({ slot }) => inputs.includes(slot));
    if (returned.length === 0) continue;
    const others = inputs.filter((slot) => returned.every((each) => each.slot !== slot));
    const inside = opened(expression, (slot) => {
      const from = returned.find((each) => each.slot === slot)?.from;
      const declaration = from === undefined ? undefined : program.environment.declarations[from];
      return declaration && { slot: declaration.slot, name: declaration.name, role: declaration.role };
    });
    const writers = writersOf(program, [...others, ...returned.flatMap((each) => each.inputs)]);
    found.set(work.caller, { caller: work.caller, scope, expression: inside, writers });
  }
  return [...found.values()];
}

type Renamed = Pick<NameExpression, 'slot' | 'name' | 'role'>;

function opened(expression: Expression, rename: (slot: number) => Renamed | undefined): Expression {
  if (expression.kind === 'name') return { ...expression, ...rename(expression.slot) };
  return withChildren(expression, (child) => opened(child, rename));
}

interface Writers {
  /** Some slot may be known from the start. */
  readonly atStart: boolean;
  /** Whether leaving a step this way may write one of the slots. */
  any(step: number, way: Way): boolean;
  /** Whether it may write one that was known already. */
  again(step: number, way: Way): boolean;
}

function writersOf(program: Program, slots: readonly number[]): Writers {
  const wanted = new Set(slots);
  const { asked, signals, returned } = originsOf(program);
  const everyTurn = slots.includes(program.context.turns) || signals.some((slot) => wanted.has(slot));
  const again = (step: number, way: Way): boolean => {
    const { work } = program.steps[step] ?? {};
    if (work?.kind === 'question') return everyTurn && !(way.slot === 'trigger' && !way.afterTurn);
    if (work?.kind === 'procedure') return work.gives.some(({ slot }) => wanted.has(slot));
    if (work?.kind === 'return') return work.returns.some(({ slot }) => wanted.has(slot));
    if (work?.kind !== 'action' || way.slot !== 'next') return false;
    return returned.get(work.action)?.some((slot) => wanted.has(slot)) ?? false;
  };
  return {
    atStart: slots.some((slot) => !asked.has(slot)),
    again,
    any(step, way) {
      const { work } = program.steps[step] ?? {};
      const collects = work?.kind === 'question' && work.collects.some(({ slot }) => wanted.has(slot));
      return (collects && !(way.slot === 'trigger' && !way.afterTurn)) || again(step, way);
    },
  };
}
