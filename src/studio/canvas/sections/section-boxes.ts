import type { Section } from '../../session/arrangement.ts';
import { nodeWidth, startMarker, type ElementShape, type Rect } from '../element-geometry.ts';
import { sectionKey, startKey } from '../element-key.ts';

/** A section with at least one member on the canvas. */
export interface SectionBox {
  readonly key: string;
  readonly id: string;
  readonly title: string;
  readonly collapsed: boolean;
  /** The members that are on the canvas, in their own order. */
  readonly members: readonly string[];
  readonly rect: Rect;
}

/** Of a collapsed section, as of any node. */
export const sectionShape: ElementShape = {
  width: nodeWidth,
  height: 56,
  inY: 28,
  ports: [{ id: 'joined', y: 28 }],
};

export const sectionHead = 28;
const padding = 20;

/** The first collapsed section that an element is in hides it. */
export function boxesOf(
  sections: ReadonlyMap<string, Section>,
  rectOf: (key: string) => Rect | undefined,
): readonly SectionBox[] {
  return [...sections].flatMap(([id, { title, collapsed, members }]): SectionBox[] => {
    const present = members.filter((key) => rectOf(key) !== undefined);
    if (present.length === 0) return [];
    const bounds = boundsOf(present.map((key) => rectOf(key)!));
    return [
      { key: sectionKey(id), id, title, collapsed, members: present, rect: boxAround(bounds, collapsed) },
    ];
  });
}

export function boxAround(bounds: Rect, collapsed: boolean): Rect {
  if (collapsed) return { x: bounds.x, y: bounds.y, width: sectionShape.width, height: sectionShape.height };
  return {
    x: bounds.x - padding,
    y: bounds.y - padding - sectionHead,
    width: bounds.width + 2 * padding,
    height: bounds.height + 2 * padding + sectionHead,
  };
}

export function boundsOf(rects: readonly Rect[]): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const rect of rects) {
    left = Math.min(left, rect.x);
    top = Math.min(top, rect.y);
    right = Math.max(right, rect.x + rect.width);
    bottom = Math.max(bottom, rect.y + rect.height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** By element the section that hides it. */
export function hiddenBy(boxes: readonly SectionBox[]): ReadonlyMap<string, string> {
  const hidden = new Map<string, string>();
  for (const box of boxes) {
    if (!box.collapsed) continue;
    for (const key of box.members) if (!hidden.has(key)) hidden.set(key, box.key);
  }
  return hidden;
}

export function startRect(at: { readonly x: number; readonly y: number }, inY: number): Rect {
  const { width, height, gap } = startMarker;
  return { x: at.x - gap - width, y: at.y + inY - height / 2, width, height };
}

/** What a route can be drawn between: the rectangles without what is hidden, with what hides it. */
export function rectsShown(
  rects: ReadonlyMap<string, Rect>,
  boxes: readonly SectionBox[],
  hidden: ReadonlyMap<string, string>,
  start: string | undefined,
): ReadonlyMap<string, Rect> {
  if (hidden.size === 0) return rects;
  const shown = new Map<string, Rect>();
  for (const [key, rect] of rects) if (!hidden.has(key)) shown.set(key, rect);
  for (const { key, collapsed, rect } of boxes) if (collapsed) shown.set(key, rect);
  const around = start === undefined ? undefined : shown.get(hidden.get(start) ?? '');
  if (around) shown.set(startKey, startRect(around, sectionShape.inY));
  return shown;
}
