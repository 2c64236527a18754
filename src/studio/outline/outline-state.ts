import { create } from 'zustand';
import type { StepId } from '../../document/model.ts';
import type { Link } from '../../document/operations/link.ts';

/** What the outline asks at the moment. */
export type OutlineAsking =
  | { readonly for: 'kind'; readonly link: Link | undefined }
  | { readonly for: 'way'; readonly step: StepId }
  | { readonly for: 'target'; readonly link: Link }
  | { readonly for: 'governed'; readonly guardrail: string }
  | { readonly for: 'guardrail'; readonly step: StepId }
  | { readonly for: 'place'; readonly step: StepId }
  | { readonly for: 'delete'; readonly key: string; readonly incoming: number };

export interface OutlineState {
  /** The item at hand. It need not be there: a deleted one comes back by undoing. */
  readonly wanted: string;
  /** Items that a person opened or closed; the others are as they are at first. */
  readonly opened: ReadonlyMap<string, boolean>;
  readonly renaming: string | undefined;
  readonly asking: OutlineAsking | undefined;
  /** Shown at the foot and read aloud; `tick` tells two equal sentences apart. */
  readonly said: { readonly text: string; readonly tick: number };
}

const initial: OutlineState = {
  wanted: 'steps',
  opened: new Map(),
  renaming: undefined,
  asking: undefined,
  said: { text: '', tick: 0 },
};

/** View state that only the outline cares for. One outline is open at a time. */
export const useOutlineState = create<OutlineState>()(() => initial);

export function forgetOutlineState(): void {
  useOutlineState.setState(initial);
}

/** At first only the steps and the guardrails are open. */
export function isOpenIn({ opened }: Pick<OutlineState, 'opened'>, key: string): boolean {
  return opened.get(key) ?? (key === 'steps' || key === 'guardrails');
}

export function setOpen(keys: readonly string[], open: boolean): void {
  useOutlineState.setState(({ opened }) => {
    const next = new Map(opened);
    for (const key of keys) next.set(key, open);
    return { opened: next };
  });
}

export function say(text: string): void {
  useOutlineState.setState(({ said }) => ({ said: { text, tick: said.tick + 1 } }));
}

export function askIn(asking: OutlineAsking | undefined): void {
  useOutlineState.setState({ asking });
}

export function renameIn(renaming: string | undefined): void {
  useOutlineState.setState({ renaming });
}
