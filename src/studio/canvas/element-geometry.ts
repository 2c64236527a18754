import type { ElementKind } from '../ui/element-kind.ts';

/**
 * What a node measures, in pixels of the flow. It follows from the document alone, so that layout and routing need
 * no DOM. All offsets are multiples of `grid`: ports that a layout aligned stay aligned when positions are rounded.
 */
export interface ElementShape {
  readonly width: number;
  readonly height: number;
  /** Where links arrive on the left edge, from the top. */
  readonly inY: number;
  readonly ports: readonly PortShape[];
}

/** A place on the right edge where a link leaves. */
export interface PortShape {
  readonly id: string;
  readonly y: number;
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const grid = 4;
export const nodeWidth = 248;
export const rowHeight = 24;
export const startMarker = { width: 60, height: 28, gap: 36 } as const;

const fullHeader = 72;
const shortHeader = 56;
const lastRowPadding = 4;

/** `rowPorts`: for each row below the header the id of its port, or undefined for a row that only says something. */
export function shapeOf(
  kind: ElementKind,
  nextPort: boolean,
  rowPorts: readonly (string | undefined)[],
  hasSubstance: boolean,
): ElementShape {
  const header = hasSubstance ? fullHeader : shortHeader;
  const inY = header / 2;
  const ports: PortShape[] = nextPort ? [{ id: 'next', y: inY }] : [];
  for (const [index, id] of rowPorts.entries()) {
    if (id !== undefined) ports.push({ id, y: header + index * rowHeight + rowHeight / 2 });
  }
  const rows = rowPorts.length * rowHeight + (rowPorts.length > 0 ? lastRowPadding : 0);
  return { width: kind === 'end' ? 224 : nodeWidth, height: header + rows, inY, ports };
}

export function overlaps(a: Rect, b: Rect, margin = 0): boolean {
  return (
    a.x < b.x + b.width + margin &&
    b.x < a.x + a.width + margin &&
    a.y < b.y + b.height + margin &&
    b.y < a.y + a.height + margin
  );
}

export function onGrid(value: number): number {
  return Math.round(value / grid) * grid;
}
