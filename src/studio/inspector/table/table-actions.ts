import { planAddBranch } from '../../../document/operations/plan-add-branch.ts';
import { planAddColumn } from '../../../document/operations/plan-add-column.ts';
import { planDeleteBranch } from '../../../document/operations/plan-delete-branch.ts';
import { planDeleteColumn } from '../../../document/operations/plan-delete-column.ts';
import { planMoveBranch } from '../../../document/operations/plan-move-branch.ts';
import { planMoveColumn } from '../../../document/operations/plan-move-column.ts';
import type { Gesture } from '../use-gesture.ts';
import type { Place } from './grid-place.ts';
import { planSetBlock } from './plan-set-block.ts';

/** What can be done to a table at a place; each gives back the reason of a refusal. */
export interface TableActions {
  write(at: Place, block: readonly (readonly string[])[], label: string): string | undefined;
  addRow(below: number): string | undefined;
  deleteRow(row: number): string | undefined;
  moveRow(row: number, to: number): string | undefined;
  addColumn(column: string, at: number): string | undefined;
  deleteColumn(column: number): string | undefined;
  moveColumn(column: number, to: number): string | undefined;
}

/** Rows are the grid's: the header is row 0. */
export function tableActions(id: string, gesture: Gesture): TableActions {
  return {
    write: (at, block, label) => gesture(label, (current) => planSetBlock(current, id, at, block)),
    addRow: (below) => gesture('Add row', (current) => planAddBranch(current, id, { when: '' }, below)),
    deleteRow: (row) => gesture('Delete row', (current) => planDeleteBranch(current, id, row - 1)),
    moveRow: (row, to) => gesture('Move row', (current) => planMoveBranch(current, id, row - 1, to - 1)),
    addColumn: (column, at) => gesture('Add column', (current) => planAddColumn(current, id, column, at)),
    deleteColumn: (column) => gesture('Delete column', (current) => planDeleteColumn(current, id, column)),
    moveColumn: (column, to) => gesture('Move column', (current) => planMoveColumn(current, id, column, to)),
  };
}
