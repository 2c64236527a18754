import type { Connection, EdgeChange, NodeChange, ReactFlowProps } from '@xyflow/react';
import { useMemo, useRef, type DragEvent } from 'react';
import { useViewState } from '../../session/view-state.ts';
import type { Position } from '../../session/procedure-session.ts';
import { ask, useCanvasState } from '../canvas-state.ts';
import { nodeWidth } from '../element-geometry.ts';
import { guardrailIdOf, startKey, stepIdOf } from '../element-key.ts';
import type { FlowEdge, FlowNode } from '../flow-types.ts';
import { draggedKind, elementKinds } from '../parts/element-kinds.ts';
import type { ViewportControl } from '../viewport.ts';
import type { CanvasGestures } from './canvas-gestures.ts';

export interface PointerGestures {
  readonly flow: Partial<ReactFlowProps<FlowNode, FlowEdge>>;
  onDragOver(this: void, event: DragEvent): void;
  onDrop(this: void, event: DragEvent): void;
}

/** The mouse's side of the canvas: React Flow's events become selection, drags or gestures, and nothing else. */
export function usePointerGestures(gestures: CanvasGestures, viewport: ViewportControl): PointerGestures {
  const reconnected = useRef(false);
  return useMemo(() => {
    const finishDrag = (_: unknown, __: unknown, nodes: readonly FlowNode[]): void => {
      const moved = new Map(
        nodes.filter((node) => node.id !== startKey).map((node) => [node.id, node.position] as const),
      );
      gestures.elements.move(moved);
      useCanvasState.setState({ dragged: new Map() });
    };

    const flow: Partial<ReactFlowProps<FlowNode, FlowEdge>> = {
      onNodesChange: applyNodeChanges,
      onEdgesChange: applyEdgeChanges,
      onNodeDoubleClick: (_, node) => {
        if (node.id !== startKey) useCanvasState.setState({ renaming: node.id });
      },
      onNodeDragStop: finishDrag,
      onSelectionDragStop: (event, nodes) => finishDrag(event, undefined, nodes),
      isValidConnection: ({ source, target }) => mayConnect(source, target),
      onConnect: ({ source, sourceHandle, target }: Connection) => {
        gestures.links.connect(source, sourceHandle ?? 'next', target);
      },
      onConnectEnd: (event, state) => {
        if (reconnected.current || state.isValid || !state.fromNode || !state.fromHandle) return;
        if (state.fromHandle.type !== 'source') return;
        const at = pointOf(event);
        const target = nodeUnder(at);
        const port = state.fromHandle.id ?? 'next';
        if (target !== undefined) {
          if (target !== startKey) gestures.links.connect(state.fromNode.id, port, target);
          return;
        }
        const link = gestures.links.linkFrom(state.fromNode.id, port);
        const { x, y } = viewport.toFlow(at);
        // The link's end is where it was let go: the new step begins there.
        if (link) ask({ for: 'kind', link, at: { x: x + nodeWidth / 2, y } });
      },
      onReconnectStart: () => (reconnected.current = true),
      onReconnect: (edge, { source, sourceHandle, target }) => {
        if (edge.type === 'link' && edge.data) {
          gestures.links.reconnect(edge.data.connection.link, source, sourceHandle ?? 'next', target);
        }
      },
      onReconnectEnd: (event, edge, handleType, state) => {
        reconnected.current = false;
        const target = nodeUnder(pointOf(event));
        // `handleType` is the end that stays.
        if (state.isValid || handleType !== 'source' || target === undefined || edge.type !== 'link') return;
        gestures.links.connect(edge.source, edge.sourceHandle ?? 'next', target);
      },
      onEdgeMouseEnter: (_, edge) => {
        if (edge.type === 'link') useCanvasState.setState({ hoveredLink: edge.id });
      },
      onEdgeMouseLeave: () => useCanvasState.setState({ hoveredLink: undefined }),
    };

    return {
      flow,
      onDragOver: (event) => {
        if (!event.dataTransfer.types.includes(draggedKind)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        const hoveredLink = linkUnder(event.target);
        if (useCanvasState.getState().hoveredLink !== hoveredLink) useCanvasState.setState({ hoveredLink });
      },
      onDrop: (event) => {
        const dropped = event.dataTransfer.getData(draggedKind);
        const kind = elementKinds.find((each) => each === dropped);
        if (!kind) return;
        event.preventDefault();
        const key = linkUnder(event.target);
        const link = gestures.performer.flow.connections.links.find((each) => each.key === key)?.link;
        const at = viewport.toFlow({ x: event.clientX, y: event.clientY });
        useCanvasState.setState({ hoveredLink: undefined });
        gestures.add(kind, { at, link: kind === 'guardrail' ? undefined : link });
      },
    };
  }, [gestures, viewport]);
}

function applyNodeChanges(changes: readonly NodeChange<FlowNode>[]): void {
  let dragged: Map<string, Position> | undefined;
  let selection: Set<string> | undefined;
  for (const change of changes) {
    if (change.type === 'position' && change.dragging === true && change.position) {
      dragged ??= new Map(useCanvasState.getState().dragged);
      dragged.set(change.id, change.position);
    }
    if (change.type === 'select' && change.id !== startKey) {
      selection ??= new Set(useViewState.getState().selection);
      if (change.selected) selection.add(change.id);
      else selection.delete(change.id);
    }
  }
  if (dragged) useCanvasState.setState({ dragged });
  if (selection) useViewState.getState().select([...selection], 'canvas');
}

function applyEdgeChanges(changes: readonly EdgeChange<FlowEdge>[]): void {
  for (const change of changes) {
    if (change.type !== 'select') continue;
    const { selectedLink } = useCanvasState.getState();
    if (change.selected) useCanvasState.setState({ selectedLink: change.id });
    else if (selectedLink === change.id) useCanvasState.setState({ selectedLink: undefined });
  }
}

function mayConnect(source: string, target: string): boolean {
  return (
    stepIdOf(target) !== undefined &&
    (guardrailIdOf(source) !== undefined || stepIdOf(source) !== undefined || source === startKey)
  );
}

function pointOf(event: globalThis.MouseEvent | TouchEvent): Position {
  const point = 'changedTouches' in event ? event.changedTouches[0]! : event;
  return { x: point.clientX, y: point.clientY };
}

function nodeUnder({ x, y }: Position): string | undefined {
  const node = document.elementFromPoint(x, y)?.closest('.react-flow__node');
  return node?.getAttribute('data-id') ?? undefined;
}

function linkUnder(target: EventTarget): string | undefined {
  const edge = target instanceof Element ? target.closest('.react-flow__edge-link') : undefined;
  return edge?.getAttribute('data-id') ?? undefined;
}
