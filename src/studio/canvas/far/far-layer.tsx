import { useStoreApi } from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';
import { useCanvasState } from '../canvas-state.ts';
import type { Flow } from '../flow-from-document.ts';
import { farPicture } from './far-picture.ts';
import { inkOf, type Ink } from './ink.ts';
import { paint } from './paint.ts';

/** The whole picture painted, for when there is too much of it to be built of nodes. Painted anew with every frame in which something moves. */
export function FarLayer({ flow }: { readonly flow: Flow }) {
  const store = useStoreApi();
  const canvas = useRef<HTMLCanvasElement>(null);
  const ink = useRef<Ink>(undefined);
  const picture = useMemo(() => farPicture(flow.picture), [flow.picture]);
  const dropped = flow.rects;

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return undefined;
    let frame = 0;
    const draw = (): void => {
      frame = 0;
      const { transform, width, height } = store.getState();
      const ratio = window.devicePixelRatio;
      if (element.width !== Math.round(width * ratio) || element.height !== Math.round(height * ratio)) {
        element.width = Math.round(width * ratio);
        element.height = Math.round(height * ratio);
      }
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      ink.current ??= inkOf(element);
      const [x, y, zoom] = transform;
      const { dragged } = useCanvasState.getState();
      paint(context, { picture, dragged, dropped, ink: ink.current }, { x, y, zoom, width, height });
    };
    const drawSoon = (): void => {
      frame ||= requestAnimationFrame(draw);
    };
    const repaint = (): void => {
      ink.current = undefined;
      drawSoon();
    };
    draw();
    const stops = [
      store.subscribe((state, before) => {
        if (
          state.transform !== before.transform ||
          state.width !== before.width ||
          state.height !== before.height
        )
          drawSoon();
      }),
      useCanvasState.subscribe((state, before) => {
        if (state.dragged !== before.dragged) drawSoon();
      }),
    ];
    const themes = new MutationObserver(repaint);
    themes.observe(document.documentElement, { attributes: true });
    return () => {
      cancelAnimationFrame(frame);
      for (const stop of stops) stop();
      themes.disconnect();
    };
  }, [store, picture, dropped]);

  return <canvas ref={canvas} className="canvas-far" aria-hidden />;
}
