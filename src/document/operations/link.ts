import type { StepId } from '../model.ts';

/** A way out of a step, or into the procedure; it exists whether or not it leads anywhere yet. */
export type Link =
  | { readonly from: StepId; readonly slot: 'next' | 'otherwise' | 'onError' | 'giveUp' }
  | { readonly from: StepId; readonly slot: 'branch'; readonly index: number }
  | { readonly from: StepId; readonly slot: 'outcome'; readonly outcome: string }
  | { readonly from: undefined; readonly slot: 'start' };

/** Two links are the same exactly when their keys are. */
export function linkKey(link: Link): string {
  if (link.from === undefined) return 'start';
  if (link.slot === 'branch') return `${link.from}/branch/${link.index}`;
  return link.slot === 'outcome' ? `${link.from}/outcome/${link.outcome}` : `${link.from}/${link.slot}`;
}
