import { parseExpression } from '../parse-expression.ts';
import { printExpression } from '../print.ts';
import { DYNAMIC } from '../type-rules.ts';
import type { CompareRow, ListRow, Row, Rows, RowValue } from './rows.ts';
import { writtenOf } from './written.ts';

/** CEL for rows. Rows that are still those that were read keep their own text, and what stood between them. */
export function sourceFromRows(rows: Rows): string {
  return writtenOf(rows)?.text ?? joined(rows);
}

function joined({ join, rows }: Rows): string {
  const operator = join === 'and' ? '&&' : '||';
  const parts = rows.filter(
    (row) => row.kind !== 'group' || row.rows.length > 0 || writtenOf(row) !== undefined,
  );
  if (parts.length === 0) return join === 'and' ? 'true' : 'false';
  return parts
    .map((row, index) => {
      const text = parts.length === 1 ? textOf(row) : bracketed(row, join);
      const before = parts[index - 1];
      return before === undefined ? text : `${between(before, row, operator)}${text}`;
    })
    .join('');
}

/** What stood between the two, as long as it says the same. */
function between(row: Row, next: Row, operator: string): string {
  const gap = writtenOf(next)?.before ?? writtenOf(row)?.after ?? '';
  const plain = gap.replace(/\/\/[^\n]*\n/g, '').trim();
  return plain === operator ? gap : ` ${operator} `;
}

/** What would bind otherwise beside its neighbours is put in brackets. */
function bracketed(row: Row, join: 'and' | 'or'): string {
  const text = textOf(row);
  const parsed = parseExpression(text);
  if (!parsed.ok) return text;
  const { op } = parsed.root;
  const isChain = op === '&&' || op === '||';
  const loose = op === '?:' || (op === '||' && join === 'and') || (isChain && writtenOf(row) === undefined);
  return loose && !isWrapped(text) ? `(${text})` : text;
}

/** Whether one pair of brackets is around all of it. */
function isWrapped(text: string): boolean {
  const trimmed = text.trim();
  if (!trimmed.startsWith('(') || !trimmed.endsWith(')')) return false;
  const parsed = parseExpression(trimmed);
  return parsed.ok && parsed.prepared.brackets.get(0) === trimmed.length - 1;
}

function textOf(row: Row): string {
  const written = writtenOf(row);
  if (written !== undefined) return written.text;
  switch (row.kind) {
    case 'text':
      return row.text;
    case 'group':
      return joined(row);
    case 'list':
      return printList(row);
    default:
      return printCompare(row);
  }
}

function printList({ quantifier, list, variable, of }: ListRow): string {
  const macro = quantifier === 'all' ? 'all' : 'exists';
  const call = `${receiver(list)}.${macro}(${variable}, ${sourceFromRows(of)})`;
  return quantifier === 'none' ? `!${call}` : call;
}

function printCompare({ subject, operator, value }: CompareRow): string {
  switch (operator) {
    case 'true':
      return operand(subject);
    case 'false':
      return `!${receiver(subject)}`;
    case 'known':
      return `has(${subject})`;
    case 'unknown':
      return `!has(${subject})`;
    case 'includes':
      return `${printValue(value)} in ${operand(subject)}`;
    case 'not includes':
      return `!(${printValue(value)} in ${operand(subject)})`;
    case 'not in':
      return `!(${operand(subject)} in ${printValue(value)})`;
    case 'startsWith':
    case 'endsWith':
    case 'contains':
    case 'matches':
      return `${receiver(subject)}.${operator}(${printValue(value)})`;
    case 'not startsWith':
    case 'not endsWith':
    case 'not contains':
    case 'not matches':
      return `!${receiver(subject)}.${operator.slice('not '.length)}(${printValue(value)})`;
    default:
      return `${operand(subject)} ${operator} ${printValue(value)}`;
  }
}

export function printValue(value: RowValue): string {
  switch (value.kind) {
    case 'nothing':
      return '""';
    case 'literal':
      return printExpression({ kind: 'literal', value: value.value, type: DYNAMIC, from: 0, to: 0 });
    case 'timestamp':
    case 'duration':
      return `${value.kind}(${JSON.stringify(value.text)})`;
    case 'list':
      return `[${value.items.map(printValue).join(', ')}]`;
    case 'name':
      return value.name;
    default:
      return operand(value.source);
  }
}

const LOOSE: ReadonlySet<string> = new Set(['?:', '||', '&&', '==', '!=', '<', '<=', '>', '>=', 'in']);
const TIGHT: ReadonlySet<string> = new Set(['id', '.', '[]', 'call', 'rcall', 'list', 'map']);

/** Fit to stand on one side of a comparison. */
function operand(source: string): string {
  const parsed = parseExpression(source);
  return parsed.ok && LOOSE.has(parsed.root.op) && !isWrapped(source) ? `(${source})` : source;
}

/** Fit to stand before a dot or behind a `!`. */
function receiver(source: string): string {
  const parsed = parseExpression(source);
  return !parsed.ok || TIGHT.has(parsed.root.op) || isWrapped(source) ? source : `(${source})`;
}
