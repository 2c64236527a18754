import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { TiesShown } from './flow-from-document.ts';

interface CanvasPreferences {
  /** Undefined: `all` while there are few ties, else `selected`. */
  readonly ties: TiesShown | undefined;
  /** Whether a drag snaps to what stands around. */
  readonly snap: boolean;
}

/** How one person likes the canvas, kept in this browser. */
export const useCanvasPreferences = create<CanvasPreferences>()(
  persist((): CanvasPreferences => ({ ties: undefined, snap: true }), { name: 'sopwright-canvas' }),
);
