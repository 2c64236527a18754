import { create } from 'zustand';
import { persist } from 'zustand/middleware';

const mostRecent = 6;

interface PaletteState {
  readonly open: 'commands' | 'keys' | undefined;
  /** Ids of commands, the last used first. */
  readonly recent: readonly string[];
  showCommands(this: void): void;
  showKeys(this: void): void;
  close(this: void): void;
  remember(this: void, id: string): void;
}

export const usePalette = create<PaletteState>()(
  persist(
    (set, get) => ({
      open: undefined,
      recent: [],
      showCommands: () => set({ open: 'commands' }),
      showKeys: () => set({ open: 'keys' }),
      close: () => set({ open: undefined }),
      remember: (id) =>
        set({ recent: [id, ...get().recent.filter((each) => each !== id)].slice(0, mostRecent) }),
    }),
    { name: 'sopwright-palette', partialize: ({ recent }) => ({ recent }) },
  ),
);

/** For its actions: reads without subscribing. */
export function paletteNow(): PaletteState {
  return usePalette.getState();
}
