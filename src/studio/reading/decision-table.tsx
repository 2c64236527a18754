import { valuedSentenceOf } from '../../document/condition-sentence.ts';
import type { Branch, DecisionStep } from '../../document/model.ts';
import { isAnything } from '../../document/table/cell-list.ts';
import { cellCondition } from '../../document/table/cell-expression.ts';
import { columnOf } from '../../document/table/column.ts';
import type { Passage } from './passage.ts';
import { StepLink } from './step-link.tsx';
import { TableRoom } from './table-room.tsx';

/** A decision table as a table: one row a branch, each cell the condition that it states. */
export function DecisionTable({
  passage: { ways, vocabulary },
  step,
}: {
  readonly passage: Passage;
  readonly step: DecisionStep;
}) {
  const columns = step.columns ?? [];
  const { environment, parameters } = vocabulary;
  const named = step.branches.some(({ label }) => label !== undefined);
  const condition = ({ cells }: Branch, index: number): string => {
    const cell = cells?.[index];
    if (cell === undefined || isAnything(cell)) return 'anything';
    const source = cellCondition(cell, columnOf(columns[index] ?? '', environment));
    return source === undefined ? cell : valuedSentenceOf(source, environment, parameters);
  };
  return (
    <>
      <p>
        {step.hits === 'unique' ? 'At most one of these rows holds.' : 'The first row that holds decides.'} In
        a row, all cells must hold.
      </p>
      <TableRoom label="Table of the decision">
        <table className="reading-table">
          <thead>
            <tr>
              {columns.map((column, index) => (
                // Two columns may read alike.
                <th key={`${index} ${column}`} scope="col">
                  {isName(column) ? column : valuedSentenceOf(column, environment, parameters, undefined)}
                </th>
              ))}
              {named && <th scope="col">Called</th>}
              <th scope="col">Go to</th>
            </tr>
          </thead>
          <tbody>
            {step.branches.map((branch, row) => (
              // Rows have no other identity than their place.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={row}>
                {branch.cells === undefined ? (
                  <td colSpan={Math.max(columns.length, 1)}>
                    {valuedSentenceOf(branch.when, environment, parameters)}
                  </td>
                ) : (
                  columns.map((column, index) => (
                    <td key={`${index} ${column}`}>{condition(branch, index)}</td>
                  ))
                )}
                {named && <td>{branch.label}</td>}
                <td>
                  <StepLink to={ways[row]?.to} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRoom>
    </>
  );
}

/** A name heads its column as it is; a sentence would say of a yes or no that it is yes. */
function isName(column: string): boolean {
  return /^[\w.]+$/.test(column.trim());
}
