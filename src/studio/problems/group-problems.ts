import type { Diagnostic, Severity } from '../../document/diagnostic.ts';

export interface ProblemGroup<Problem extends Diagnostic> {
  readonly severity: Severity;
  readonly title: string;
  readonly problems: readonly Problem[];
}

const groups: readonly (readonly [Severity, string])[] = [
  ['error', 'Errors'],
  ['warning', 'Warnings'],
  ['info', 'Hints'],
];

/** By severity, the worst first; each group in the text's order. Empty groups are left out. */
export function groupProblems<Problem extends Diagnostic>(
  diagnostics: readonly Problem[],
): readonly ProblemGroup<Problem>[] {
  return groups
    .map(([severity, title]) => ({
      severity,
      title,
      problems: diagnostics.filter((diagnostic) => diagnostic.severity === severity),
    }))
    .filter(({ problems }) => problems.length > 0);
}
