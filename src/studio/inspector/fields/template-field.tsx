import type { ReactNode } from 'react';
import { environmentOf } from '../../../document/environment.ts';
import { useDocument } from '../../session/session-context.tsx';
import { Field } from '../../ui/field.tsx';
import { useDraft } from '../use-draft.ts';
import { ExpressionProblems } from './expression-problems.tsx';
import { ExpressionText } from './expression-text.tsx';
import { completeTemplate, templateProblems } from './template-assist.ts';

export interface TemplateFieldProps {
  readonly label: string;
  readonly value: string;
  readonly write: (text: string) => string | undefined;
  readonly hint?: ReactNode;
  readonly aside?: ReactNode;
  readonly placeholder?: string;
}

/** A text for people, with expressions between double braces. */
export function TemplateField({ label, value, write, hint, aside, placeholder }: TemplateFieldProps) {
  const environment = environmentOf(useDocument().procedure);
  const draft = useDraft(value, write);
  const problems = templateProblems(draft.text, environment);
  return (
    <Field
      label={label}
      hint={hint}
      aside={aside}
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
        mono={false}
        placeholder={placeholder}
        completionsAt={(text, offset) => completeTemplate(text, offset, environment)}
        marks={problems.map(({ from, to }) => ({ from, to, severity: 'error' }))}
      />
    </Field>
  );
}
