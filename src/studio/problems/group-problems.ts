import type { Diagnostic, Severity } from '../../document/diagnostic.ts';

export interface ProblemGroup {
  readonly severity: Severity;
  readonly title: string;
  readonly problems: readonly Diagnostic[];
}

const groups: readonly (readonly [Severity, string])[] = [
  ['error', 'Errors'],
  ['warning', 'Warnings'],
  ['info', 'Hints'],
];

/** By severity, the worst first; each group in the text's order. Empty groups are left out. */
export function groupProblems(diagnostics: readonly Diagnostic[]): readonly ProblemGroup[] {
  return groups
    .map(([severity, title]) => ({
      severity,
      title,
      problems: diagnostics.filter((diagnostic) => diagnostic.severity === severity),
    }))
    .filter(({ problems }) => problems.length > 0);
}
