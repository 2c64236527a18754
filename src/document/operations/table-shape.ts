import { isList, isMap } from '../yaml-edit/data.ts';
import type { Draft } from '../yaml-edit/draft.ts';
import type { Editable } from './editable.ts';
import { stepOf } from './editable.ts';
import { decisionRefusal } from './plan-add-branch.ts';
import { refused } from './plan.ts';
import type { Plan } from './plan.ts';

/** A table as the text has it. */
export interface TableShape {
  readonly columns: readonly unknown[];
  readonly rows: readonly unknown[];
}

/** The columns and rows of a table; undefined for a decision that is none. */
export function tableOf(data: unknown, stepId: string): TableShape | undefined {
  const step = stepOf(data, stepId);
  const columns = step?.get('columns');
  const rows = step?.get('branches');
  return isList(columns) ? { columns, rows: isList(rows) ? rows : [] } : undefined;
}

/** The cells of a row; undefined where it is not written as a list. */
export function cellsOf(row: unknown): readonly unknown[] | undefined {
  const cells = isMap(row) ? row.get('when') : undefined;
  return isList(cells) ? cells : undefined;
}

export function tableRefusal(document: Editable, stepId: string): Plan | undefined {
  const refusal = decisionRefusal(document, stepId);
  if (refusal || tableOf(document.source.data, stepId)) return refusal;
  return refused('not-possible', `The decision “${stepId}” is no table.`);
}

/** Lets every row have at least `count` cells. */
export function fillRows(draft: Draft, stepId: string, count: number): void {
  for (const [index, row] of (tableOf(draft.data, stepId)?.rows ?? []).entries()) {
    const path = ['steps', stepId, 'branches', index, 'when'];
    const length = cellsOf(row)?.length;
    if (length === undefined) continue;
    for (let cell = length; cell < count; cell += 1) draft.insertItem(path, cell, '-');
  }
}
