import type { Step, StepId } from '../model.ts';
import type { Link } from '../operations/link.ts';

/** A way out of a step, whether or not it leads anywhere yet. */
export interface Way {
  readonly link: Link;
  /** The name that the author gave it. */
  readonly label: string | undefined;
  /** When it is taken, as the beginning of a sentence: `If refund is more than limit (50 USD)`, `Then`. */
  readonly words: string;
  readonly target: StepId | undefined;
}

/** The ways out of a step in the order in which they are tried. `sentence` puts a condition into words. */
export function waysOf(from: StepId, step: Step, sentence: (condition: string) => string): readonly Way[] {
  const way = (
    slot: 'next' | 'otherwise' | 'onError' | 'giveUp',
    words: string,
    target: StepId | undefined,
  ): Way => ({ link: { from, slot }, label: undefined, words, target });
  switch (step.kind) {
    case 'message':
      return [way('next', 'Then', step.next)];
    case 'question':
      return [
        way('next', step.collects.length === 0 ? 'Then' : 'Once known', step.next),
        ...(step.giveUp === undefined && step.retries === undefined
          ? []
          : [way('giveUp', `If still unknown ${afterAsking(step.retries)}`, step.giveUp)]),
      ];
    case 'action':
      return [way('next', 'When it works', step.next), way('onError', 'When it fails', step.onError)];
    case 'decision':
      return [
        ...step.branches.map(({ when, label, next }, index): Way => ({
          link: { from, slot: 'branch', index },
          label,
          words: when.trim() === '' ? 'If … (no condition yet)' : `If ${sentence(when)}`,
          target: next,
        })),
        way('otherwise', step.branches.length === 0 ? 'In every case' : 'Otherwise', step.otherwise),
      ];
    case 'procedure':
      return [
        ...[...step.outcomes].map(([outcome, target]): Way => ({
          link: { from, slot: 'outcome', outcome },
          label: undefined,
          words: `If it ends as ${outcome}`,
          target,
        })),
        way('next', step.outcomes.size === 0 ? 'Then' : 'After any other end', step.next),
      ];
    case 'escalation':
    case 'end':
      return [];
  }
}

function afterAsking(retries: number | undefined): string {
  if (retries === undefined) return 'at the end';
  return retries === 1 ? 'after asking once more' : `after asking ${retries} more times`;
}

/**
 * The way that the usual case takes, straight on: what is written as such, except that a decision whose `otherwise`
 * ends the conversation while a single branch goes on usually takes that branch.
 */
export function usualTarget(step: Step, steps: ReadonlyMap<StepId, Step>): StepId | undefined {
  if (step.kind === 'escalation' || step.kind === 'end') return undefined;
  if (step.kind !== 'decision') return step.next;
  const goesOn = (id: StepId | undefined): boolean => {
    const kind = id === undefined ? undefined : steps.get(id)?.kind;
    return kind !== undefined && kind !== 'end' && kind !== 'escalation';
  };
  if (goesOn(step.otherwise)) return step.otherwise;
  const onward = [...new Set(step.branches.map(({ next }) => next).filter(goesOn))];
  return onward.length === 1 ? onward[0] : (step.otherwise ?? onward[0]);
}
