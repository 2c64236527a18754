import { ReactFlow, useStore, type ReactFlowProps } from '@xyflow/react';
import {
  useEffect,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react';
import { useSnapshot } from '../session/session-context.tsx';
import { useViewState } from '../session/view-state.ts';
import { MenuOnContext } from '../ui/menu.tsx';
import { useCanvasState, type MenuTarget } from './canvas-state.ts';
import { drawnFlow } from './drawn-flow.ts';
import { ArrowHeads } from './edges/arrow-heads.tsx';
import { LinkEdge } from './edges/link-edge.tsx';
import { TieEdge } from './edges/tie-edge.tsx';
import { startKey } from './element-key.ts';
import type { FlowEdge, FlowNode } from './flow-types.ts';
import { GesturesContext } from './gestures/gestures-context.ts';
import { usePointerGestures } from './gestures/use-pointer-gestures.ts';
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
import { useCanvasTools } from './use-canvas-tools.ts';
import { useFlow } from './use-flow.ts';
import { useFocusNext, useRevealed } from './use-revealed.ts';
import { useViewport } from './viewport.ts';

const nodeTypes = { element: ElementNode, start: StartNode };
const edgeTypes = { link: LinkEdge, tie: TieEdge };
/** From here on drawing only what is seen pays. */
const many = 150;
/** Below these zooms nodes show their titles alone, and those larger. */
const lowDetail = 0.5;
const leastDetail = 0.34;
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
  const snapshot = useSnapshot();
  const { flow, ties, current } = useFlow(snapshot);
  const viewport = useViewport();
  const canvas = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => drawnFlow.setState({ flow, current }), [flow, current]);
  const { gestures, keys, layout } = useCanvasTools(flow, viewport);
  const pointer = usePointerGestures(gestures, viewport);
  useRevealed(viewport);
  useFocusNext(canvas, flow, viewport);

  const lit = useViewState(({ highlight }) => highlight.current !== undefined || highlight.steps.size > 0);
  const menu = useCanvasState((state) => state.menu);
  const tidy = (): void => layout.tidy(flow);
  const cancel = (): void => layout.cancel();

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || !speaksToCanvas(event.target, event.currentTarget)) return;
    if (keys.press(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  return (
    <GesturesContext value={gestures}>
      <MenuOnContext entries={menuEntries(menu, { gestures, viewport, flow, tidy })}>
        <div
          className="h-full"
          onContextMenuCapture={(event) => chooseMenu(event, viewport.toFlow, current)}
          onDragOver={pointer.onDragOver}
          onDrop={pointer.onDrop}
        >
          <ReactFlow<FlowNode, FlowEdge>
            {...settled}
            ref={canvas}
            className="canvas nokey"
            aria-label="Canvas"
            data-lit={lit || undefined}
            tabIndex={0}
            nodes={flow.nodes as FlowNode[]}
            edges={flow.edges as FlowEdge[]}
            onlyRenderVisibleElements={flow.nodes.length > many}
            {...pointer.flow}
            onKeyDown={onKeyDown}
            onFocus={rememberFocus}
            onPaneClick={focusCanvas}
          >
            <ArrowHeads />
            <DetailLevel canvas={canvas} />
            <LinkButtons flow={flow} />
            {flow.elements.size > 0 && <Palette />}
            {flow.elements.size > 0 && (
              <Controls
                viewport={viewport}
                ties={ties}
                hasTies={flow.connections.ties.length > 0}
                tidy={tidy}
              />
            )}
            {flow.elements.size > 8 && <MiniMap flow={flow} />}
            {flow.elements.size === 0 && <EmptyCanvas />}
            <div className="canvas-notices">
              <BrokenNotice document={snapshot.document} />
              <ArrangingNotice cancel={cancel} />
            </div>
            <Announcements />
          </ReactFlow>
        </div>
      </MenuOnContext>
      <NodeCard canvas={canvas} flow={flow} />
      <Questions flow={flow} />
    </GesturesContext>
  );
}

/** Handlers given to React Flow stay the same: a new one renders every node again. */
function focusCanvas({ target }: { readonly target: EventTarget }): void {
  if (target instanceof Element) target.closest<HTMLElement>('.canvas')?.focus({ preventScroll: true });
}

/** Written to the element, not to React: crossing the threshold renders no node again. */
function DetailLevel({ canvas }: { readonly canvas: RefObject<HTMLElement | null> }) {
  const detail = useStore(({ transform: [, , zoom] }) =>
    zoom < leastDetail ? 'least' : zoom < lowDetail ? 'low' : 'full',
  );
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
  const byKey = target?.classList.contains('canvas') && event.button !== 2;
  if (byKey && current !== undefined) return { on: 'element', key: current, branch: undefined };
  return { on: 'pane', at: toFlow({ x: event.clientX, y: event.clientY }) };
}
