import type { Environment } from '../../../condition/environment.ts';
import { newRow, operatorsFor, subjectsOf, type Subject } from '../../../condition/rows/row-choices.ts';
import type { CompareRow, ListRow, Row, Rows } from '../../../condition/rows/rows.ts';
import type { ValueType } from '../../../condition/type.ts';

/** The item of a list that rows are about, where they stand under a question about a list. */
export interface RowItem {
  readonly variable: string;
  readonly type: ValueType;
}

export const emptyRows: Rows = { kind: 'group', join: 'and', rows: [] };

export function withRow(group: Rows, index: number, row: Row): Rows {
  return { ...group, rows: group.rows.with(index, row) };
}

export function withoutRow(group: Rows, index: number): Rows {
  return { ...group, rows: group.rows.filter((_, at) => at !== index) };
}

export function withMore(group: Rows, row: Row): Rows {
  return { ...group, rows: [...group.rows, row] };
}

const ranks: readonly Subject['from'][] = ['item', 'fact', 'derived', 'parameter', 'context'];

/** What a row may be about, what people mostly ask about first. */
export function subjectsInOrder(environment: Environment, item: RowItem | undefined): readonly Subject[] {
  return subjectsOf(environment, item).toSorted((a, b) => ranks.indexOf(a.from) - ranks.indexOf(b.from));
}

/** About the first thing that there is to ask. */
export function firstRow(environment: Environment, item: RowItem | undefined): Row {
  const [first] = askable(environment, item);
  return first ? newRow(first) : { kind: 'text', text: 'true' };
}

/** Of two rows: one alone would be no group when the text is read again. */
export function newGroup(join: Rows['join'], environment: Environment, item: RowItem | undefined): Rows {
  const [first, second = first] = askable(environment, item);
  const rows = first && second ? [newRow(first), newRow(second)] : [firstRow(environment, item)];
  return { kind: 'group', join, rows };
}

function askable(environment: Environment, item: RowItem | undefined): readonly Subject[] {
  const subjects = subjectsInOrder(environment, item);
  const plain = subjects.filter(({ type }) => type.kind !== 'object');
  return plain.length > 0 ? plain : subjects;
}

/** A row about something else; comparison and value are kept where they fit. */
export function aboutSubject(
  row: CompareRow,
  { source, type }: Pick<Subject, 'source' | 'type'>,
): CompareRow {
  const fits = operatorsFor(type).includes(row.operator) && JSON.stringify(type) === JSON.stringify(row.type);
  return fits ? { ...row, subject: source } : newRow({ source, type });
}

/** What is asked of the items of a list, in place of a comparison with the list. */
export function aboutItems(
  { subject, type }: Pick<CompareRow, 'subject' | 'type'>,
  quantifier: ListRow['quantifier'],
  environment: Environment,
): ListRow | undefined {
  if (type.kind !== 'list') return undefined;
  const variable = freshVariable(environment, subject);
  const item = { variable, type: type.items };
  return {
    kind: 'list',
    quantifier,
    list: subject,
    type: type.items,
    variable,
    of: { kind: 'group', join: 'and', rows: [firstRow(environment, item)] },
  };
}

/** A name for the item that means nothing else here. */
function freshVariable({ declarations }: Environment, list: string): string {
  const isTaken = (name: string): boolean =>
    declarations.some((one) => one.name === name || one.name.startsWith(`${name}.`)) ||
    new RegExp(`\\b${name}\\b`).test(list);
  return ['item', 'each', 'one', 'it', 'x'].find((name) => !isTaken(name)) ?? 'element';
}
