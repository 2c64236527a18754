import type { ElementShape } from '../element-geometry.ts';

export interface Position {
  readonly x: number;
  readonly y: number;
}

/** What a layout needs to know of the canvas: measures and connections, no words. */
export interface LayoutGraph {
  readonly nodes: readonly LayoutNode[];
  /** What no link leads to or from: guardrails, escalations reached by their triggers alone, steps not connected yet. */
  readonly lane: readonly LayoutNode[];
  readonly links: readonly LayoutLink[];
  readonly ties: readonly LayoutTie[];
}

export interface LayoutNode extends ElementShape {
  readonly key: string;
  /** Room kept free on its left, for the start marker. */
  readonly lead: number;
}

export interface LayoutLink {
  readonly from: string;
  readonly port: string;
  readonly to: string;
}

export interface LayoutTie {
  readonly guardrail: string;
  readonly target: string;
}
