import type { Environment } from '../../condition/environment.ts';
import { parseExpression } from '../../condition/parse-expression.ts';
import type { Branch, DecisionStep } from '../model.ts';
import { cellCondition } from './cell-expression.ts';
import { columnOf } from './column.ts';
import type { Column } from './column.ts';
import { splitTopLevel } from './top-level.ts';

interface Resolved {
  readonly environment: Environment;
  readonly step: DecisionStep;
}

const resolved = new WeakMap<DecisionStep, Resolved>();

/** A table's rows, each with the condition that its cells come to. The same for the same step and environment. */
export function resolveTable(step: DecisionStep, environment: Environment): DecisionStep {
  if (!step.columns) return step;
  const known = resolved.get(step);
  if (known?.environment === environment) return known.step;
  const columns = step.columns.map((column) => columnOf(column, environment));
  const made = { ...step, branches: step.branches.map((branch) => resolveRow(branch, columns)) };
  resolved.set(step, { environment, step: made });
  return made;
}

function resolveRow(branch: Branch, columns: readonly Column[]): Branch {
  return branch.cells ? { ...branch, when: rowCondition(branch.cells, columns) } : branch;
}

/** Cells that are missing let everything pass. Of a cell that cannot be read nothing is made but itself. */
function rowCondition(cells: readonly string[], columns: readonly Column[]): string {
  const conditions = columns.flatMap((column, index) => cellCondition(cells[index] ?? '', column) ?? []);
  const unreadable = conditions.find((condition) => !parseExpression(condition).ok);
  if (unreadable !== undefined) return unreadable;
  if (conditions.length < 2) return conditions[0] ?? 'true';
  return conditions.map((condition) => (isLoose(condition) ? `(${condition})` : condition)).join(' && ');
}

/** Whether `&&` beside it would change what it means. */
function isLoose(condition: string): boolean {
  return splitTopLevel({ text: condition, at: 0 }, '||').length > 1;
}
