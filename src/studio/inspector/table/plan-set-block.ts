import type { SopDocument } from '../../../document/document.ts';
import { setField } from '../../../document/operations/set-field.ts';
import { refused, type Plan } from '../../../document/operations/plan.ts';
import { cellValue } from '../../../document/table/cell-value.ts';
import { Draft } from '../../../document/yaml-edit/draft.ts';
import type { Place } from './grid-place.ts';

/** More than this is no table that a person pasted on purpose. */
const mostCells = 2000;

/**
 * Writes a block of cells into a table as one gesture, its first cell at `at`. Rows that the table lacks are added;
 * what goes beyond its last column is left out.
 */
export function planSetBlock(
  document: SopDocument,
  id: string,
  at: Place,
  block: readonly (readonly string[])[],
): Plan {
  const step = document.procedure.steps.get(id);
  if (step?.kind !== 'decision' || step.columns === undefined) {
    return refused('not-possible', `“${id}” is no table at present.`);
  }
  if (block.reduce((sum, row) => sum + row.length, 0) > mostCells) {
    return refused('not-possible', `More than ${mostCells} cells at once are too many.`);
  }
  const draft = new Draft(document.source);
  const width = step.columns.length;
  for (const [down, texts] of block.entries()) {
    for (const [across, text] of texts.entries()) {
      const column = at.column + across;
      const row = at.row + down - 1;
      if (row < 0) setHeader(draft, id, column, width, text);
      else setCell(draft, { id, row, column, width }, text.trim());
    }
  }
  return draft.plan();
}

function setHeader(draft: Draft, id: string, column: number, width: number, text: string): void {
  if (column < width && text.trim() !== '') draft.set(['steps', id, 'columns', column], text.trim());
}

interface Cell {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  readonly width: number;
}

function setCell(draft: Draft, { id, row, column, width }: Cell, text: string): void {
  if (column > width + 1) return;
  const branches = ['steps', id, 'branches'];
  const anything = Array.from({ length: width }, () => '-');
  const rows = draft.valueAt(branches);
  if (!Array.isArray(rows)) setField(draft, branches, [{ when: anything }]);
  else if (row >= rows.length) draft.insertItem(branches, rows.length, { when: anything });
  const branch = [...branches, row];
  if (column === width) {
    setOrRemove(draft, [...branch, 'label'], text);
  } else if (column === width + 1) {
    setOrRemove(draft, [...branch, 'next'], text);
  } else {
    const cells = draft.valueAt([...branch, 'when']);
    if (!Array.isArray(cells)) draft.set([...branch, 'when'], anything);
    else
      for (let cell = cells.length; cell <= column; cell += 1)
        draft.insertItem([...branch, 'when'], cell, '-');
    draft.set([...branch, 'when', column], cellValue(text));
  }
}

function setOrRemove(draft: Draft, path: readonly (string | number)[], text: string): void {
  if (text !== '') setField(draft, path, text);
  else if (draft.valueAt(path) !== undefined) draft.remove(path);
}
