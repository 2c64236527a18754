import { useStore, ViewportPortal } from '@xyflow/react';
import { useCanvasState } from '../canvas-state.ts';
import type { Flow } from '../flow-from-document.ts';
import { routePath } from '../routing/route-path.ts';

/** What a drag lines up with, and the link that it would put its step on. */
export function Guides({ flow }: { readonly flow: Flow }) {
  const guides = useCanvasState((state) => state.guides);
  const dropLink = useCanvasState((state) => state.dropLink);
  const zoom = useStore((state) => (guides.length > 0 ? state.transform[2] : 1));
  const edge = dropLink === undefined ? undefined : flow.picture.edges.find(({ id }) => id === dropLink);
  const points = edge?.type === 'link' ? edge.data?.points : undefined;
  if (guides.length === 0 && !points) return undefined;
  return (
    <ViewportPortal>
      <svg className="canvas-guides" aria-hidden width="1" height="1">
        {points && <path className="drop-link" d={routePath(points)} />}
        {guides.map(({ vertical, at, from, to }) => (
          <path
            key={`${vertical} ${at}`}
            className="guide"
            strokeWidth={1 / zoom}
            d={vertical ? `M${at} ${from}V${to}` : `M${from} ${at}H${to}`}
          />
        ))}
      </svg>
    </ViewportPortal>
  );
}
