import { createContext, useContext } from 'react';
import type { CanvasGestures } from './canvas-gestures.ts';

export const GesturesContext = createContext<CanvasGestures | undefined>(undefined);

export function useGestures(): CanvasGestures {
  const gestures = useContext(GesturesContext);
  if (!gestures) throw new Error('useGestures outside the canvas');
  return gestures;
}
