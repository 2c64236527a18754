import { cellItems, isAnything } from './cell-list.ts';
import type { Column } from './column.ts';
import { MappedText } from './mapped-text.ts';
import { splitTopLevel, trimmed } from './top-level.ts';
import type { Stretch } from './top-level.ts';

const comparison = /^(==|!=|<=|>=|<|>|in\b(?!-))/;

/** Whether a part begins with an operator, so that the column's expression goes before it. */
export function startsWithOperator(part: string): boolean {
  return comparison.test(part);
}

/**
 * A cell's operands and conditions: what is CEL in its text, whatever stands around it. The column's `values` are
 * words that need no quotes, and no CEL.
 */
export function cellOperands(cell: string, values: readonly unknown[]): readonly Stretch[] {
  if (isAnything(cell)) return [];
  const items = cellItems(cell) ?? [{ text: cell, at: 0 }];
  return items.flatMap((item) =>
    conjunctionsOf(item, values).flatMap((parts) => parts.map((part) => operationOf(part, values).operand)),
  );
}

/** The condition that a cell, or one item of a list, comes to; `true` where it lets everything pass. */
export function cellExpression(cell: Stretch, column: Column): MappedText {
  const made = new MappedText();
  if (isAnything(cell.text)) return made.add('true');
  const conjunctions = conjunctionsOf(cell, valuesOf(column));
  for (const [index, parts] of conjunctions.entries()) {
    if (index > 0) made.add(' || ');
    for (const [at, part] of parts.entries()) {
      if (at > 0) made.add(' && ');
      addPart(made, part, column, at === 0);
    }
  }
  return made;
}

/** The CEL of a whole cell; undefined where it lets everything pass. */
export function cellCondition(cell: string, column: Column): string | undefined {
  if (isAnything(cell)) return undefined;
  const items = cellItems(cell);
  if (!items) return cellExpression({ text: cell, at: 0 }, column).text;
  if (items.some(({ text }) => isAnything(text))) return undefined;
  if (items.every((item) => isValue(item, valuesOf(column)))) {
    const values = items.map((item) => addOperand(new MappedText(), item, column).text);
    return `${column.term} in [${values.join(', ')}]`;
  }
  return items.map((item) => cellExpression(item, column).text).join(' || ');
}

function valuesOf({ type }: Column): readonly unknown[] {
  return (type?.kind === 'string' && type.enum) || [];
}

/**
 * Alternatives (`||`) of parts that must all hold (`&&`); a cell without comparisons is one value. So is one of the
 * column's values, also where it looks like a comparison: `in-transit`.
 */
function conjunctionsOf(cell: Stretch, values: readonly unknown[]): readonly (readonly Stretch[])[] {
  const isComparison = ({ text }: Stretch): boolean => operatorOf(text, values) !== undefined;
  const whole = trimmed(cell);
  if (values.includes(whole.text)) return [[whole]];
  const alternatives = splitTopLevel(cell, '||').map(trimmed);
  if (!alternatives.some(isComparison)) return [[whole]];
  return alternatives.map((alternative) =>
    isComparison(alternative) ? splitTopLevel(alternative, '&&').map(trimmed) : [alternative],
  );
}

function isValue(item: Stretch, values: readonly unknown[]): boolean {
  return conjunctionsOf(item, values).every((parts) =>
    parts.every(({ text }) => operatorOf(text, values) === undefined),
  );
}

function operatorOf(text: string, values: readonly unknown[]): string | undefined {
  return values.includes(text) ? undefined : comparison.exec(text)?.[0];
}

function operationOf(
  part: Stretch,
  values: readonly unknown[],
): { readonly operator: string | undefined; readonly operand: Stretch } {
  const operator = operatorOf(part.text, values);
  if (operator === undefined) return { operator, operand: part };
  const rest = { text: part.text.slice(operator.length), at: part.at + operator.length };
  return { operator, operand: trimmed(rest) };
}

/** `isFirst`: what stands behind `&&` without a comparison is a condition of its own. */
function addPart(made: MappedText, part: Stretch, column: Column, isFirst: boolean): void {
  const { operator, operand } = operationOf(part, valuesOf(column));
  if (operator !== undefined) {
    made.add(`${column.term} `).copy({ text: operator, at: part.at }).add(' ');
    if (operator === 'in') addElements(made, operand, column);
    else addOperand(made, operand, column);
  } else if (!isFirst) {
    made.copy(part);
  } else if (column.type?.kind === 'boolean' && !column.type.nullable && /^(true|false)$/.test(part.text)) {
    made.add(part.text === 'true' ? column.term : `!${column.term}`);
  } else {
    made.add(`${column.term} == `);
    addOperand(made, part, column);
  }
}

/** `in [one, other]`: each may be a bare word as well. */
function addElements(made: MappedText, list: Stretch, column: Column): void {
  const items = cellItems(list.text);
  if (!items) {
    made.copy(list);
    return;
  }
  made.add('[');
  for (const [index, { text, at }] of items.entries()) {
    if (index > 0) made.add(', ');
    addOperand(made, { text, at: at + list.at }, column);
  }
  made.add(']');
}

function addOperand(made: MappedText, operand: Stretch, column: Column): MappedText {
  if (standsForText(operand.text, column)) return made.quote(operand);
  if (/^[^&|?=!<>]*$/.test(operand.text)) return made.copy(operand);
  return made.add('(').copy(operand).add(')');
}

/**
 * A value of the column's enumeration needs no quotes; nor does a word that looks like one and means nothing else,
 * so that a misspelt value is told as such.
 */
function standsForText(word: string, { type, isName }: Column): boolean {
  if (type?.kind !== 'string' || !type.enum) return false;
  if (type.enum.includes(word)) return true;
  return /^[\p{L}_][\p{L}\p{N}_ -]*$/u.test(word) && word !== 'null' && !isName(word);
}
