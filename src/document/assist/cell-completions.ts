import { completeExpression } from '../../condition/complete.ts';
import type { Environment } from '../../condition/environment.ts';
import type { Path } from '../diagnostic.ts';
import type { SopDocument } from '../document.ts';
import { scalarLike } from '../scalar-like.ts';
import { startsWithOperator } from '../table/cell-expression.ts';
import { columnOf } from '../table/column.ts';
import type { Column } from '../table/column.ts';
import { valueAt } from '../yaml-edit/data.ts';
import { textAt } from './expression-at.ts';
import type { TextCompletion } from './text-completion.ts';
import { withinQuotes } from './within-quotes.ts';

/**
 * What may stand in a cell of a decision table: the values of its column, `-` for anything, and behind an operator
 * whatever the column can be compared with. Undefined where no cell is.
 */
export function completeCell(
  document: SopDocument,
  path: Path,
  offset: number,
  from: number,
  environment: Environment,
): readonly TextCompletion[] | undefined {
  const source = columnAt(document, path, offset);
  if (source === undefined) return undefined;
  const column = columnOf(source, environment);
  const cell = textAt(document, path, offset, from);
  if (startsWithOperator(cell.value.trimStart()) && !beginsValue(cell.value.trimStart(), column)) {
    const lead = `${column.term} `;
    return completeExpression(lead + cell.value, lead.length + cell.index, environment).map(
      ({ label, insert, kind, detail, from: begin, to }) => ({
        label,
        insert: withinQuotes(insert, document.text.charAt(from)),
        kind,
        detail,
        from: cell.place(Math.max(0, begin - lead.length)),
        to: Math.max(cell.place(Math.max(0, to - lead.length)), offset),
      }),
    );
  }
  const written = document.text.slice(from, offset);
  const typed = written.replace(/^["']/, '').toLowerCase();
  return [...wordsOf(column), ...namesOf(environment)]
    .filter(({ label }) => label.toLowerCase().startsWith(typed))
    .map((word) => ({
      ...word,
      insert:
        word.label === '-' ? '"-"' : word.kind === 'value' ? word.label : scalarLike(written, word.label),
      from,
      to: offset,
    }));
}

/** `in` may be the beginning of a value such as `in progress`. */
function beginsValue(typed: string, { type }: Column): boolean {
  return type?.kind === 'string' && type.enum?.some((value) => value.startsWith(typed)) === true;
}

type Word = Pick<TextCompletion, 'label' | 'kind' | 'detail'>;

function wordsOf({ type }: Column): readonly Word[] {
  const values =
    type?.kind === 'string'
      ? (type.enum ?? []).map((label): Word => ({ label, kind: 'enum', detail: 'an allowed value' }))
      : type?.kind === 'boolean'
        ? ['true', 'false'].map((label): Word => ({ label, kind: 'value', detail: '' }))
        : [];
  return [...values, { label: '-', kind: 'enum', detail: 'anything' }];
}

function namesOf({ declarations }: Environment): readonly Word[] {
  return declarations.map(({ name, role }) => ({ label: name, kind: role, detail: 'compared with ==' }));
}

/** The column of the cell at `path`, as the text has it. */
function columnAt(
  { source, text }: SopDocument,
  [section, id, key, row, field, index]: Path,
  offset: number,
): string | undefined {
  if (section !== 'steps' || key !== 'branches' || field !== 'when') return undefined;
  if (typeof id !== 'string' || typeof row !== 'number' || typeof index !== 'number') return undefined;
  const column = valueAt(source.data, ['steps', id, 'columns', index]);
  if (typeof column === 'string') return column;
  return columnAbove(text.slice(0, offset), index);
}

/** The same where the step cannot be read: an empty cell in brackets is no YAML, and takes the step along. */
function columnAbove(above: string, index: number): string | undefined {
  const at = above.lastIndexOf('columns:');
  if (at < 0) return undefined;
  const [, columns] = /^columns:[ \t]*\[([^\]\n]*)\]/.exec(above.slice(at)) ?? [];
  const isSameStep = above.slice(at).split('branches:').length === 2;
  return isSameStep ? columns?.split(',')[index]?.trim() : undefined;
}
