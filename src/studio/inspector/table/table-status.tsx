import { describeExpression } from '../../../condition/sentence.ts';
import { booleanType, checkedExpression } from '../../../document/checked-expression.ts';
import type { Diagnostic } from '../../../document/diagnostic.ts';
import { environmentOf } from '../../../document/environment.ts';
import type { Branch, Procedure } from '../../../document/model.ts';

export interface TableStatusProps {
  readonly procedure: Procedure;
  /** The row that the keys are about, from 1; undefined in the header. */
  readonly row: number;
  readonly branch: Branch | undefined;
  readonly problems: readonly Diagnostic[];
  readonly refusal: string | undefined;
}

/** Below the grid: what is wrong with the cell that the keys are about, else its row as a sentence. */
export function TableStatus({ procedure, row, branch, problems, refusal }: TableStatusProps) {
  return (
    <div className="flex min-h-5 flex-col gap-0.5 text-xs">
      {refusal !== undefined && <p className="text-error-ink">{refusal}</p>}
      {problems.map(({ code, message, severity }) => (
        <p
          key={`${code} ${message}`}
          className={severity === 'error' ? 'text-error-ink' : 'text-warning-ink'}
        >
          {message}
        </p>
      ))}
      {branch !== undefined && problems.length === 0 && (
        <p className="text-muted">
          Row {row}: {sentenceOf(branch.when, procedure)}
          {branch.next !== undefined && (
            <>
              {' → '}
              <span className="font-mono">{branch.next}</span>
            </>
          )}
        </p>
      )}
    </div>
  );
}

function sentenceOf(when: string, procedure: Procedure): string {
  if (when === 'true') return 'always';
  const { expression } = checkedExpression(when, environmentOf(procedure), booleanType);
  return expression ? describeExpression(expression) : when;
}
