import type { ExpressionProblem } from '../../../condition/check.ts';

export interface ExpressionProblemsProps {
  readonly text: string;
  readonly problems: readonly ExpressionProblem[];
  /** Writes a text in place of the one checked. */
  readonly onReplace: (text: string) => void;
}

/** What is wrong with an expression, each with the part that it is about and what was probably meant. */
export function ExpressionProblems({ text, problems, onReplace }: ExpressionProblemsProps) {
  return (
    <ul className="flex flex-col gap-1">
      {problems.slice(0, 3).map((problem) => {
        const part = text.slice(problem.from, problem.to).trim();
        const { replacement } = problem;
        return (
          <li key={`${problem.code} ${problem.from}`} className="text-xs text-error-ink">
            {part !== '' && !problem.message.includes(part) && (
              <code className="mr-1 rounded-sm bg-error-soft px-1 font-mono wrap-anywhere">{part}</code>
            )}
            {problem.message}
            {replacement !== undefined && (
              <button
                type="button"
                className="ml-1 rounded-sm px-1 font-medium text-accent-ink underline underline-offset-2 hover:bg-hover"
                // Leaving the field would write the text that is about to be put right.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => onReplace(text.slice(0, problem.from) + replacement + text.slice(problem.to))}
              >
                Use <code className="font-mono">{replacement}</code>
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
