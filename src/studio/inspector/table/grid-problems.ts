import type { Diagnostic } from '../../../document/diagnostic.ts';
import type { Place } from './grid-place.ts';

/** The problems of each cell of a table, by `row column`; those of the decision elsewhere are left out. */
export function problemsByCell(
  problems: readonly Diagnostic[],
  id: string,
  width: number,
): ReadonlyMap<string, readonly Diagnostic[]> {
  const found = new Map<string, Diagnostic[]>();
  for (const problem of problems) {
    const place = placeOf(problem, id, width);
    if (place === undefined) continue;
    const key = cellKey(place);
    found.set(key, [...(found.get(key) ?? []), problem]);
  }
  return found;
}

export function cellKey({ row, column }: Place): string {
  return `${row} ${column}`;
}

function placeOf({ path }: Diagnostic, id: string, width: number): Place | undefined {
  const [section, step, key, index, field, column] = path;
  if (section !== 'steps' || step !== id || typeof index !== 'number') return undefined;
  if (key === 'columns') return { row: 0, column: index };
  if (key !== 'branches') return undefined;
  if (field === 'label') return { row: index + 1, column: width };
  if (field === 'next') return { row: index + 1, column: width + 1 };
  if (field === 'when' || field === undefined) {
    return { row: index + 1, column: typeof column === 'number' ? column : 0 };
  }
  return undefined;
}
