import type { Edge, Node } from '@xyflow/react';
import type { CanvasElement } from './canvas-elements.ts';
import type { Connection } from './canvas-connections.ts';
import type { Point } from './routing/route-links.ts';

/** How the simulator lights it: `on` it now, been `through` it, or neither while it shows a run. */
export type Light = 'on' | 'through' | 'off';

export interface ElementData extends Record<string, unknown> {
  readonly element: CanvasElement;
  readonly light: Light | undefined;
  readonly renaming: boolean;
}

export interface LinkData extends Record<string, unknown> {
  readonly connection: Connection;
  readonly points: readonly Point[];
  readonly light: Light | undefined;
}

export type ElementNode = Node<ElementData, 'element'>;
export type StartNode = Node<Record<string, never>, 'start'>;
export type FlowNode = ElementNode | StartNode;
export type LinkEdge = Edge<LinkData, 'link'>;
export type TieEdge = Edge<Record<string, never>, 'tie'>;
export type FlowEdge = LinkEdge | TieEdge;
