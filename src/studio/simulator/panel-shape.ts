import { useLayoutEffect, useState, type RefObject } from 'react';

/**
 * How the room is used: four columns; three; two with tabs; two above each other; one with tabs.
 */
export type PanelShape = 'columns' | 'wide' | 'medium' | 'stacked' | 'narrow';

export function shapeOf(width: number, height: number): PanelShape {
  if (width >= 1120) return 'columns';
  if (width >= 860) return 'wide';
  if (width >= 600) return 'medium';
  return width >= 420 && height >= 560 ? 'stacked' : 'narrow';
}

/** Too narrow for everything in one line of the header. */
export function isSlim(shape: PanelShape): boolean {
  return shape === 'stacked' || shape === 'narrow';
}

/** Follows the panel's own size, not the window's: it sits in a dock that people resize. */
export function usePanelShape(panel: RefObject<HTMLElement | null>): PanelShape | undefined {
  const [shape, setShape] = useState<PanelShape>();
  useLayoutEffect(() => {
    const element = panel.current;
    if (!element) return undefined;
    const measure = (): void => setShape(shapeOf(element.clientWidth, element.clientHeight));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [panel]);
  return shape;
}
