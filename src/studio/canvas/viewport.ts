import { getViewportForBounds, useReactFlow, useStoreApi, type Viewport } from '@xyflow/react';
import { useMemo } from 'react';
import type { Position } from '../session/procedure-session.ts';
import type { Rect } from './element-geometry.ts';
import { boundsOf } from './sections/section-boxes.ts';

const margin = 40;
/** What stands over the canvas: the palette, the controls, and the map in the corner at the lower right. */
const over = { top: 68, bottom: 64, corner: { width: 196, height: 136 } } as const;
/** Room for the palette above and the controls below. */
const around = { top: '68px', bottom: '64px', x: '32px' } as const;
/** Smaller than this nobody reads it: a large procedure opens at its start instead. */
const readable = 0.55;
const opening = 0.8;

export const leastZoom = 0.02;
export const mostZoom = 2;

export interface ViewportControl {
  centre(): Position;
  /** Pans as little as it takes to see the whole of it, and not at all where it is seen. */
  reveal(rect: Rect): void;
  /** All of these in view, at 100 % at most. */
  fit(rects: Iterable<Rect>): void;
  now(): Viewport;
  /** All of it where that stays readable, else the beginning. */
  open(rects: ReadonlyMap<string, Rect>, start: Rect | undefined): void;
  zoomBy(factor: number): void;
  /** Around the middle of the view, or so that the rectangle comes to stand there. */
  zoomTo(zoom: number, about?: Rect): void;
  toFlow(client: Position): Position;
}

export function useViewport(): ViewportControl {
  const flow = useReactFlow();
  const store = useStoreApi();
  return useMemo(() => {
    const size = () => store.getState();
    // Straight there: the other way zooms out and in again, and what is asked for meanwhile would keep that zoom.
    const glide = () => ({
      duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 160,
      interpolate: 'linear' as const,
    });
    const zoomAround = (zoom: number): void => {
      const { transform, width, height } = size();
      const [x, y, before] = transform;
      const [cx, cy] = [width / 2, height / 2];
      const next = Math.min(mostZoom, Math.max(leastZoom, zoom));
      const by = next / before;
      void flow.setViewport({ x: cx - (cx - x) * by, y: cy - (cy - y) * by, zoom: next }, { ...glide() });
    };
    return {
      centre: () => {
        const { transform, width, height } = size();
        const [x, y, zoom] = transform;
        return { x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom };
      },
      reveal: (rect) => {
        const { transform, width, height } = size();
        const [x, y, zoom] = transform;
        const [left, top, right] = [rect.x * zoom + x, rect.y * zoom + y, (rect.x + rect.width) * zoom + x];
        const dx = shift(left, rect.width * zoom, margin, width - margin);
        const cornered = right + dx > width - over.corner.width;
        const floor = height - (cornered ? over.corner.height : over.bottom);
        const dy = shift(top, rect.height * zoom, over.top, floor);
        if (dx !== 0 || dy !== 0) void flow.setViewport({ x: x + dx, y: y + dy, zoom }, { ...glide() });
      },
      // By what is known of the picture: from far React Flow has only some of its nodes.
      fit: (rects) => {
        const all = [...rects];
        const { width, height } = size();
        if (all.length === 0 || width === 0) return;
        const next = getViewportForBounds(boundsOf(all), width, height, leastZoom, 1, around);
        void flow.setViewport(next, { ...glide() });
      },
      now: () => flow.getViewport(),
      open: (rects, start) => {
        const { width, height } = size();
        const all = [...rects.values()];
        if (all.length === 0 || width === 0) return;
        const left = Math.min(...all.map((rect) => rect.x));
        const right = Math.max(...all.map((rect) => rect.x + rect.width));
        const top = Math.min(...all.map((rect) => rect.y));
        const bottom = Math.max(...all.map((rect) => rect.y + rect.height));
        const zoom = Math.min(
          (width - 2 * margin) / (right - left),
          (height - 2 * margin) / (bottom - top),
          1,
        );
        if (zoom >= readable || !start) {
          const x = (width - (left + right) * zoom) / 2;
          void flow.setViewport({ x, y: (height - (top + bottom) * zoom) / 2, zoom });
          return;
        }
        // What stands above the beginning, guardrails say, is shown whole where the beginning then stays clear of
        // the map; else the beginning stands high enough for it to be out of sight.
        const shown = all.filter((rect) => rect.x < start.x + width / opening);
        const whole = over.top + 12 - Math.min(...shown.map((rect) => rect.y)) * opening;
        const clear = (start.y + start.height) * opening + whole < height - over.corner.height - margin;
        const y = clear ? whole : height / 3 - (start.y + start.height / 2) * opening;
        void flow.setViewport({ x: margin - start.x * opening, y, zoom: opening });
      },
      zoomBy: (factor) => zoomAround(size().transform[2] * factor),
      zoomTo: (zoom, about) => {
        if (!about) zoomAround(zoom);
        else {
          const [x, y] = [about.x + about.width / 2, about.y + about.height / 2];
          void flow.setCenter(x, y, { zoom, ...glide() });
        }
      },
      toFlow: (client) => flow.screenToFlowPosition(client, { snapToGrid: false }),
    };
  }, [flow, store]);
}

/** How far to move what begins at `at` for it to lie between the two; its beginning, where there is no room. */
function shift(at: number, extent: number, from: number, to: number): number {
  if (at < from) return from - at;
  return Math.max(Math.min(to - (at + extent), 0), from - at);
}

/** The zoom at which an element of the canvas is seen, by the element itself. */
export function currentZoom(element: Element): number {
  const viewport = element.closest<HTMLElement>('.react-flow__viewport');
  return viewport ? new DOMMatrix(getComputedStyle(viewport).transform).a : 1;
}
