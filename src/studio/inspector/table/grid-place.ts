/** A cell of the grid. Row 0 is the header, row 1 the first branch. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Both ends are inside. */
export interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface GridSize {
  /** The header included. */
  readonly rows: number;
  readonly columns: number;
}

/** Where a key leads; undefined for keys that do not move. `far`: to the edge. */
export function placeAfter(
  { row, column }: Place,
  key: string,
  far: boolean,
  size: GridSize,
): Place | undefined {
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  switch (key) {
    case 'ArrowUp':
      return { row: far ? 0 : Math.max(row - 1, 0), column };
    case 'ArrowDown':
      return { row: far ? lastRow : Math.min(row + 1, lastRow), column };
    case 'ArrowLeft':
      return { row, column: far ? 0 : Math.max(column - 1, 0) };
    case 'ArrowRight':
      return { row, column: far ? lastColumn : Math.min(column + 1, lastColumn) };
    case 'Home':
      return { row: far ? 0 : row, column: 0 };
    case 'End':
      return { row: far ? lastRow : row, column: lastColumn };
    default:
      return undefined;
  }
}

/** The cell after, or before, in reading order; undefined at either end. */
export function nextPlace({ row, column }: Place, step: 1 | -1, size: GridSize): Place | undefined {
  const index = row * size.columns + column + step;
  if (index < 0 || index >= size.rows * size.columns) return undefined;
  return { row: Math.floor(index / size.columns), column: index % size.columns };
}

export function blockBetween(one: Place, other: Place): Block {
  return {
    top: Math.min(one.row, other.row),
    left: Math.min(one.column, other.column),
    bottom: Math.max(one.row, other.row),
    right: Math.max(one.column, other.column),
  };
}

export function isInside({ top, left, bottom, right }: Block, { row, column }: Place): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** A place that is there, however the table has changed. */
export function keptInside({ row, column }: Place, size: GridSize): Place {
  return { row: Math.min(row, size.rows - 1), column: Math.min(column, size.columns - 1) };
}
