import type { Connection, EdgeChange, NodeChange, ReactFlowProps } from '@xyflow/react';
import { useMemo, useRef, type DragEvent } from 'react';
import type { Position } from '../../session/procedure-session.ts';
import { ask, useCanvasState } from '../canvas-state.ts';
import { currentFlow } from '../drawn-flow.ts';
import { nodeWidth } from '../element-geometry.ts';
import { guardrailIdOf, isElementKey, sectionIdOf, startKey, stepIdOf } from '../element-key.ts';
import type { FlowEdge, FlowNode } from '../flow-types.ts';
import { draggedKind, elementKinds } from '../parts/element-kinds.ts';
import type { ViewportControl } from '../viewport.ts';
import { arrangementOf } from './arrange-gestures.ts';
import type { CanvasGestures } from './canvas-gestures.ts';
import { endDrag, followDrag, forgetDrag } from './dragging.ts';
import { linkAtPlace } from './hit.ts';
import { selectedKeys, selectKeys } from './picked.ts';

export interface PointerGestures {
  readonly flow: Partial<ReactFlowProps<FlowNode, FlowEdge>>;
  onDragOver(this: void, event: DragEvent): void;
  onDrop(this: void, event: DragEvent): void;
}

/** How near on the screen a link takes what is dropped. */
const reach = 14;

/** The mouse's side of the canvas: React Flow's events become selection, drags or gestures, and nothing else. */
export function usePointerGestures(gestures: CanvasGestures, viewport: ViewportControl): PointerGestures {
  const reconnected = useRef(false);
  /** Alt is held: nothing pulls. */
  const free = useRef(false);
  return useMemo(() => {
    const finishDrag = (): void => {
      const { places, link } = endDrag();
      const found = gestures.performer.flow.connections.links.find(({ key }) => key === link)?.link;
      const [step] = [...places.keys()].map((key) => stepIdOf(key));
      const done =
        found !== undefined &&
        step !== undefined &&
        gestures.links.putOn(found, step, arrangementOf(places, currentFlow()));
      if (!done) gestures.arrange.move(places);
      forgetDrag();
    };
    const linkUnder = (client: Position): string | undefined => {
      const { zoom } = viewport.now();
      return linkAtPlace(currentFlow().picture.edges, viewport.toFlow(client), reach / zoom);
    };

    const flow: Partial<ReactFlowProps<FlowNode, FlowEdge>> = {
      onNodesChange: (changes) => applyNodeChanges(changes, viewport.now().zoom, free.current),
      onEdgesChange: applyEdgeChanges,
      onNodeDoubleClick: (_, node) => {
        if (node.id !== startKey) useCanvasState.setState({ renaming: node.id });
      },
      onNodeDrag: (event) => (free.current = 'altKey' in event && event.altKey),
      onNodeDragStop: finishDrag,
      onSelectionDragStop: finishDrag,
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
          if (isElementKey(target)) gestures.links.connect(state.fromNode.id, port, target);
          return;
        }
        const link = gestures.links.linkFrom(state.fromNode.id, port);
        const { x, y } = viewport.toFlow(at);
        // The link's end is where it was let go: the new step begins there.
        if (link) ask({ for: 'kind', link, at: { x: x + nodeWidth / 2, y }, leads: true });
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
        if (edge.type === 'link' && edge.data?.connection.joined === undefined)
          useCanvasState.setState({ hoveredLink: edge.id });
      },
      onEdgeMouseLeave: () => useCanvasState.setState({ hoveredLink: undefined }),
    };

    return {
      flow,
      onDragOver: (event) => {
        if (!event.dataTransfer.types.includes(draggedKind)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        const dropLink = linkUnder({ x: event.clientX, y: event.clientY });
        if (useCanvasState.getState().dropLink !== dropLink) useCanvasState.setState({ dropLink });
      },
      onDrop: (event) => {
        const dropped = event.dataTransfer.getData(draggedKind);
        useCanvasState.setState({ dropLink: undefined });
        const client = { x: event.clientX, y: event.clientY };
        const at = viewport.toFlow(client);
        if (dropped === 'note') {
          event.preventDefault();
          gestures.notes.add(at);
        }
        const kind = elementKinds.find((each) => each === dropped);
        if (!kind) return;
        event.preventDefault();
        const key = linkUnder(client);
        const link = gestures.performer.flow.connections.links.find((each) => each.key === key)?.link;
        gestures.add(kind, { at, link: kind === 'guardrail' ? undefined : link });
      },
    };
  }, [gestures, viewport]);
}

function applyNodeChanges(changes: readonly NodeChange<FlowNode>[], zoom: number, free: boolean): void {
  let raw: Map<string, Position> | undefined;
  let selection: Set<string> | undefined;
  for (const change of changes) {
    if (change.type === 'position' && change.dragging === true && change.position) {
      raw ??= new Map();
      raw.set(change.id, change.position);
    }
    if (change.type === 'select' && change.id !== startKey) {
      selection ??= new Set(selectedKeys());
      if (change.selected) selection.add(change.id);
      else selection.delete(change.id);
    }
  }
  if (raw) followDrag(raw, zoom, free);
  if (selection) selectKeys([...selection]);
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
    sectionIdOf(source) === undefined &&
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
