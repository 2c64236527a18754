import type { Link } from '../../../document/operations/link.ts';
import type { Position } from '../../session/procedure-session.ts';
import type { ElementKind } from '../../ui/element-kind.ts';
import { shapeOf, type ElementShape } from '../element-geometry.ts';
import { startKey, stepKey } from '../element-key.ts';
import type { Flow } from '../flow-from-document.ts';
import { freePlaceNear } from '../layout/place-near.ts';
import { portOf } from '../port.ts';

const ahead = 72;

/** What a new element will measure before anything is written in it. */
export function shapeOfNew(kind: ElementKind): ElementShape {
  switch (kind) {
    case 'decision':
      return shapeOf(kind, false, ['otherwise'], false);
    case 'action':
      return shapeOf(kind, true, ['onError'], true);
    default:
      return shapeOf(kind, kind === 'message' || kind === 'question', [], true);
  }
}

/** A free place for a new element; nothing else moves. `wanted` is where its middle should be. */
export function roomAt(flow: Flow, kind: ElementKind, wanted: Position): Position {
  const { width, height } = shapeOfNew(kind);
  const corner = { x: wanted.x - width / 2, y: wanted.y - height / 2 };
  return freePlaceNear(corner, { width, height }, [...flow.rects.values()]);
}

/** To the right of the port that the link leaves, level with it where that is free. */
export function roomAfter(flow: Flow, kind: ElementKind, link: Link, fallback: Position): Position {
  const source = flow.rects.get(link.from === undefined ? startKey : stepKey(link.from));
  if (!source || link.from === undefined) return roomAt(flow, kind, fallback);
  const ports = flow.elements.get(stepKey(link.from))?.shape.ports;
  const portY = ports?.find((port) => port.id === portOf(link))?.y ?? source.height / 2;
  const shape = shapeOfNew(kind);
  const corner = { x: source.x + source.width + ahead, y: source.y + portY - shape.inY };
  return freePlaceNear(corner, shape, [...flow.rects.values()]);
}

/** Beside an element that nothing leads to the new one from. */
export function roomBeside(flow: Flow, kind: ElementKind, beside: string, fallback: Position): Position {
  const rect = flow.rects.get(beside);
  if (!rect) return roomAt(flow, kind, fallback);
  const shape = shapeOfNew(kind);
  const corner = { x: rect.x + rect.width + ahead, y: rect.y };
  return freePlaceNear(corner, shape, [...flow.rects.values()]);
}
