import { Handle, Position as Side } from '@xyflow/react';
import { memo } from 'react';

/** Where every run begins. It stands beside the first step and moves with it. */
export const StartNode = memo(function StartNode() {
  return (
    <div className="start-marker">
      Start
      <Handle id="next" type="source" position={Side.Right} className="port port-out" />
    </div>
  );
});
