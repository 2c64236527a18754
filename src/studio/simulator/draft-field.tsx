import type { ReactNode } from 'react';
import { Field } from '../ui/field.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useDraft } from './use-draft.ts';

/** A text that is written down when the person leaves the field or presses Enter, as one undo step. */
export function DraftField({
  label,
  value,
  onCommit,
  problemOf,
  placeholder,
  hint,
  aside,
  mono = false,
  lines = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly onCommit: (value: string) => void;
  /** What is wrong with a text, if anything; such a text is not written down. */
  readonly problemOf?: (value: string) => string | undefined;
  readonly placeholder?: string;
  readonly hint?: ReactNode;
  readonly aside?: ReactNode;
  readonly mono?: boolean;
  readonly lines?: boolean;
}) {
  const [draft, setDraft] = useDraft(value);
  const problem = draft === value ? undefined : problemOf?.(draft);

  function commit(): void {
    if (draft !== value && problem === undefined) onCommit(draft);
  }

  const shared = { value: draft, placeholder, mono, onBlur: commit } as const;
  return (
    <Field label={label} hint={hint} problem={problem} aside={aside}>
      {lines ? (
        <TextArea {...shared} onChange={(event) => setDraft(event.target.value)} />
      ) : (
        <TextInput
          {...shared}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
            if (event.key === 'Escape' && draft !== value) {
              event.stopPropagation();
              setDraft(value);
            }
          }}
        />
      )}
    </Field>
  );
}
