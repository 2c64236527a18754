import type { ElementKind } from '../../ui/element-kind.ts';

/** In the order of the palette. */
export const elementKinds: readonly ElementKind[] = [
  'message',
  'question',
  'action',
  'decision',
  'procedure',
  'escalation',
  'end',
  'guardrail',
];

/** The type under which the palette's buttons are dragged. */
export const draggedKind = 'application/x-sopwright-element';
