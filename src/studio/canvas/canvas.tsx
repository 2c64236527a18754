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
import { useMedia } from '../ui/use-media.ts';
import { useViewState } from '../session/view-state.ts';
import { MenuOnContext } from '../ui/menu.tsx';
import { useCanvasState, type MenuTarget } from './canvas-state.ts';
import { drawnFlow } from './drawn-flow.ts';
import { ArrowHeads } from './edges/arrow-heads.tsx';
import { LinkEdge } from './edges/link-edge.tsx';
import { TieEdge } from './edges/tie-edge.tsx';
import { isElementKey, noteIdOf, startKey } from './element-key.ts';
import type { FlowEdge, FlowNode } from './flow-types.ts';
import { FarLayer } from './far/far-layer.tsx';
import { readable } from './far/paint.ts';
import { useFarPointer } from './far/use-far-pointer.ts';
import { GesturesContext } from './gestures/gestures-context.ts';
import { usePointerGestures } from './gestures/use-pointer-gestures.ts';
import { ElementNode } from './nodes/element-node.tsx';
import { NoteNode } from './nodes/note-node.tsx';
import { SectionNode } from './nodes/section-node.tsx';
import { StartNode } from './nodes/start-node.tsx';
import { Controls } from './parts/controls.tsx';
import { LinkButtons } from './parts/link-buttons.tsx';
import { Guides } from './parts/guides.tsx';
import { lookEntries, menuEntries } from './parts/menu-entries.tsx';
import { MiniMap } from './parts/mini-map.tsx';
import { NodeCard } from './parts/node-card.tsx';
import { Announcements, ArrangingNotice, BrokenNotice, EmptyCanvas } from './parts/notices.tsx';
import { Palette } from './parts/palette.tsx';
import { Questions } from './parts/questions.tsx';
import { useCanvasCommands } from './use-canvas-commands.ts';
import { useClipboard } from './use-clipboard.ts';
import { useOpen, useOpenCalled } from './use-open-called.ts';
import { useCanvasTools } from './use-canvas-tools.ts';
import { useFlow } from './use-flow.ts';
import { useKeyCommands } from './use-key-commands.ts';
import { useFocusNext, useRevealed } from './use-revealed.ts';
import { leastDetail, lowDetail } from './use-sight.ts';
import { leastZoom, mostZoom, useViewport } from './viewport.ts';

const nodeTypes = { element: ElementNode, start: StartNode, note: NoteNode, section: SectionNode };
const edgeTypes = { link: LinkEdge, tie: TieEdge };
const snapGrid: [number, number] = [4, 4];
const several = ['Shift', 'Meta', 'Control'];
const options = { hideAttribution: true };

const settled: Partial<ReactFlowProps<FlowNode, FlowEdge>> = {
  nodeTypes,
  edgeTypes,
  snapGrid,
  snapToGrid: true,
  minZoom: leastZoom,
  maxZoom: mostZoom,
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
  const { flow, ties, far, current } = useFlow(snapshot);
  const viewport = useViewport();
  const canvas = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => drawnFlow.setState({ flow, current }), [flow, current]);
  const { gestures, keys, layout, tidy, tidySelection } = useCanvasTools(flow, viewport);
  const pointer = usePointerGestures(gestures, viewport);
  const clipboard = useClipboard(canvas, gestures, viewport);
  useCanvasCommands({ gestures, viewport, clipboard, tidy, tidySelection });
  useKeyCommands(keys);
  useRevealed(viewport);
  useFocusNext(canvas, flow, viewport);
  useFarPointer(canvas, viewport, far);

  const lit = useViewState(({ highlight }) => highlight.current !== undefined || highlight.steps.size > 0);
  const gliding = useCanvasState((state) => state.gliding);
  const menu = useCanvasState((state) => state.menu);
  const openCalled = useOpenCalled(flow, menu);
  const openCurrent = useOpen(flow, current);
  const looking = useMedia('(max-width: 640px)');
  const rehearsing = useViewState(({ mode }) => mode === 'simulate');
  const cancel = (): void => layout.cancel();
  const fit = (): void => viewport.fit(flow.places.values());

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || !speaksToCanvas(event.target, event.currentTarget)) return;
    const opens = event.key === 'o' && !event.ctrlKey && !event.metaKey && !event.altKey && openCurrent;
    if (opens) opens.open();
    if (opens || (!looking || looksOnly(event) ? keys.press(event) : false)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  const setting = { gestures, viewport, flow, tidy, tidySelection, clipboard, openCalled };
  const isEmpty = flow.elements.size === 0;

  return (
    <GesturesContext value={gestures}>
      <MenuOnContext entries={looking ? lookEntries(setting) : menuEntries(menu, setting)}>
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
            data-gliding={gliding || undefined}
            tabIndex={0}
            nodes={flow.nodes as FlowNode[]}
            edges={flow.edges as FlowEdge[]}
            nodesDraggable={!looking}
            nodesConnectable={!looking}
            {...pointer.flow}
            onKeyDown={onKeyDown}
            onFocus={rememberFocus}
            onPaneClick={focusCanvas}
          >
            <ArrowHeads />
            <DetailLevel canvas={canvas} far={far} />
            {far && <FarLayer flow={flow} />}
            {!looking && <LinkButtons flow={flow} />}
            <Guides flow={flow} />
            {!isEmpty && !looking && !rehearsing && <Palette />}
            {!isEmpty && (
              <Controls
                viewport={viewport}
                ties={ties}
                hasTies={flow.connections.ties.length > 0}
                fit={fit}
                tidy={looking ? undefined : tidy}
              />
            )}
            {flow.elements.size > 8 && <MiniMap flow={flow} />}
            {isEmpty && flow.notes.size === 0 && <EmptyCanvas />}
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
function DetailLevel({
  canvas,
  far,
}: {
  readonly canvas: RefObject<HTMLElement | null>;
  readonly far: boolean;
}) {
  const detail = useStore(({ transform: [, , zoom] }) =>
    far && zoom < readable ? 'far' : zoom < leastDetail ? 'least' : zoom < lowDetail ? 'low' : 'full',
  );
  useEffect(() => canvas.current?.setAttribute('data-detail', detail), [canvas, detail]);
  return undefined;
}

/** Where the canvas is there to look at, keys move about in it. */
function looksOnly({ key, shiftKey }: KeyboardEvent): boolean {
  return !shiftKey && /^(Arrow\w+|Escape|Enter|[012+=-])$/.test(key);
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
  const beside = target?.closest<HTMLElement>('.react-flow__node-note, .react-flow__node-section');
  const besideKey = beside?.dataset.id;
  if (besideKey !== undefined) return markTarget(besideKey);
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
  if (byKey && current !== undefined)
    return isElementKey(current) ? { on: 'element', key: current, branch: undefined } : markTarget(current);
  return { on: 'pane', at: toFlow({ x: event.clientX, y: event.clientY }) };
}

function markTarget(key: string): MenuTarget {
  return { on: noteIdOf(key) === undefined ? 'section' : 'note', key };
}
