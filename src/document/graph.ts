import type { Path } from './diagnostic.ts';
import type { Procedure, Step, StepId } from './model.ts';
import type { Link } from './operations/link.ts';

/** One way from step to step, drawn as an edge. `target` may name a step that does not exist. */
export interface PlacedLink {
  readonly link: Link;
  readonly target: StepId;
  /** The words on the edge; empty where the way needs none. */
  readonly label: string;
}

/** All ways, by step as in the text; within a step in the order in which they are tried. The start comes first. */
export function linksOf(procedure: Procedure): readonly PlacedLink[] {
  const links: PlacedLink[] = [];
  if (procedure.start !== undefined) {
    links.push({ link: { from: undefined, slot: 'start' }, target: procedure.start, label: '' });
  }
  for (const [id, step] of procedure.steps) links.push(...linksOfStep(id, step));
  return links;
}

/** The ways out of one step. */
export function linksOfStep(from: StepId, step: Step): readonly PlacedLink[] {
  switch (step.kind) {
    case 'message':
      return way(from, 'next', step.next);
    case 'question':
      return [...way(from, 'next', step.next), ...way(from, 'giveUp', step.giveUp, 'gives up')];
    case 'action':
      return [...way(from, 'next', step.next), ...way(from, 'onError', step.onError, 'fails')];
    case 'decision':
      return [
        ...step.branches.flatMap((branch, index): readonly PlacedLink[] =>
          branch.next === undefined
            ? []
            : [
                {
                  link: { from, slot: 'branch', index },
                  target: branch.next,
                  label: branch.label ?? branch.when,
                },
              ],
        ),
        ...way(from, 'otherwise', step.otherwise, 'otherwise'),
      ];
    case 'procedure':
      return [
        ...[...step.outcomes].map(([outcome, target]): PlacedLink => ({
          link: { from, slot: 'outcome', outcome },
          target,
          label: outcome,
        })),
        ...way(from, 'next', step.next),
      ];
    case 'escalation':
    case 'end':
      return [];
  }
}

function way(
  from: StepId,
  slot: 'next' | 'otherwise' | 'onError' | 'giveUp',
  target: StepId | undefined,
  label = '',
): readonly PlacedLink[] {
  return target === undefined ? [] : [{ link: { from, slot }, target, label }];
}

/** Where a link's target stands in the text. */
export function pathOfLink(link: Link): Path {
  if (link.slot === 'start') return ['start'];
  if (link.slot === 'branch') return ['steps', link.from, 'branches', link.index, 'next'];
  if (link.slot === 'outcome') return ['steps', link.from, 'outcomes', link.outcome];
  return ['steps', link.from, link.slot];
}

/** A dashed line from a guardrail to a step that it governs. */
export interface Tie {
  readonly guardrail: string;
  readonly step: StepId;
  readonly how: 'before' | 'appliesTo' | 'includes';
  /** What the guardrail names: the step, or the action that the step calls. */
  readonly name: string;
}

/**
 * Ties by guardrail as in the text, each pair of guardrail and step once. A guardrail that applies to every step
 * has no ties of that sort.
 */
export function tiesOf(procedure: Procedure): readonly Tie[] {
  const callers = callersOf(procedure);
  const includers = includersOf(procedure);
  const ties: Tie[] = [];
  for (const [id, guardrail] of procedure.guardrails) {
    const seen = new Set<StepId>();
    const tie = (step: StepId, how: Tie['how'], name: string): void => {
      if (seen.has(step) || !procedure.steps.has(step)) return;
      seen.add(step);
      ties.push({ guardrail: id, step, how, name });
    };
    for (const name of guardrail.before) {
      tie(name, 'before', name);
      for (const step of callers.get(name) ?? []) tie(step, 'before', name);
    }
    if (guardrail.appliesTo !== 'all') for (const name of guardrail.appliesTo) tie(name, 'appliesTo', name);
    for (const step of includers.get(id) ?? []) tie(step, 'includes', step);
  }
  return ties;
}

/** The steps that a run can come to: from the start, from triggers anywhere, and from `alsoFrom`. */
export function reachableSteps(procedure: Procedure, alsoFrom: Iterable<StepId> = []): ReadonlySet<StepId> {
  const reached = new Set<StepId>();
  const open: StepId[] = [...alsoFrom];
  if (procedure.start !== undefined) open.push(procedure.start);
  for (const [id, step] of procedure.steps) {
    if (step.kind === 'escalation' && step.triggers.length > 0) open.push(id);
  }
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const step = procedure.steps.get(id);
    if (!step || reached.has(id)) continue;
    reached.add(id);
    for (const { target } of linksOfStep(id, step)) open.push(target);
  }
  return reached;
}

function callersOf(procedure: Procedure): ReadonlyMap<string, readonly StepId[]> {
  const callers = new Map<string, StepId[]>();
  for (const [id, step] of procedure.steps) {
    if (step.kind === 'action' && step.call !== undefined) append(callers, step.call, id);
  }
  return callers;
}

function includersOf(procedure: Procedure): ReadonlyMap<string, readonly StepId[]> {
  const includers = new Map<string, StepId[]>();
  for (const [id, step] of procedure.steps) {
    if (step.kind !== 'message' && step.kind !== 'question') continue;
    for (const guardrail of step.includes) append(includers, guardrail, id);
  }
  return includers;
}

function append(map: Map<string, StepId[]>, key: string, value: StepId): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
