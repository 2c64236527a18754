import type { Position } from '../../session/procedure-session.ts';
import { useCanvasPreferences } from '../canvas-preferences.ts';
import { useCanvasState } from '../canvas-state.ts';
import { currentFlow } from '../drawn-flow.ts';
import type { Rect } from '../element-geometry.ts';
import { sectionIdOf, startKey, stepIdOf } from '../element-key.ts';
import type { Flow } from '../flow-from-document.ts';
import { boundsOf } from '../sections/section-boxes.ts';
import { linkAtPlace } from './hit.ts';
import { snapTo, snapToGrid, type Snappable } from './snap.ts';

/** How near on the screen an edge pulls, and a link takes a step. */
const pull = 6;
const drop = 14;

/**
 * What React Flow reports of a drag as what is drawn: on the grid, pulled by what stands around; a section brings its
 * members along. `raw` are the places that the pointer alone would make.
 */
export function followDrag(raw: ReadonlyMap<string, Position>, zoom: number, free: boolean): void {
  const flow = currentFlow();
  const moved = withSections(raw, flow);
  const [first] = moved.keys();
  if (first === undefined) return;
  const { snap } = useCanvasPreferences.getState();
  const snapped = snap && !free ? pulled(moved, flow, pull / zoom) : { by: { x: 0, y: 0 }, guides: [] };
  const dragged = new Map<string, Position>();
  for (const [key, { x, y }] of moved) dragged.set(key, { x: x + snapped.by.x, y: y + snapped.by.y });
  useCanvasState.setState({ dragged, guides: snapped.guides, dropLink: linkFor(dragged, flow, zoom) });
}

/** What was dragged where, once it is let go; the picture keeps it until the session has it. */
export function endDrag(): {
  readonly places: ReadonlyMap<string, Position>;
  readonly link: string | undefined;
} {
  const { dragged, dropLink } = useCanvasState.getState();
  return { places: dragged, link: dropLink };
}

export function forgetDrag(): void {
  useCanvasState.setState({ dragged: new Map(), guides: [], dropLink: undefined });
}

function withSections(
  raw: ReadonlyMap<string, Position>,
  { boxes, rects }: Flow,
): ReadonlyMap<string, Position> {
  const moved = new Map<string, Position>();
  for (const [key, at] of raw) {
    if (key === startKey) continue;
    if (sectionIdOf(key) === undefined) {
      moved.set(key, at);
      continue;
    }
    const box = boxes.find((each) => each.key === key);
    if (!box) continue;
    for (const member of box.members) {
      const rect = rects.get(member);
      if (rect) moved.set(member, { x: rect.x + at.x - box.rect.x, y: rect.y + at.y - box.rect.y });
    }
  }
  return moved;
}

function pulled(moved: ReadonlyMap<string, Position>, flow: Flow, reach: number): ReturnType<typeof snapTo> {
  const sized = [...moved].flatMap(([key, at]): Snappable[] => {
    const rect = flow.rects.get(key) ?? flow.places.get(key);
    return rect ? [{ ...rect, ...at }] : [];
  });
  if (sized.length === 0) return { by: { x: 0, y: 0 }, guides: [] };
  const [only] = moved.keys();
  const inY = moved.size === 1 ? flow.elements.get(only!)?.shape.inY : undefined;
  const bounds: Snappable = { ...boundsOf(sized), inY };
  const snapped = snapTo(bounds, neighbours(moved, flow, bounds), reach);
  const grid = snapToGrid({ x: bounds.x, y: bounds.y });
  const by = {
    x: snapped.guides.some((guide) => guide.vertical) ? snapped.by.x : grid.x - bounds.x,
    y: snapped.guides.some((guide) => !guide.vertical) ? snapped.by.y : grid.y - bounds.y,
  };
  return { by, guides: snapped.guides };
}

/** Further away than this nothing looks in line. */
const near = 1400;

function* neighbours(
  moved: ReadonlyMap<string, Position>,
  { places, elements }: Flow,
  around: Rect,
): Generator<Snappable> {
  for (const [key, rect] of places) {
    if (moved.has(key) || key === startKey) continue;
    if (Math.abs(rect.x - around.x) > near || Math.abs(rect.y - around.y) > near) continue;
    yield { ...rect, inY: elements.get(key)?.shape.inY };
  }
}

/** The link that a loose step, dragged alone, has come to lie on. */
function linkFor(dragged: ReadonlyMap<string, Position>, flow: Flow, zoom: number): string | undefined {
  const [key] = dragged.keys();
  if (dragged.size !== 1 || key === undefined || stepIdOf(key) === undefined) return undefined;
  const rect = flow.rects.get(key);
  const shape = flow.elements.get(key)?.shape;
  const goesOn = shape?.ports.some(({ id }) => id === 'next' || id === 'otherwise');
  if (!rect || !shape || goesOn !== true) return undefined;
  const { links } = flow.connections;
  const isWired = links.some(
    (link) =>
      link.target === key || (link.source === key && (link.port === 'next' || link.port === 'otherwise')),
  );
  if (isWired) return undefined;
  const at = dragged.get(key)!;
  const middle = { x: at.x + rect.width / 2, y: at.y + shape.inY };
  const reach = Math.max(drop / zoom, rect.height / 2 - 8);
  return linkAtPlace(flow.picture.edges, middle, reach, (edge) => edge.source !== key);
}
