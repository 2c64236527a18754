import type { StepKind } from '../../../document/model.ts';

/** In the order in which they are offered. */
export const stepKinds: readonly StepKind[] = [
  'message',
  'question',
  'action',
  'decision',
  'procedure',
  'escalation',
  'end',
];
