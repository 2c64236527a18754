import { useEffect, useMemo, useRef, type RefObject } from 'react';
import type { Position } from '../session/procedure-session.ts';
import { notify } from '../ui/notify.tsx';
import type { CanvasGestures } from './gestures/canvas-gestures.ts';
import type { ViewportControl } from './viewport.ts';

/** What menus and the command palette do; keys go by the browser's own events, which need no leave. */
export interface CanvasClipboard {
  copy(this: void): void;
  cut(this: void): void;
  paste(this: void, at?: Position): void;
}

/** Steps as text on the system's clipboard: between procedures, tabs and the code panel. */
export function useClipboard(
  canvas: RefObject<HTMLElement | null>,
  gestures: CanvasGestures,
  viewport: ViewportControl,
): CanvasClipboard {
  const pointer = useRef<Position>(undefined);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    const take = (event: ClipboardEvent, text: string): void => {
      if (text === '' || !event.clipboardData) return;
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
    };
    const copy = (event: ClipboardEvent): void => {
      if (speaksToCanvas(element)) take(event, gestures.clipboard.textOfSelection());
    };
    const cut = (event: ClipboardEvent): void => {
      if (speaksToCanvas(element)) take(event, gestures.clipboard.cut());
    };
    const paste = (event: ClipboardEvent): void => {
      if (!speaksToCanvas(element) || !event.clipboardData) return;
      event.preventDefault();
      const at = pointer.current && viewport.toFlow(pointer.current);
      gestures.clipboard.paste(event.clipboardData.getData('text/plain'), at);
    };
    const follow = (event: globalThis.PointerEvent): void => {
      pointer.current = { x: event.clientX, y: event.clientY };
    };
    const forget = (): void => {
      pointer.current = undefined;
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', cut);
    document.addEventListener('paste', paste);
    element.addEventListener('pointermove', follow, { passive: true });
    element.addEventListener('pointerleave', forget);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', cut);
      document.removeEventListener('paste', paste);
      element.removeEventListener('pointermove', follow);
      element.removeEventListener('pointerleave', forget);
    };
  }, [canvas, gestures, viewport]);

  return useMemo(() => {
    const write = (text: string): void => {
      if (text === '') return;
      navigator.clipboard.writeText(text).catch(() => {
        notify('The browser did not let the studio copy. Press Ctrl+C on the canvas.', { tone: 'error' });
      });
    };
    return {
      copy: () => write(gestures.clipboard.textOfSelection()),
      cut: () => write(gestures.clipboard.cut()),
      paste: (at) => {
        navigator.clipboard.readText().then(
          (text) => gestures.clipboard.paste(text, at),
          () =>
            notify('The browser keeps the clipboard to itself. Press Ctrl+V on the canvas.', {
              tone: 'error',
            }),
        );
      },
    };
  }, [gestures]);
}

/** The keyboard is at the canvas or one of its nodes, and no text there is being written. */
function speaksToCanvas(canvas: HTMLElement): boolean {
  const at = document.activeElement;
  if (at === canvas) return true;
  return at instanceof HTMLElement && canvas.contains(at) && !at.matches('input, textarea');
}
