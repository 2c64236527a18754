import { ReactFlow, useStore, type ReactFlowProps } from '@xyflow/react';
import { useEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { useSession, useSnapshot } from '../session/session-context.tsx';
import { MenuOnContext } from '../ui/menu.tsx';
import { forgetCanvasState, useCanvasState, type MenuTarget } from './canvas-state.ts';
import { ArrowHeads } from './edges/arrow-heads.tsx';
import { LinkEdge } from './edges/link-edge.tsx';
import { TieEdge } from './edges/tie-edge.tsx';
import { startKey } from './element-key.ts';
import type { FlowEdge, FlowNode } from './flow-types.ts';
import { CanvasGestures } from './gestures/canvas-gestures.ts';
import { CanvasKeys } from './gestures/canvas-keys.ts';
import { GesturesContext } from './gestures/gestures-context.ts';
import { usePointerGestures } from './gestures/use-pointer-gestures.ts';
import { useAutomaticLayout } from './layout/use-automatic-layout.ts';
import { ElementNode } from './nodes/element-node.tsx';
import { StartNode } from './nodes/start-node.tsx';
import { Controls } from './parts/controls.tsx';
import { LinkButtons } from './parts/link-buttons.tsx';
import { menuEntries } from './parts/menu-entries.tsx';
import { MiniMap } from './parts/mini-map.tsx';
import { NodeCard } from './parts/node-card.tsx';
import { Announcements, ArrangingNotice, BrokenNotice, EmptyCanvas } from './parts/notices.tsx';
import { Palette } from './parts/palette.tsx';
import { Questions } from './parts/questions.tsx';
import { useFlow } from './use-flow.ts';
import { useFocusNext, useRevealed } from './use-revealed.ts';
import { useViewport } from './viewport.ts';

const nodeTypes = { element: ElementNode, start: StartNode };
const edgeTypes = { link: LinkEdge, tie: TieEdge };
/** From here on drawing only what is seen pays. */
const many = 150;
/** Below this zoom nodes show their titles alone. */
const lowDetail = 0.5;
const snapGrid: [number, number] = [4, 4];
const several = ['Shift', 'Meta', 'Control'];
const options = { hideAttribution: true };

const settled: Partial<ReactFlowProps<FlowNode, FlowEdge>> = {
  nodeTypes,
  edgeTypes,
  snapGrid,
  snapToGrid: true,
  minZoom: 0.05,
  maxZoom: 2,
  panOnScroll: true,
  zoomOnDoubleClick: false,
  disableKeyboardA11y: true,
  nodesFocusable: true,
  edgesFocusable: false,
  edgesReconnectable: false,
  elevateNodesOnSelect: false,
  deleteKeyCode: null,
  selectionKeyCode: 'Shift',
  multiSelectionKeyCode: several,
  connectionRadius: 28,
  nodeDragThreshold: 3,
  proOptions: options,
};

export function Canvas() {
  const session = useSession();
  const snapshot = useSnapshot();
  const { flow, ties, current } = useFlow(snapshot);
  const viewport = useViewport();
  const canvas = useRef<HTMLDivElement>(null);
  const latest = useRef({ flow, current });
  latest.current = { flow, current };

  const gestures = useMemo(
    () => new CanvasGestures({ session, flow: () => latest.current.flow, centre: viewport.centre }),
    [session, viewport],
  );
  const keys = useMemo(
    () => new CanvasKeys(gestures, viewport, () => latest.current.current),
    [gestures, viewport],
  );
  const pointer = usePointerGestures(gestures, viewport);
  const arranged = useRef(false);
  const layout = useAutomaticLayout(flow, () => (arranged.current = true));
  useEffect(() => forgetCanvasState, [session]);
  useRevealed(flow, viewport);
  useFocusNext(canvas, flow, viewport);

  const placed = flow.rects.size > 0;
  const size = useStore((state) => state.width > 0);
  const opened = useRef(false);
  useEffect(() => {
    if (!size || !placed || (opened.current && !arranged.current)) return;
    opened.current = true;
    arranged.current = false;
    viewport.open(flow.rects, flow.rects.get(startKey));
  }, [size, placed, flow.rects, viewport]);

  const menu = useCanvasState((state) => state.menu);
  const setting = { gestures, viewport, flow, tidy: layout.tidy };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || !speaksToCanvas(event.target, event.currentTarget)) return;
    if (keys.press(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  return (
    <GesturesContext value={gestures}>
      <MenuOnContext entries={menuEntries(menu, setting)}>
        {/* A canvas is driven by keys of its own; that is what the role is for. */}
        <div
          ref={canvas}
          role="application"
          aria-label="Canvas"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          className="canvas nokey"
          data-ties={ties}
          onKeyDown={onKeyDown}
          onFocus={rememberFocus}
          onContextMenuCapture={(event) => chooseMenu(event, viewport.toFlow, current)}
          onDragOver={pointer.onDragOver}
          onDrop={pointer.onDrop}
        >
          <ReactFlow<FlowNode, FlowEdge>
            {...settled}
            nodes={flow.nodes as FlowNode[]}
            edges={flow.edges as FlowEdge[]}
            onlyRenderVisibleElements={flow.nodes.length > many}
            {...pointer.flow}
            onNodeDoubleClick={(_, node) =>
              node.id !== startKey && useCanvasState.setState({ renaming: node.id })
            }
            onPaneClick={() => canvas.current?.focus({ preventScroll: true })}
          >
            <ArrowHeads />
            <DetailLevel canvas={canvas} />
            <LinkButtons flow={flow} />
          </ReactFlow>
          {flow.elements.size > 0 && <Palette />}
          {flow.elements.size > 0 && (
            <Controls
              viewport={viewport}
              ties={ties}
              hasTies={flow.connections.ties.length > 0}
              tidy={layout.tidy}
            />
          )}
          {flow.elements.size > 8 && <MiniMap flow={flow} />}
          {flow.elements.size === 0 && <EmptyCanvas />}
          <div className="canvas-notices">
            <BrokenNotice document={snapshot.document} />
            <ArrangingNotice cancel={layout.cancel} />
          </div>
          <Announcements />
        </div>
      </MenuOnContext>
      <NodeCard canvas={canvas} flow={flow} document={snapshot.document} />
      <Questions flow={flow} />
    </GesturesContext>
  );
}

/** Written to the element, not to React: crossing the threshold renders no node again. */
function DetailLevel({ canvas }: { readonly canvas: { readonly current: HTMLElement | null } }) {
  const detail = useStore((state) => (state.transform[2] < lowDetail ? 'low' : 'full'));
  useEffect(() => canvas.current?.setAttribute('data-detail', detail), [canvas, detail]);
  return undefined;
}

/** Keys belong to the canvas itself and its nodes; inputs, buttons and toolbars have their own. */
function speaksToCanvas(target: EventTarget, canvas: EventTarget): boolean {
  if (target === canvas) return true;
  return target instanceof HTMLElement && target.classList.contains('react-flow__node');
}

function rememberFocus({ target }: { readonly target: EventTarget }): void {
  const key =
    target instanceof HTMLElement && target.classList.contains('react-flow__node') && target.dataset.id;
  if (key && key !== startKey) useCanvasState.setState({ focused: key });
}

function chooseMenu(
  event: MouseEvent,
  toFlow: (at: { x: number; y: number }) => { x: number; y: number },
  current: string | undefined,
): void {
  useCanvasState.setState({ menu: menuTarget(event, toFlow, current) });
}

function menuTarget(
  event: MouseEvent,
  toFlow: (at: { x: number; y: number }) => { x: number; y: number },
  current: string | undefined,
): MenuTarget {
  const target = event.target instanceof Element ? event.target : undefined;
  const node = target?.closest('.react-flow__node-element');
  const row = target?.closest<HTMLElement>('[data-branch]');
  if (node) {
    const branch = row?.dataset.branch;
    const key = node.getAttribute('data-id') ?? '';
    return { on: 'element', key, branch: branch === undefined ? undefined : Number(branch) };
  }
  const edge = target?.closest('.react-flow__edge');
  const id = edge?.getAttribute('data-id');
  if (edge && id) return { on: edge.classList.contains('react-flow__edge-tie') ? 'tie' : 'link', key: id };
  // The menu key on the canvas itself speaks of the current element.
  const byKey = event.target === event.currentTarget && event.button !== 2;
  if (byKey && current !== undefined) return { on: 'element', key: current, branch: undefined };
  return { on: 'pane', at: toFlow({ x: event.clientX, y: event.clientY }) };
}
