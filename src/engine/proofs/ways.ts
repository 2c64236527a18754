import type { Link } from '../../document/operations/link.ts';
import { nowhere, type CompiledStep, type Program } from '../program.ts';

/** One way from a compiled step to the next. */
export interface Way {
  readonly to: number;
  readonly slot: 'next' | 'giveUp' | 'onError' | 'otherwise' | 'branch' | 'trigger';
  /** Of the branch; of the trigger in the program's list. */
  readonly index: number;
  /** Of a trigger: whether the customer's turn made it fire, rather than entering the step. */
  readonly afterTurn: boolean;
}

function way(slot: Way['slot'], to: number, index = 0, afterTurn = false): readonly Way[] {
  return to === nowhere ? [] : [{ to, slot, index, afterTurn }];
}

/** The ways along a step's links, in the order in which a run tries them. */
export function waysOf({ work }: CompiledStep): readonly Way[] {
  switch (work.kind) {
    case 'message':
      return way('next', work.next);
    case 'question':
      return [
        ...way('next', work.next),
        ...(Number.isFinite(work.retries) ? way('giveUp', work.giveUp) : []),
      ];
    case 'action':
      return [...way('next', work.next), ...way('onError', work.onError)];
    case 'decision':
      return [
        ...work.branches.flatMap(({ next }, index) => way('branch', next, index)),
        ...way('otherwise', work.otherwise),
      ];
    case 'procedure':
      return way('next', work.start);
    case 'return':
      return way('next', work.next);
    case 'escalation':
    case 'end':
      return [];
  }
}

/** The ways by which triggers lead from a step to one of the targets. */
export function triggerWaysOf(
  program: Program,
  step: CompiledStep,
  targets: ReadonlySet<number>,
): readonly Way[] {
  if (!step.triggersFire) return [];
  return program.triggers.flatMap((trigger, index) => {
    if (!targets.has(trigger.step) || !step.scope.chain.includes(trigger.scope)) return [];
    const onEntry = way('trigger', trigger.step, index);
    return step.work.kind === 'question'
      ? [...onEntry, ...way('trigger', trigger.step, index, true)]
      : onEntry;
  });
}

/**
 * The link of the first procedure that a way follows. Undefined for a trigger, which jumps, and inside a procedure that
 * a step runs.
 */
export function linkOf(program: Program, step: CompiledStep, { slot, index }: Way): Link | undefined {
  const { work } = step;
  if (work.kind === 'return') {
    const caller = program.steps[work.caller];
    if (caller === undefined || caller.scope.caller !== undefined) return undefined;
    const model = program.procedure.steps.get(caller.id);
    const listed = model?.kind === 'procedure' && model.outcomes.has(work.outcome);
    return listed
      ? { from: caller.id, slot: 'outcome', outcome: work.outcome }
      : { from: caller.id, slot: 'next' };
  }
  if (slot === 'trigger' || work.kind === 'procedure' || step.scope.caller !== undefined) return undefined;
  return slot === 'branch' ? { from: step.id, slot, index } : { from: step.id, slot };
}
