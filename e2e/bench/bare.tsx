// The peer of the canvas benchmark: React Flow with its default nodes and edges and nothing of ours, showing the same
// graph at the same places.
import '@xyflow/react/dist/style.css';
import { Background, Controls, MiniMap, ReactFlow, useEdgesState, useNodesState } from '@xyflow/react';
import { createRoot } from 'react-dom/client';
import type { BareWindow } from './bare-window.ts';

const bare = window as unknown as BareWindow;
const { nodes, links } = bare.picture;

const firstNodes = nodes.map(({ id, x, y }) => ({ id, position: { x, y }, data: { label: id } }));
const firstEdges = links.map(({ source, target }, index) => ({ id: `link${index}`, source, target }));

function Bare() {
  const [shownNodes, , onNodesChange] = useNodesState(firstNodes);
  const [shownEdges, , onEdgesChange] = useEdgesState(firstEdges);
  return (
    <div style={bare.canvas}>
      <ReactFlow
        nodes={shownNodes}
        edges={shownEdges}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onInit={({ setViewport }) => {
          bare.look = (viewport) => void setViewport(viewport);
        }}
        minZoom={0.02}
        fitView
      >
        <Background />
        <Controls />
        <MiniMap />
      </ReactFlow>
    </div>
  );
}

createRoot(document.getElementById('root')!).render(<Bare />);
