import { printCellList } from '../table/cell-list.ts';
import { readExpression } from './fields.ts';

/** A cell as text: nothing is `''`, a list `[one, other]`. */
export function readCell(data: unknown): string {
  return Array.isArray(data) ? printCellList(data.map(readItem)) : readItem(data);
}

function readItem(data: unknown): string {
  return readExpression(data) ?? '';
}
