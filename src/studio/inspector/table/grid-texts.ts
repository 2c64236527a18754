import type { DecisionStep } from '../../../document/model.ts';
import type { Block } from './grid-place.ts';

/** The words above the two columns that every table has behind its own. */
export const tailColumns = ['Label', 'Then'] as const;

/** What every cell says, the header first; cells that let everything pass are empty. */
export function gridTexts({ columns = [], branches }: DecisionStep): readonly (readonly string[])[] {
  return [
    [...columns, ...tailColumns],
    ...branches.map(({ cells, label, next }) => [
      ...columns.map((_, column) => shown(cells?.[column])),
      label ?? '',
      next ?? '',
    ]),
  ];
}

function shown(cell = ''): string {
  return cell.trim() === '-' ? '' : cell;
}

export function textsIn(
  texts: readonly (readonly string[])[],
  { top, left, bottom, right }: Block,
): readonly (readonly string[])[] {
  return texts.slice(top, bottom + 1).map((row) => row.slice(left, right + 1));
}

/** Tab-separated, as spreadsheets exchange cells. */
export function toTsv(cells: readonly (readonly string[])[]): string {
  return cells.map((row) => row.map(quotedWhereNeeded).join('\t')).join('\n');
}

function quotedWhereNeeded(text: string): string {
  return /[\t\n\r]/.test(text) || text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Reads what spreadsheets and `toTsv` write. A quote opens a quoted cell only at the cell's beginning. */
export function fromTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const source = text.replaceAll(/\r\n?/g, '\n').replace(/\n$/, '');
  const cell = /"((?:[^"]|"")*)"(?=\t|\n|$)|([^\t\n]*)/y;
  for (let at = 0; at <= source.length;) {
    cell.lastIndex = at;
    const found = cell.exec(source);
    const [whole = '', quoted, plain = ''] = found ?? [];
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (source[at] === '\n') rows.push([]);
    at += 1;
  }
  return rows;
}
