import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface CodeSettings {
  /** Beside each condition stands what it says in plain words. */
  readonly sentences: boolean;
  toggleSentences(this: void): void;
}

export const useCodeSettings = create<CodeSettings>()(
  persist(
    (set, get) => ({
      sentences: true,
      toggleSentences: () => set({ sentences: !get().sentences }),
    }),
    { name: 'sopwright-code', partialize: ({ sentences }) => ({ sentences }) },
  ),
);

/** The settings at this moment: reads without subscribing. */
export function codeSettings(): CodeSettings {
  return useCodeSettings.getState();
}
