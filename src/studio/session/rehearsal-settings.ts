import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { StepId } from '../../document/model.ts';

interface RehearsalSettings {
  /** The steps at which playing stops, by the session's id. Kept as pairs: ids are people's own. */
  readonly breakpoints: readonly (readonly [procedure: string, steps: readonly StepId[]])[];
  /** Whether the canvas goes along with the run. */
  readonly follows: boolean;
  toggleBreakpoint(procedure: string, step: StepId): void;
  clearBreakpoints(procedure: string): void;
  setFollows(follows: boolean): void;
}

/** How rehearsals are played; remembered by the browser. */
export const useRehearsalSettings = create<RehearsalSettings>()(
  persist(
    (set, get) => ({
      breakpoints: [],
      follows: true,
      toggleBreakpoint: (procedure, step) => {
        const { breakpoints } = get();
        const steps = stepsOf(breakpoints, procedure);
        const changed = steps.includes(step) ? steps.filter((each) => each !== step) : [...steps, step];
        const others = breakpoints.filter(([id]) => id !== procedure);
        set({ breakpoints: changed.length === 0 ? others : [...others, [procedure, changed]] });
      },
      clearBreakpoints: (procedure) =>
        set({ breakpoints: get().breakpoints.filter(([id]) => id !== procedure) }),
      setFollows: (follows) => set({ follows }),
    }),
    {
      name: 'sopwright-rehearsal',
      partialize: ({ breakpoints, follows }) => ({ breakpoints, follows }),
    },
  ),
);

const noSteps: readonly StepId[] = [];

function stepsOf(breakpoints: RehearsalSettings['breakpoints'], procedure: string): readonly StepId[] {
  return breakpoints.find(([id]) => id === procedure)?.[1] ?? noSteps;
}

/** The same list until it changes. */
export function useBreakpoints(procedure: string): readonly StepId[] {
  return useRehearsalSettings(({ breakpoints }) => stepsOf(breakpoints, procedure));
}

export function breakpointsNow(procedure: string): readonly StepId[] {
  return stepsOf(useRehearsalSettings.getState().breakpoints, procedure);
}
