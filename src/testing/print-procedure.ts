import { stringify } from 'yaml';
import type { ValueType } from '../condition/type.ts';
import type { Procedure } from '../document/model.ts';
import { cellValue } from '../document/table/cell-value.ts';

/** A procedure as a text that reads as it. */
export function printProcedure(procedure: Procedure): string {
  return stringify({ sop: 1, ...(plain(procedure) as object) }, { lineWidth: 0 });
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, each]) => [key, plain(each)]));
  if (typeof value !== 'object' || value === null) return value;
  if ('cells' in value && Array.isArray(value.cells)) {
    const { cells, when: _ofCells, ...rest } = value as { cells: readonly string[]; when: string };
    return plain({ when: cells.map(cellValue), ...rest });
  }
  const entries = Object.entries(value).flatMap(([key, each]): readonly (readonly [string, unknown])[] => {
    if (each === undefined || (key === 'hits' && !('columns' in value && value.columns))) return [];
    // A type's keys stand beside those of what it is the type of.
    if (key === 'type' && isType(each)) return Object.entries(longForm(each));
    return [[key, plain(each)]];
  });
  return Object.fromEntries(entries);
}

function isType(value: unknown): value is ValueType {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

function longForm({ kind, ...rest }: ValueType): object {
  const inner = Object.entries(rest).map(([key, each]: [string, unknown]) => [
    key,
    isType(each) ? longForm(each) : plain(each),
  ]);
  return { type: kind, ...Object.fromEntries(inner) };
}
