import { useState } from 'react';
import type { Path } from '../../../document/diagnostic.ts';
import { planAddListItem } from '../../../document/operations/plan-add-list-item.ts';
import { planDeleteListItem } from '../../../document/operations/plan-delete-list-item.ts';
import { Field } from '../../ui/field.tsx';
import type { Inspected } from '../use-inspected.ts';
import { TagInput } from './tag-input.tsx';

const none: readonly string[] = [];

export interface TagFieldProps {
  readonly label: string;
  readonly path: Path;
  readonly values: readonly string[];
  readonly inspected: Inspected;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly suggestions?: readonly string[];
  readonly mono?: boolean;
  /** Commas belong to the value: regular expressions, sentences. */
  readonly wholeLine?: boolean;
}

/** A list of words in the document. */
export function TagField({
  label,
  path,
  values,
  inspected,
  hint,
  placeholder,
  suggestions = none,
  mono,
  wholeLine,
}: TagFieldProps) {
  const { gesture } = inspected;
  const [problem, setProblem] = useState<string>();
  const add = (value: string) =>
    setProblem(
      gesture(`Add to ${label.toLowerCase()}`, (document) => planAddListItem(document, path, value)),
    );
  const remove = (index: number) =>
    setProblem(
      gesture(`Remove from ${label.toLowerCase()}`, (document) => planDeleteListItem(document, path, index)),
    );
  return (
    <Field label={label} hint={hint} problem={problem}>
      <TagInput
        label={label}
        values={values}
        suggestions={suggestions.filter((suggestion) => !values.includes(suggestion))}
        placeholder={placeholder}
        mono={mono}
        wholeLine={wholeLine}
        onAdd={add}
        onRemove={remove}
      />
    </Field>
  );
}
