import { linkKey, type Link } from '../../document/operations/link.ts';
import type { Procedure, StepId } from '../../document/model.ts';
import type { TraceEvent } from '../../engine/trace.ts';
import { outermostStep } from './whole-procedure.ts';

/** What the canvas paints while a contact is rehearsed. */
export interface LitPath {
  readonly current: StepId | undefined;
  readonly steps: ReadonlySet<StepId>;
  /** `linkKey`s. */
  readonly links: ReadonlySet<string>;
}

/** The steps entered and the links taken by a trace. A trigger jumps: it takes no link. */
export function litPathOf(procedure: Procedure, trace: readonly TraceEvent[]): LitPath {
  const steps = new Set<StepId>();
  const links = new Set<string>();
  let current: StepId | undefined;
  /** The link by which the run leaves the current step, where an event said so. */
  let leaving: Link | undefined | 'jump' = { from: undefined, slot: 'start' };
  for (const event of trace) {
    switch (event.type) {
      case 'decided':
        leaving =
          event.taken === undefined
            ? undefined
            : event.taken === 'otherwise'
              ? { from: event.step, slot: 'otherwise' }
              : { from: event.step, slot: 'branch', index: event.taken };
        break;
      case 'failed':
        leaving = { from: event.step, slot: 'onError' };
        break;
      case 'closed':
        leaving = linkOfOutcome(procedure, event.step, event.outcome);
        break;
      case 'triggered':
        leaving = 'jump';
        break;
      case 'entered': {
        const entered = outermostStep(event.step);
        if (entered !== event.step) {
          // What happens in a procedure that a step runs happens at the step.
          leaving = undefined;
          break;
        }
        const link =
          leaving ?? (current === undefined ? undefined : linkBetween(procedure, current, event.step));
        if (link && link !== 'jump') links.add(linkKey(link));
        steps.add(event.step);
        current = event.step;
        leaving = undefined;
        break;
      }
      default:
        break;
    }
  }
  return { current, steps, links };
}

function linkOfOutcome(procedure: Procedure, from: StepId, outcome: string): Link {
  const step = procedure.steps.get(from);
  const listed = step?.kind === 'procedure' && step.outcomes.has(outcome);
  return listed ? { from, slot: 'outcome', outcome } : { from, slot: 'next' };
}

function linkBetween(procedure: Procedure, from: StepId, to: StepId): Link | undefined {
  const step = procedure.steps.get(from);
  if (step?.kind === 'question' && step.next !== to && step.giveUp === to) return { from, slot: 'giveUp' };
  if (step && 'next' in step && step.next === to) return { from, slot: 'next' };
  return undefined;
}
