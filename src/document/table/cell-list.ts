import { splitTopLevel, trimmed } from './top-level.ts';
import type { Stretch } from './top-level.ts';

/** Whether a cell lets everything pass. */
export function isAnything(cell: string): boolean {
  const text = cell.trim();
  return text === '' || text === '-';
}

/** The items of a cell that is a list (`[one, other]`), with their offsets; undefined for any other cell. */
export function cellItems(cell: string): readonly Stretch[] | undefined {
  const { text, at } = trimmed({ text: cell, at: 0 });
  if (!text.startsWith('[') || !text.endsWith(']')) return undefined;
  const inner = { text: text.slice(1, -1), at: at + 1 };
  if (inner.text.trim() === '') return [];
  return splitTopLevel(inner, ',').map(trimmed);
}

/** A list as a cell's text. An item that would read as several is written as a CEL text. */
export function printCellList(items: readonly string[]): string {
  return `[${items.map((item) => (readsBack(item) ? item : JSON.stringify(item))).join(', ')}]`;
}

function readsBack(item: string): boolean {
  const items = cellItems(`[${item}]`);
  return items?.length === 1 && items[0]?.text === item && cellItems(item) === undefined;
}
