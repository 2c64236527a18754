import type { Edge, Node } from '@xyflow/react';
import type { Note } from '../session/arrangement.ts';
import type { CanvasElement } from './canvas-elements.ts';
import type { Connection } from './canvas-connections.ts';
import type { Point } from './routing/route-links.ts';
import type { SectionBox } from './sections/section-boxes.ts';

/** How the simulator lights it: `on` it now, been `through` it, or neither while it shows a run. */
export type Light = 'on' | 'through' | 'off';

export interface ElementData extends Record<string, unknown> {
  readonly element: CanvasElement;
  readonly light: Light | undefined;
  readonly renaming: boolean;
  /** Find has a match in it. */
  readonly found: boolean;
  /** Some guardrail may be tied to it. */
  readonly tieable: boolean;
}

export interface NoteData extends Record<string, unknown> {
  readonly note: Note;
  readonly editing: boolean;
}

export interface SectionData extends Record<string, unknown> {
  readonly box: SectionBox;
  /** Errors of the elements in it, where it hides them. */
  readonly errors: number;
  readonly renaming: boolean;
}

export interface LinkData extends Record<string, unknown> {
  readonly connection: Connection;
  readonly points: readonly Point[];
  readonly light: Light | undefined;
}

export type ElementNode = Node<ElementData, 'element'>;
export type StartNode = Node<Record<string, never>, 'start'>;
export type NoteNode = Node<NoteData, 'note'>;
export type SectionNode = Node<SectionData, 'section'>;
export type FlowNode = ElementNode | StartNode | NoteNode | SectionNode;
export type LinkEdge = Edge<LinkData, 'link'>;
export type TieEdge = Edge<Record<string, never>, 'tie'>;
export type FlowEdge = LinkEdge | TieEdge;
