import { parseTemplate } from '../../condition/template.ts';
import type { Path } from '../diagnostic.ts';
import { cellOperands } from '../table/cell-expression.ts';
import { isList, isMap } from '../yaml-edit/data.ts';
import type { DataMap } from '../yaml-edit/data.ts';
import { sectionOf } from './editable.ts';

/** An expression in the text: a whole scalar, or what stands between `{{` and `}}`. */
export interface ExpressionText {
  readonly path: Path;
  readonly source: string;
  /** Where it begins in the scalar's value. */
  readonly offset: number;
}

const templateKeys = ['say', 'ask', 'instruct', 'handoff', 'disclose', 'alwaysSay'];

/** All of them, also in steps whose other parts cannot be understood. */
export function* expressionTexts(data: unknown): Generator<ExpressionText> {
  for (const [name, derived] of sectionOf(data, 'derived'))
    yield* conditions(derived, ['derived', name], ['is']);
  for (const [id, step] of sectionOf(data, 'steps')) {
    const path = ['steps', id];
    if (!isMap(step)) continue;
    for (const list of ['branches', 'triggers']) {
      const items = step.get(list);
      if (!isList(items)) continue;
      for (const [index, item] of items.entries()) yield* conditions(item, [...path, list, index], ['when']);
    }
    yield* table(data, step, path);
    const inputs = step.get('with');
    if (isMap(inputs)) yield* conditions(inputs, [...path, 'with'], [...inputs.keys()]);
    yield* templates(step, path);
  }
  for (const [id, guardrail] of sectionOf(data, 'guardrails')) {
    yield* conditions(guardrail, ['guardrails', id], ['confirm', 'require']);
    yield* templates(guardrail, ['guardrails', id]);
  }
}

function* table(data: unknown, step: DataMap, path: Path): Generator<ExpressionText> {
  const columns = step.get('columns');
  const rows = step.get('branches');
  if (!isList(columns)) return;
  for (const [index, column] of columns.entries()) {
    if (typeof column === 'string') yield { path: [...path, 'columns', index], source: column, offset: 0 };
  }
  for (const [index, row] of isList(rows) ? rows.entries() : []) {
    const cells = isMap(row) ? row.get('when') : undefined;
    for (const [at, cell] of isList(cells) ? cells.entries() : []) {
      yield* inCell(cell, valuesOf(data, columns[at]), [...path, 'branches', index, 'when', at]);
    }
  }
}

/** What a cell compares with. A word that is one of the column's values is no name. */
function* inCell(cell: unknown, values: readonly unknown[], path: Path): Generator<ExpressionText> {
  if (isList(cell)) for (const [index, item] of cell.entries()) yield* inCell(item, values, [...path, index]);
  if (typeof cell !== 'string') return;
  for (const { text, at } of cellOperands(cell, values)) {
    if (!values.includes(text)) yield { path, source: text, offset: at };
  }
}

/** The enumeration of the fact, derived fact or parameter that a column is. */
function valuesOf(data: unknown, column: unknown): readonly unknown[] {
  if (typeof column !== 'string') return [];
  const name = column.trim();
  const declared =
    sectionOf(data, 'facts').get(name) ??
    sectionOf(data, 'derived').get(name) ??
    sectionOf(data, 'parameters').get(name.replace(/^parameters\./, ''));
  const values = isMap(declared) ? declared.get('enum') : undefined;
  return isList(values) ? values : [];
}

function* conditions(holder: unknown, path: Path, keys: readonly string[]): Generator<ExpressionText> {
  if (!isMap(holder)) return;
  for (const key of keys) {
    const source = holder.get(key);
    if (typeof source === 'string') yield { path: [...path, key], source, offset: 0 };
  }
}

function* templates(holder: unknown, path: Path): Generator<ExpressionText> {
  if (!isMap(holder)) return;
  for (const key of templateKeys) {
    const wording = holder.get(key);
    if (typeof wording === 'string') yield* template(wording, [...path, key]);
    if (!isMap(wording)) continue;
    for (const [locale, text] of wording) {
      if (typeof text === 'string') yield* template(text, [...path, key, locale]);
    }
  }
}

function* template(text: string, path: Path): Generator<ExpressionText> {
  if (!text.includes('{{')) return;
  for (const part of parseTemplate(text).parts) {
    if ('source' in part) yield { path, source: part.source, offset: part.from };
  }
}
