import '@xyflow/react/dist/base.css';
import './canvas.css';
import { ReactFlowProvider } from '@xyflow/react';
import { Canvas } from './canvas.tsx';

/** The procedure as a picture that can be worked on. Session and view state come from the context around it. */
export function CanvasPanel() {
  return (
    <ReactFlowProvider>
      <Canvas />
    </ReactFlowProvider>
  );
}
