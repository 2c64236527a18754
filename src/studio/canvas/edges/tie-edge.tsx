import type { EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { portSize } from '../flow-nodes.ts';
import type { TieEdge as TieEdgeType } from '../flow-types.ts';

/** From a guardrail down to what it governs: a dashed curve, so that nobody takes it for a way to go. */
export const TieEdge = memo(function TieEdge({ sourceX, sourceY, targetX, targetY }: EdgeProps<TieEdgeType>) {
  const [top, bottom] = [sourceY - portSize / 2, targetY + portSize / 2];
  const lift = Math.max(32, Math.min(140, Math.abs(bottom - top) / 2));
  const path = `M${sourceX} ${top}C${sourceX} ${top + lift} ${targetX} ${bottom - lift} ${targetX} ${bottom}`;
  return (
    <>
      <path className="tie-path" d={path} />
      <path
        className="react-flow__edge-interaction"
        d={path}
        fill="none"
        strokeOpacity={0}
        strokeWidth={12}
      />
    </>
  );
});
