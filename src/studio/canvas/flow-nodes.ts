import { Position as Side, type NodeHandle } from '@xyflow/react';
import type { Position } from '../session/procedure-session.ts';
import type { Highlight } from '../session/view-state.ts';
import { elementWord } from '../ui/element-kind.ts';
import type { CanvasElement } from './canvas-elements.ts';
import { startMarker, type ElementShape } from './element-geometry.ts';
import { startKey, stepIdOf } from './element-key.ts';
import { sectionShape } from './sections/section-boxes.ts';
import type { ElementNode, FlowNode, Light, StartNode } from './flow-types.ts';

/** Side of a port's box; its middle lies on the node's edge. */
export const portSize = 10;
/** Port ids that are not links: where links arrive, where ties leave and arrive. */
export const inPort = 'in';
export const tiePort = 'tie';
export const tiedPort = 'tied';

interface NodeInput {
  readonly element: CanvasElement;
  readonly position: Position;
  readonly selected: boolean;
  readonly tabStop: boolean;
  readonly renaming: boolean;
  readonly light: Light | undefined;
  readonly found: boolean;
  readonly tieable: boolean;
}

export function elementNode(input: NodeInput, before: FlowNode | undefined): ElementNode {
  const { element, position, selected, tabStop, renaming, light, found, tieable } = input;
  if (
    before?.type === 'element' &&
    before.data.element === element &&
    before.data.light === light &&
    before.data.renaming === renaming &&
    before.data.found === found &&
    before.data.tieable === tieable &&
    before.selected === selected &&
    (before.domAttributes?.tabIndex === 0) === tabStop &&
    before.position.x === position.x &&
    before.position.y === position.y
  ) {
    return before;
  }
  const { shape } = element;
  const known = before?.type === 'element' ? before : undefined;
  const sameShape = known?.data.element.shape === shape && known.data.tieable === tieable;
  const sameData =
    known &&
    known.data.element === element &&
    known.data.light === light &&
    known.data.renaming === renaming &&
    known.data.found === found &&
    known.data.tieable === tieable;
  return {
    id: element.key,
    type: 'element',
    position: { x: position.x, y: position.y },
    data: sameData ? known.data : { element, light, renaming, found, tieable },
    selected,
    width: shape.width,
    height: shape.height,
    measured: { width: shape.width, height: shape.height },
    handles:
      sameShape && known.handles
        ? known.handles
        : handlesOf(shape, element.content.kind === 'guardrail', tieable),
    ariaLabel: `${elementWord[element.content.kind]} ${element.content.id}`,
    domAttributes: attributesOf(element, tabStop),
  };
}

export function startNode(at: Position, inY: number, before: FlowNode | undefined): StartNode {
  const x = at.x - startMarker.gap - startMarker.width;
  const y = at.y + inY - startMarker.height / 2;
  if (before?.type === 'start' && before.position.x === x && before.position.y === y) return before;
  const { width, height } = startMarker;
  return {
    id: startKey,
    type: 'start',
    position: { x, y },
    data: {},
    width,
    height,
    measured: { width, height },
    handles: [handle('next', 'source', Side.Right, width, height / 2)],
    draggable: false,
    selectable: false,
    focusable: false,
    ariaRole: 'img',
    ariaLabel: 'Start',
  };
}

export function lightOfStep(key: string, highlight: Highlight): Light | undefined {
  if (highlight.steps.size === 0 && highlight.current === undefined) return undefined;
  const id = stepIdOf(key);
  if (id === undefined) return 'off';
  return id === highlight.current ? 'on' : highlight.steps.has(id) ? 'through' : 'off';
}

function handlesOf(shape: ElementShape, isGuardrail: boolean, tieable: boolean): NodeHandle[] {
  const { width, height, inY, ports } = shape;
  if (isGuardrail) return [handle(tiePort, 'source', Side.Bottom, width / 2, height)];
  return [
    handle(inPort, 'target', Side.Left, 0, inY),
    ...(tieable ? [handle(tiedPort, 'target', Side.Top, width / 2, 0)] : []),
    ...ports.map(({ id, y }) => handle(id, 'source', Side.Right, width, y)),
  ];
}

/** Of a collapsed section. */
export const sectionHandles: NodeHandle[] = handlesOf(sectionShape, false, true);

function handle(id: string, type: 'source' | 'target', position: Side, x: number, y: number): NodeHandle {
  return { id, type, position, x: x - portSize / 2, y: y - portSize / 2, width: portSize, height: portSize };
}

/** Coming to the canvas, the keyboard goes to the node that Tab reaches. */
function attributesOf(element: CanvasElement, tabStop: boolean): NonNullable<FlowNode['domAttributes']> {
  return {
    tabIndex: tabStop ? 0 : -1,
    'aria-description': describe(element),
    ...(tabStop && { 'data-panel-focus': '' }),
  };
}

function describe({ content, errors, warnings, broken }: CanvasElement): string {
  const branches = content.rows.filter((row) => row.tone === 'branch').length;
  const parts = [
    content.title,
    content.substance,
    content.kind === 'decision' ? counted(branches, 'branch', 'branches') : undefined,
    errors > 0 ? counted(errors, 'error', 'errors') : undefined,
    warnings > 0 ? counted(warnings, 'warning', 'warnings') : undefined,
    broken,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
