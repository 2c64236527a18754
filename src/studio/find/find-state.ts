import { create } from 'zustand';

interface FindState {
  readonly isOpen: boolean;
  /** Grows with every wish to type into it. */
  readonly wish: number;
  readonly typed: string;
  readonly matchesCase: boolean;
  /** Of the match that was gone to last; -1 before the first. */
  readonly current: number;
  /** What the last step of `current` was, so that going to the same match twice shows it twice. */
  readonly moves: number;
  /** Opens it, looking for `typed` where something is given. */
  open(this: void, typed?: string): void;
  close(this: void): void;
  type(this: void, typed: string): void;
  setMatchesCase(this: void, matchesCase: boolean): void;
  goTo(this: void, index: number): void;
}

export const useFindState = create<FindState>()((set, get) => ({
  isOpen: false,
  wish: 0,
  typed: '',
  matchesCase: false,
  current: -1,
  moves: 0,
  open: (typed) =>
    set({
      isOpen: true,
      wish: get().wish + 1,
      ...(typed !== undefined && typed !== get().typed && { typed, current: -1 }),
    }),
  close: () => set({ isOpen: false }),
  type: (typed) => set({ typed, current: -1 }),
  setMatchesCase: (matchesCase) => set({ matchesCase, current: -1 }),
  goTo: (current) => set({ current, moves: get().moves + 1 }),
}));

/** For its actions: reads without subscribing. */
export function findNow(): FindState {
  return useFindState.getState();
}
