import { linksOfStep, reachableSteps } from '../graph.ts';
import type { PlacedLink } from '../graph.ts';
import type { Procedure, Step, StepId } from '../model.ts';
import type { Link } from '../operations/link.ts';
import { wayTo } from './way-to.ts';

/** Steps that lead to each other and nowhere else, so that a run among them never comes to an end. */
export interface ClosedCycle {
  /** In the order of the text. */
  readonly steps: readonly StepId[];
  /** The one that a run comes to first. */
  readonly entry: StepId;
  /** From the start into the cycle and once round. */
  readonly trail: readonly Link[];
  /** Something in it may change what a trigger looks at: a question, an action, or the visits of its steps. */
  readonly mayTrigger: boolean;
}

const remembered = new WeakMap<Procedure, readonly ClosedCycle[]>();

export function closedCyclesOf(procedure: Procedure): readonly ClosedCycle[] {
  let cycles = remembered.get(procedure);
  if (!cycles) remembered.set(procedure, (cycles = findCycles(procedure)));
  return cycles;
}

function findCycles(procedure: Procedure): readonly ClosedCycle[] {
  const reachable = reachableSteps(procedure);
  const leaving = stepsWithWayOut(procedure);
  const captive = new Set([...reachable].filter((id) => !leaving.has(id)));
  if (captive.size === 0) return [];
  const triggered = [...procedure.steps.values()].some(
    (step) => step.kind === 'escalation' && step.triggers.length > 0,
  );
  const taken = new Set<StepId>();
  const cycles: ClosedCycle[] = [];
  for (const id of captive) {
    if (taken.has(id)) continue;
    const members = reachedFrom(procedure, id);
    // Whoever can be come back to from everything it leads to lies in the cycle; others only lead into it.
    if (!members.has(id) || !allLeadBack(procedure, members, id)) continue;
    for (const member of members) taken.add(member);
    const { trail, entry } = roundTrip(procedure, members, id);
    const steps = [...procedure.steps.keys()].filter((step) => members.has(step));
    cycles.push({ steps, entry, trail, mayTrigger: triggered && mayChange(procedure, members) });
  }
  return cycles;
}

/** Steps from which an end, a person, or anything else that is not a step among others can be reached. */
function stepsWithWayOut({ steps }: Procedure): ReadonlySet<StepId> {
  const leadingTo = new Map<StepId, StepId[]>();
  const open: StepId[] = [];
  for (const [id, step] of steps) {
    if (mayLeave(id, step, steps)) open.push(id);
    for (const { target } of linksOfStep(id, step)) {
      const sources = leadingTo.get(target);
      if (sources) sources.push(id);
      else leadingTo.set(target, [id]);
    }
  }
  const leaving = new Set<StepId>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (leaving.has(id)) continue;
    leaving.add(id);
    open.push(...(leadingTo.get(id) ?? []));
  }
  return leaving;
}

/** A way that leads nowhere, or to no step, is complained of elsewhere; another procedure may end the run. */
function mayLeave(id: StepId, step: Step, steps: Procedure['steps']): boolean {
  switch (step.kind) {
    case 'end':
    case 'escalation':
    case 'procedure':
      return true;
    case 'message':
    case 'question':
    case 'action':
      if (step.next === undefined) return true;
      break;
    case 'decision':
      if (step.branches.some(({ next }) => next === undefined)) return true;
      if (step.branches.length === 0 && step.otherwise === undefined) return true;
  }
  return linksOfStep(id, step).some(({ target }) => !steps.has(target));
}

function reachedFrom({ steps }: Procedure, start: StepId): ReadonlySet<StepId> {
  const reached = new Set<StepId>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const step = steps.get(id);
    if (!step) continue;
    for (const { target } of linksOfStep(id, step)) {
      if (reached.has(target)) continue;
      reached.add(target);
      open.push(target);
    }
  }
  return reached;
}

function allLeadBack({ steps }: Procedure, members: ReadonlySet<StepId>, to: StepId): boolean {
  const leadingTo = new Map<StepId, StepId[]>();
  for (const id of members) {
    const step = steps.get(id);
    if (!step) continue;
    for (const { target } of linksOfStep(id, step)) {
      const sources = leadingTo.get(target);
      if (sources) sources.push(id);
      else leadingTo.set(target, [id]);
    }
  }
  const leading = new Set<StepId>();
  const open = [to];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (leading.has(id)) continue;
    leading.add(id);
    open.push(...(leadingTo.get(id) ?? []));
  }
  return leading.size === members.size;
}

function roundTrip(procedure: Procedure, members: ReadonlySet<StepId>, fallback: StepId) {
  const into = wayTo(procedure, (id) => members.has(id));
  const entry = into?.step ?? fallback;
  const round = wayTo(procedure, (id) => id === entry, linksOut(procedure, entry));
  return { entry, trail: [...(into?.links ?? []), ...(round?.links ?? [])] };
}

function linksOut({ steps }: Procedure, id: StepId): readonly PlacedLink[] {
  const step = steps.get(id);
  return step ? linksOfStep(id, step) : [];
}

/** A turn or a result may set any fact, a signal too. Where nothing is asked or called, only visits go on counting. */
function mayChange({ steps, derived }: Procedure, members: ReadonlySet<StepId>): boolean {
  const counts =
    [...derived.values()].some(({ is }) => is.includes('visits')) ||
    [...steps.values()].some(
      (step) => step.kind === 'escalation' && step.triggers.some(({ when }) => when.includes('visits')),
    );
  return (
    counts ||
    [...members].some((id) => {
      const kind = steps.get(id)?.kind;
      return kind === 'question' || kind === 'action';
    })
  );
}
