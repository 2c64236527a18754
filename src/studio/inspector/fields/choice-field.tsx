import { useState } from 'react';
import { Field } from '../../ui/field.tsx';
import { Select, type SelectOption } from '../../ui/select.tsx';

export interface ChoiceFieldProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly SelectOption[];
  readonly write: (value: string) => string | undefined;
  readonly hint?: string;
  readonly placeholder?: string;
}

/** A choice among a few: written at once. */
export function ChoiceField({ label, value, options, write, hint, placeholder }: ChoiceFieldProps) {
  const [problem, setProblem] = useState<string>();
  return (
    <Field label={label} hint={hint} problem={problem}>
      <Select
        value={value}
        options={options}
        placeholder={placeholder}
        onChange={(next) => next !== value && setProblem(write(next))}
      />
    </Field>
  );
}
