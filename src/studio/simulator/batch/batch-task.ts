import type { BatchReport } from './batch-report.ts';

/** Texts rather than models: they cross to the worker cheaply, and it reads them as everyone does. */
export interface BatchTask {
  readonly procedure: string;
  /** The procedures that it runs, directly or through others. */
  readonly called?: readonly string[];
  /** YAML. */
  readonly contacts: string;
}

export type BatchMessage =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly report: BatchReport }
  | { readonly type: 'failed'; readonly message: string };
