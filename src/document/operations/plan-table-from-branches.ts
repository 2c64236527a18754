import type { SopDocument } from '../document.ts';
import { declaredEnvironment } from '../environment.ts';
import { cellValue } from '../table/cell-value.ts';
import { cellsFromCondition } from '../table/cells-from-condition.ts';
import { Draft } from '../yaml-edit/draft.ts';
import { decisionRefusal } from './plan-add-branch.ts';
import { planned, refused } from './plan.ts';
import type { Plan } from './plan.ts';
import { setField } from './set-field.ts';
import { tableOf } from './table-shape.ts';

/**
 * Makes a table of a decision whose branches are comparisons joined by `&&`; a column for each thing compared, in the
 * order in which they occur. What it decides stays the same. `column` is the first one of a decision without branches.
 */
export function planTableFromBranches(document: SopDocument, stepId: string, column?: string): Plan {
  const refusal = decisionRefusal(document, stepId);
  if (refusal) return refusal;
  if (tableOf(document.source.data, stepId)) return planned([]);
  const step = document.procedure.steps.get(stepId);
  if (step?.kind !== 'decision') {
    return refused('not-possible', `“${stepId}” cannot be read at present: put its text right first.`);
  }
  const environment = declaredEnvironment(document.procedure);
  const rows = step.branches.map(({ when }) =>
    when.trim() === '' ? new Map() : cellsFromCondition(when, environment),
  );
  const unreadable = rows.indexOf(undefined);
  if (unreadable !== -1) {
    return refused(
      'not-possible',
      `Branch ${unreadable + 1} is more than comparisons joined by “and”, so no row of a table can say it.`,
    );
  }
  const found = new Set(rows.flatMap((row) => [...(row?.keys() ?? [])]));
  const columns = [...(found.size > 0 ? found : new Set(column === undefined ? [] : [column]))];
  if (columns.length === 0)
    return refused('not-possible', 'There is nothing compared here that could be a column.');
  const draft = new Draft(document.source);
  setField(draft, ['steps', stepId, 'columns'], columns);
  for (const [index, row] of rows.entries()) {
    const cells = columns.map((each) => cellValue(row?.get(each) ?? '-'));
    setField(draft, ['steps', stepId, 'branches', index, 'when'], cells);
  }
  return draft.plan();
}
