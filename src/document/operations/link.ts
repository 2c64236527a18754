import type { StepId } from '../model.ts';

/** A way out of a step, or into the procedure; it exists whether or not it leads anywhere yet. */
export type Link =
  | { readonly from: StepId; readonly slot: 'next' | 'otherwise' | 'onError' | 'giveUp' }
  | { readonly from: StepId; readonly slot: 'branch'; readonly index: number }
  | { readonly from: undefined; readonly slot: 'start' };

/** Two links are the same exactly when their keys are. */
export function linkKey(link: Link): string {
  if (link.from === undefined) return 'start';
  return link.slot === 'branch' ? `${link.from}/branch/${link.index}` : `${link.from}/${link.slot}`;
}
