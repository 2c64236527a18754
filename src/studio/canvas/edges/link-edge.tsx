import type { EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { portSize } from '../flow-nodes.ts';
import type { LinkEdge as LinkEdgeType } from '../flow-types.ts';
import type { Point } from '../routing/route-links.ts';
import { plainRoute, routePath } from '../routing/route-path.ts';

/** One path a link. Its route holds for the ends it was made for; while one of them is dragged it goes the plain way. */
export const LinkEdge = memo(function LinkEdge({
  data,
  sourceX,
  sourceY,
  targetX,
  targetY,
}: EdgeProps<LinkEdgeType>) {
  const from = { x: sourceX - portSize / 2, y: sourceY };
  const to = { x: targetX + portSize / 2, y: targetY };
  const known = data?.points ?? [];
  const points = same(known[0], from) && same(known.at(-1), to) ? known : plainRoute(from, to);
  const path = routePath(points);
  return (
    <>
      <path className="link-path" data-light={data?.light} d={path} />
      <path
        className="react-flow__edge-interaction"
        d={path}
        fill="none"
        strokeOpacity={0}
        strokeWidth={16}
      />
    </>
  );
});

function same(a: Point | undefined, b: Point): boolean {
  return a !== undefined && Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) < 1;
}
