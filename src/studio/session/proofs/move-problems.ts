import type { Fix } from '../../../document/diagnostic.ts';
import type { ProvedProblem } from '../../../engine/proofs/prove-procedure.ts';
import type { ChangedStretch } from '../changed-stretch.ts';
import { moveEdits, moveSpan } from '../rebase-edits.ts';

/**
 * What was proved of a text, as it stands once a stretch of it has changed. A problem in the changed stretch is left
 * out until it is proved anew, and so is a fix that would write there.
 */
export function moveProblems(
  problems: readonly ProvedProblem[],
  stretch: ChangedStretch,
): readonly ProvedProblem[] {
  return problems.flatMap((problem): readonly ProvedProblem[] => {
    const span = moveSpan(problem.span, stretch);
    if (!span) return [];
    const fixes = problem.fixes.flatMap((fix): readonly Fix[] => {
      const edits = moveEdits(fix.edits, stretch);
      return edits ? [{ ...fix, edits }] : [];
    });
    return [{ ...problem, span, fixes }];
  });
}
