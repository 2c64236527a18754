import { useLayoutEffect, useState, type RefObject } from 'react';

/** How much room the panel has: three columns, two, or one with tabs. */
export type PanelShape = 'narrow' | 'medium' | 'wide';

export function shapeOf(width: number): PanelShape {
  if (width < 600) return 'narrow';
  return width < 960 ? 'medium' : 'wide';
}

/** Follows the panel's own width, not the window's: it sits in a dock that people resize. */
export function usePanelShape(panel: RefObject<HTMLElement | null>): PanelShape {
  const [shape, setShape] = useState<PanelShape>('wide');
  useLayoutEffect(() => {
    const element = panel.current;
    if (!element) return undefined;
    setShape(shapeOf(element.clientWidth));
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setShape(shapeOf(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [panel]);
  return shape;
}
