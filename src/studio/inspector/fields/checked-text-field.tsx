import type { ReactNode } from 'react';
import type { ExpressionProblem } from '../../../condition/check.ts';
import type { Completion } from '../../../condition/complete.ts';
import { Field } from '../../ui/field.tsx';
import type { Draft } from '../use-draft.ts';
import { ExpressionProblems } from './expression-problems.tsx';
import { ExpressionText } from './expression-text.tsx';

export interface CheckedTextFieldProps {
  readonly label: string;
  readonly draft: Draft;
  /** Of the text as it is typed. */
  readonly problems: readonly ExpressionProblem[];
  readonly completionsAt: (text: string, offset: number) => readonly Completion[];
  readonly hint?: ReactNode;
  readonly aside?: ReactNode;
  readonly placeholder?: string | undefined;
  readonly mono?: boolean;
}

/** A text that holds expressions, with what is wrong with them below it. */
export function CheckedTextField({
  label,
  draft,
  problems,
  completionsAt,
  hint,
  aside,
  placeholder,
  mono = true,
}: CheckedTextFieldProps) {
  return (
    <Field
      label={label}
      aside={aside}
      hint={hint}
      problem={
        draft.refusal ??
        (problems.length > 0 ? (
          <ExpressionProblems
            text={draft.text}
            problems={problems}
            onReplace={(text) => draft.commit(text)}
          />
        ) : undefined)
      }
    >
      <ExpressionText
        draft={draft}
        mono={mono}
        {...(placeholder !== undefined && { placeholder })}
        completionsAt={completionsAt}
        marks={problems.map(({ from, to }) => ({ from, to, severity: 'error' }))}
      />
    </Field>
  );
}
