import { useState, type ClipboardEvent, type KeyboardEvent, type RefObject } from 'react';
import { focusSoon } from '../focus-soon.ts';
import type { AfterEdit } from './cell-editor.tsx';
import {
  blockBetween,
  keptInside,
  nextPlace,
  placeAfter,
  type Block,
  type GridSize,
  type Place,
} from './grid-place.ts';
import { fromTsv, textsIn, toTsv } from './grid-texts.ts';
import type { TableActions } from './table-actions.ts';

export interface TableGridState {
  /** The cell that the keys are about. */
  readonly active: Place;
  readonly block: Block;
  /** The cell that is written, and the text that its editor begins with. */
  readonly editing: { readonly place: Place; readonly text: string } | undefined;
  /** Where a column is about to be added, while its expression is written. */
  readonly adding: number | undefined;
  /** Said to screen readers, and shown: why something was refused. */
  readonly refusal: string | undefined;
  readonly announcement: string;
  point(place: Place, extend: boolean): void;
  edit(place: Place, text?: string): void;
  commit(text: string, after: AfterEdit): void;
  cancel(): void;
  /** Adds the column that was asked for; without an expression, none. */
  addColumn(expression: string): void;
  run(command: TableCommand): void;
  onKeyDown(event: KeyboardEvent): void;
  onCopy(event: ClipboardEvent): void;
  onCut(event: ClipboardEvent): void;
  onPaste(event: ClipboardEvent): void;
}

export type TableCommand =
  | 'row-below'
  | 'row-above'
  | 'row-up'
  | 'row-down'
  | 'delete-row'
  | 'column-right'
  | 'column-left'
  | 'move-column-left'
  | 'move-column-right'
  | 'delete-column';

/** The keys and the places of a table's grid; what it changes, the actions do. */
export function useTableGrid(
  grid: RefObject<HTMLTableElement | null>,
  texts: readonly (readonly string[])[],
  width: number,
  actions: TableActions,
): TableGridState {
  const size: GridSize = { rows: texts.length, columns: width + 2 };
  const [pointed, setActive] = useState<Place>({ row: Math.min(1, size.rows - 1), column: 0 });
  const [anchor, setAnchor] = useState<Place>();
  const [editing, setEditing] = useState<TableGridState['editing']>();
  const [adding, setAdding] = useState<number>();
  const [refusal, setRefusal] = useState<string>();
  const [announcement, setAnnouncement] = useState('');
  const active = keptInside(pointed, size);
  const block = blockBetween(keptInside(anchor ?? active, size), active);

  const focusActive = (): void =>
    focusSoon(() => grid.current?.querySelector<HTMLElement>('[data-cell][tabindex="0"]'));
  const goTo = (place: Place): void => {
    setActive(place);
    setAnchor(undefined);
    focusActive();
  };
  /** `place` counts in the table as it is afterwards. */
  const settle = (reason: string | undefined, said: string, place?: Place): void => {
    setRefusal(reason);
    setAnnouncement(reason ?? said);
    if (reason === undefined && place !== undefined) goTo(place);
    else focusActive();
  };
  const edit = (place: Place, text?: string): void => {
    if (place.row === 0 && place.column >= width) return;
    setActive(place);
    setAnchor(undefined);
    setRefusal(undefined);
    setEditing({ place, text: text ?? texts[place.row]?.[place.column] ?? '' });
  };
  const commit = (text: string, after: AfterEdit): void => {
    if (editing === undefined) return;
    const { place } = editing;
    setEditing(undefined);
    const before = texts[place.row]?.[place.column] ?? '';
    if (text.trim() !== before) {
      const reason = actions.write(place, [[text]], 'Change cell');
      setRefusal(reason);
      setAnnouncement(reason ?? '');
    }
    if (after === 'leave') return;
    const next =
      after === 'down'
        ? placeAfter(place, 'ArrowDown', false, size)
        : after === 'stay'
          ? place
          : nextPlace(place, after === 'next' ? 1 : -1, size);
    goTo(next ?? place);
  };
  const write = (at: Place, cells: readonly (readonly string[])[], label: string, said: string): void => {
    settle(actions.write(at, cells, label), said);
  };
  const clear = (): void => {
    const from = { row: Math.max(block.top, 1), column: block.left };
    if (from.row > block.bottom) return;
    const empty = textsIn(texts, { ...block, top: from.row }).map((row) => row.map(() => ''));
    write(from, empty, 'Clear cells', 'Cleared.');
  };

  const run = (command: TableCommand): void => {
    const { row, column } = active;
    const inTable = column < width;
    switch (command) {
      case 'row-below':
      case 'row-above': {
        const at = Math.max(command === 'row-below' ? row : row - 1, 0);
        settle(actions.addRow(at), 'Row added.', { row: at + 1, column: 0 });
        return;
      }
      case 'row-up':
      case 'row-down': {
        const to = command === 'row-up' ? row - 1 : row + 1;
        if (row === 0 || to < 1 || to >= size.rows) return;
        settle(actions.moveRow(row, to), `Row ${row} is now row ${to}.`, { row: to, column });
        return;
      }
      case 'delete-row':
        if (row === 0) return;
        settle(actions.deleteRow(row), `Row ${row} deleted.`, { row: Math.max(row - 1, 0), column });
        return;
      case 'column-right':
      case 'column-left': {
        setAdding(Math.min(command === 'column-right' ? column + 1 : column, width));
        return;
      }
      case 'move-column-left':
      case 'move-column-right': {
        const to = command === 'move-column-left' ? column - 1 : column + 1;
        if (!inTable || to < 0 || to >= width) return;
        const said = `Column ${column + 1} is now column ${to + 1}.`;
        settle(actions.moveColumn(column, to), said, { row, column: to });
        return;
      }
      case 'delete-column':
        if (!inTable) return;
        settle(actions.deleteColumn(column), `Column ${column + 1} deleted.`, {
          row,
          column: Math.max(column - 1, 0),
        });
        return;
    }
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (editing !== undefined || event.nativeEvent.isComposing) return;
    const command = commandOf(event, active);
    const isFar = event.ctrlKey || event.metaKey;
    const place = event.altKey ? undefined : placeAfter(active, event.key, isFar, size);
    if (command !== undefined) run(command);
    else if (place !== undefined) {
      if (event.shiftKey) setAnchor(anchor ?? active);
      else setAnchor(undefined);
      setActive(place);
      focusActive();
    } else if (event.key === 'Enter' || event.key === 'F2') edit(active);
    else if (event.key === 'Delete' || event.key === 'Backspace') clear();
    else if (event.key === 'Escape' && anchor !== undefined) setAnchor(undefined);
    else if (event.key.length === 1 && !isFar && !event.altKey) {
      edit(active, event.key === ' ' ? undefined : event.key);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const copy = (event: ClipboardEvent): boolean => {
    if (editing !== undefined) return false;
    event.clipboardData.setData('text/plain', toTsv(textsIn(texts, block)));
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  return {
    active,
    block,
    editing,
    adding,
    refusal,
    announcement,
    point: (place, extend) => {
      setAnchor(extend ? (anchor ?? active) : undefined);
      setActive(place);
    },
    edit,
    commit,
    cancel: () => {
      setEditing(undefined);
      setAdding(undefined);
      focusActive();
    },
    addColumn: (expression) => {
      setAdding(undefined);
      if (adding === undefined || expression.trim() === '') return focusActive();
      settle(actions.addColumn(expression.trim(), adding), 'Column added.', { row: 0, column: adding });
    },
    run,
    onKeyDown,
    onCopy: (event) => {
      if (copy(event)) setAnnouncement('Copied.');
    },
    onCut: (event) => {
      if (copy(event)) clear();
    },
    onPaste: (event) => {
      if (editing !== undefined) return;
      const cells = fromTsv(event.clipboardData.getData('text/plain'));
      event.preventDefault();
      event.stopPropagation();
      write({ row: block.top, column: block.left }, cells, 'Paste cells', 'Pasted.');
    },
  };
}

/** In the header the keys for rows are about columns. */
function commandOf(event: KeyboardEvent, { row }: Place): TableCommand | undefined {
  const isHeader = row === 0;
  const mod = event.ctrlKey || event.metaKey;
  if (event.altKey && !mod) {
    if (event.key === 'ArrowUp') return 'row-up';
    if (event.key === 'ArrowDown') return 'row-down';
    if (event.key === 'ArrowLeft') return 'move-column-left';
    if (event.key === 'ArrowRight') return 'move-column-right';
  }
  if (!mod || event.altKey) return undefined;
  if (event.key === 'Enter') {
    if (event.shiftKey) return isHeader ? 'column-left' : 'row-above';
    return isHeader ? 'column-right' : 'row-below';
  }
  if (event.key === 'Delete' || event.key === 'Backspace') return isHeader ? 'delete-column' : 'delete-row';
  return undefined;
}
