// The peer of the canvas benchmark: React Flow with its default nodes and nothing of ours, as many and as linked.
import '@xyflow/react/dist/style.css';
import { Background, Controls, MiniMap, ReactFlow, useEdgesState, useNodesState } from '@xyflow/react';
import { createRoot } from 'react-dom/client';

const size = Number(new URLSearchParams(location.search).get('nodes') ?? 200);
const perRow = Math.ceil(Math.sqrt(size));

const nodes = Array.from({ length: size }, (_, index) => ({
  id: `n${index}`,
  position: { x: (index % perRow) * 320, y: Math.floor(index / perRow) * 160 },
  data: { label: `Step ${index}` },
}));
const edges = Array.from({ length: size - 1 }, (_, index) => [
  { id: `a${index}`, source: `n${index}`, target: `n${index + 1}` },
  ...(index % 3 === 0 ? [{ id: `b${index}`, source: `n${index}`, target: `n${(index + 7) % size}` }] : []),
]).flat();

function Bare() {
  const [shownNodes, , onNodesChange] = useNodesState(nodes);
  const [shownEdges, , onEdgesChange] = useEdgesState(edges);
  return (
    <ReactFlow
      nodes={shownNodes}
      edges={shownEdges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      minZoom={0.02}
      fitView
    >
      <Background />
      <Controls />
      <MiniMap />
    </ReactFlow>
  );
}

createRoot(document.getElementById('root')!).render(<Bare />);
