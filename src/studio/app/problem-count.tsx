import { useMemo } from 'react';
import { useProblems } from '../session/use-problems.ts';
import { Badge } from '../ui/badge.tsx';

export interface ProblemCount {
  readonly errors: number;
  readonly warnings: number;
}

export function useProblemCount(): ProblemCount {
  const problems = useProblems();
  return useMemo(
    () => ({
      errors: problems.filter(({ severity }) => severity === 'error').length,
      warnings: problems.filter(({ severity }) => severity === 'warning').length,
    }),
    [problems],
  );
}

/** "2 errors, 1 warning", "no problems". */
export function describeCount({ errors, warnings }: ProblemCount): string {
  const parts = [
    ...(errors > 0 ? [errors === 1 ? '1 error' : `${errors} errors`] : []),
    ...(warnings > 0 ? [warnings === 1 ? '1 warning' : `${warnings} warnings`] : []),
  ];
  return parts.length === 0 ? 'no problems' : parts.join(', ');
}

/** The number of errors, else of warnings; nothing where there is none. */
export function ProblemBadge() {
  const count = useProblemCount();
  if (count.errors + count.warnings === 0) return null;
  return (
    <Badge tone={count.errors > 0 ? 'error' : 'warning'} label={describeCount(count)}>
      {count.errors > 0 ? count.errors : count.warnings}
    </Badge>
  );
}
