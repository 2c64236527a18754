import type { Completion } from '../../condition/complete.ts';

/** Something that can be written at the cursor in place of `[from, to)`, offsets of the text. */
export interface TextCompletion {
  readonly label: string;
  readonly insert: string;
  readonly kind: Completion['kind'] | 'key' | 'action' | 'guardrail' | 'value';
  readonly detail: string;
  /** Markdown. */
  readonly documentation?: string;
  readonly from: number;
  readonly to: number;
}
