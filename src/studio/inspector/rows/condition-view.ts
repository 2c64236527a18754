import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type ConditionView = 'rows' | 'text';

interface ConditionViewState {
  readonly view: ConditionView;
  setView(view: ConditionView): void;
}

/** How this person likes to see conditions, remembered. */
export const useConditionView = create<ConditionViewState>()(
  persist((set) => ({ view: 'text', setView: (view) => set({ view }) }), {
    name: 'sopwright-condition-view',
  }),
);
