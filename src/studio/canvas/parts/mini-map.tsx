import { useReactFlow, useStore } from '@xyflow/react';
import { memo, useMemo, useRef, type PointerEvent } from 'react';
import type { ElementKind } from '../../ui/element-kind.ts';
import type { Flow } from '../flow-from-document.ts';
import { elementKinds } from './element-kinds.ts';

const width = 176;
const height = 112;
const margin = 40;

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The whole procedure at a glance, one path a kind: it is drawn again only when something stands elsewhere. Drag in
 * it to move what the canvas shows.
 */
export const MiniMap = memo(function MiniMap({ flow }: { readonly flow: Flow }) {
  const { rects, elements } = flow;
  const bounds = useMemo(() => boundsOf(rects), [rects]);
  const paths = useMemo(() => {
    const byKind = new Map<ElementKind, string>();
    for (const [key, { content }] of elements) {
      const rect = rects.get(key);
      if (!rect) continue;
      const path = `M${rect.x} ${rect.y}h${rect.width}v${rect.height}h${-rect.width}z`;
      byKind.set(content.kind, (byKind.get(content.kind) ?? '') + path);
    }
    return byKind;
  }, [rects, elements]);
  const svg = useRef<SVGSVGElement>(null);
  const { setCenter, getZoom } = useReactFlow();

  const look = (event: PointerEvent): void => {
    if (event.buttons !== 1 || !svg.current) return;
    const matrix = svg.current.getScreenCTM()?.inverse();
    if (!matrix) return;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
    void setCenter(x, y, { zoom: getZoom() });
  };

  return (
    <svg
      ref={svg}
      className="canvas-minimap"
      // An img element cannot be drawn into.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="img"
      aria-label="Overview"
      width={width}
      height={height}
      viewBox={`${bounds.x} ${bounds.y} ${bounds.width} ${bounds.height}`}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        look(event);
      }}
      onPointerMove={look}
    >
      {elementKinds.map((kind) => (
        <path key={kind} data-kind={kind} d={paths.get(kind) ?? ''} />
      ))}
      <Seen />
    </svg>
  );
});

function Seen() {
  const seen = useStore(
    ({ transform: [x, y, zoom], width, height }) =>
      `M${-x / zoom} ${-y / zoom}h${width / zoom}v${height / zoom}h${-width / zoom}z`,
  );
  return <path className="canvas-minimap-seen" d={seen} vectorEffect="non-scaling-stroke" />;
}

function boundsOf(rects: Flow['rects']): Bounds {
  const all = [...rects.values()];
  if (all.length === 0) return { x: 0, y: 0, width, height };
  const left = Math.min(...all.map((rect) => rect.x)) - margin;
  const top = Math.min(...all.map((rect) => rect.y)) - margin;
  return {
    x: left,
    y: top,
    width: Math.max(...all.map((rect) => rect.x + rect.width)) + margin - left,
    height: Math.max(...all.map((rect) => rect.y + rect.height)) + margin - top,
  };
}
