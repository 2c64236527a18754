import type { Environment } from '../../condition/environment.ts';
import { booleanType } from '../checked-expression.ts';
import type { Path } from '../diagnostic.ts';
import type { PlacedExpression } from '../placed-expression.ts';
import type { DecisionStep } from '../model.ts';
import { cellExpression } from './cell-expression.ts';
import { cellItems, isAnything } from './cell-list.ts';
import { columnOf } from './column.ts';
import type { Column } from './column.ts';

/**
 * The expressions of a table's columns and cells; paths are relative to the step. Cells of a column that cannot be
 * read are not among them.
 */
export function expressionsOfTable(
  step: DecisionStep,
  environment: Environment,
): readonly PlacedExpression[] {
  const known = remembered.get(step);
  if (known?.environment === environment) return known.expressions;
  const expressions = collect(step, environment);
  remembered.set(step, { environment, expressions });
  return expressions;
}

const remembered = new WeakMap<
  DecisionStep,
  { readonly environment: Environment; readonly expressions: readonly PlacedExpression[] }
>();

function collect(step: DecisionStep, environment: Environment): readonly PlacedExpression[] {
  const columns = (step.columns ?? []).map((source) => columnOf(source, environment));
  return [
    ...(step.columns ?? []).map((source, index): PlacedExpression => ({
      path: ['columns', index],
      source,
      offset: 0,
      inTemplate: false,
      expected: undefined,
    })),
    ...step.branches.flatMap(({ cells }, row) =>
      columns.flatMap((column, index) =>
        expressionsOfCell(cells?.[index] ?? '', column, ['branches', row, 'when', index]),
      ),
    ),
  ];
}

function expressionsOfCell(cell: string, column: Column, path: Path): readonly PlacedExpression[] {
  if (isAnything(cell) || !column.type) return [];
  const items = cellItems(cell);
  if (!items) return [{ ...placed(cell, column, path), isBareWord: isBareWord(cell, column) }];
  return items.flatMap(({ text }, index) =>
    isAnything(text) ? [] : [placed(text, column, [...path, index])],
  );
}

function isBareWord(cell: string, { type, isName }: Column): boolean {
  const word = cell.trim();
  return type?.kind === 'string' && !type.enum && /^[\p{L}_][\p{L}\p{N}_ -]*$/u.test(word) && !isName(word);
}

function placed(cell: string, column: Column, path: Path): PlacedExpression {
  const made = cellExpression({ text: cell, at: 0 }, column);
  return {
    path,
    source: made.text,
    offset: 0,
    inTemplate: false,
    expected: booleanType,
    place: (from, to) => made.place(from, to),
  };
}
