import { useStoreApi } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';
import { useCanvasState } from '../canvas-state.ts';
import { currentFlow } from '../drawn-flow.ts';
import { nodeAt, touches } from '../gestures/hit.ts';
import { selectedKeys, selectKeys } from '../gestures/picked.ts';
import type { ViewportControl } from '../viewport.ts';

/**
 * Where nodes are painted only: the one under the pointer is built, so that it can be pressed and dragged, and a
 * rectangle drawn around nodes selects them.
 */
export function useFarPointer(
  canvas: RefObject<HTMLElement | null>,
  viewport: ViewportControl,
  far: boolean,
): void {
  const store = useStoreApi();
  useEffect(() => {
    const element = canvas.current;
    if (!far || !element) return undefined;
    const follow = (event: globalThis.PointerEvent): void => {
      if (event.buttons !== 0 || event.pointerType === 'touch') return;
      const at = viewport.toFlow({ x: event.clientX, y: event.clientY });
      const hovered = nodeAt(currentFlow().picture.nodes, at);
      if (useCanvasState.getState().hovered !== hovered) useCanvasState.setState({ hovered });
    };
    element.addEventListener('pointermove', follow, { passive: true });
    const stop = store.subscribe((state, before) => {
      const drawn = before.userSelectionRect;
      if (!drawn || state.userSelectionRect) return;
      const from = store.getState();
      const [x, y, zoom] = from.transform;
      const area = {
        x: (drawn.x - x) / zoom,
        y: (drawn.y - y) / zoom,
        width: drawn.width / zoom,
        height: drawn.height / zoom,
      };
      const inside = [...currentFlow().places].flatMap(([key, rect]) =>
        key !== 'start' && touches(rect, area) ? [key] : [],
      );
      queueMicrotask(() => selectKeys([...new Set([...selectedKeys(), ...inside])]));
    });
    return () => {
      element.removeEventListener('pointermove', follow);
      stop();
      useCanvasState.setState({ hovered: undefined });
    };
  }, [canvas, viewport, far, store]);
}
