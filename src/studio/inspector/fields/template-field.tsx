import type { ReactNode } from 'react';
import { environmentOf } from '../../../document/environment.ts';
import { useDocument } from '../../session/session-context.tsx';
import { useDraft } from '../use-draft.ts';
import { CheckedTextField } from './checked-text-field.tsx';
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
  return (
    <CheckedTextField
      label={label}
      draft={draft}
      problems={templateProblems(draft.text, environment)}
      completionsAt={(text, offset) => completeTemplate(text, offset, environment)}
      hint={hint}
      aside={aside}
      placeholder={placeholder}
      mono={false}
    />
  );
}
