import type { KeyboardEvent, ReactNode } from 'react';
import { Field } from '../../ui/field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useDraft, type Draft } from '../use-draft.ts';
import { useSession } from '../../session/session-context.tsx';
import type { ProcedureSession } from '../../session/procedure-session.ts';

export interface DraftFieldProps {
  readonly label: string;
  readonly value: string;
  /** Gives back the reason of a refusal. */
  readonly write: (text: string) => string | undefined;
  readonly hint?: ReactNode;
  readonly aside?: ReactNode;
  readonly placeholder?: string;
  readonly mono?: boolean;
  readonly multiline?: boolean;
  readonly inputMode?: 'text' | 'decimal' | 'numeric';
}

/** A text of the document: written on leaving the field or by Enter, taken back by Escape. */
export function DraftField({
  label,
  value,
  write,
  hint,
  aside,
  placeholder,
  mono = false,
  multiline = false,
  inputMode = 'text',
}: DraftFieldProps) {
  const session = useSession();
  const draft = useDraft(value, write);
  const shared = {
    value: draft.text,
    mono,
    placeholder,
    onBlur: () => draft.commit(),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => answerDraftKeys(event, draft, session),
  };
  return (
    <Field label={label} hint={hint} aside={aside} problem={draft.refusal}>
      {multiline ? (
        <TextArea {...shared} onChange={(event) => draft.change(event.target.value)} />
      ) : (
        <TextInput {...shared} inputMode={inputMode} onChange={(event) => draft.change(event.target.value)} />
      )}
    </Field>
  );
}

/**
 * Enter writes (with Shift it begins a line), Escape takes back. While nothing is being typed undo is the
 * procedure's: the browser would bring back what the field showed before.
 */
export function answerDraftKeys(
  event: KeyboardEvent<HTMLElement>,
  draft: Draft,
  session: ProcedureSession,
): void {
  if (event.nativeEvent.isComposing) return;
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    draft.commit();
  } else if (event.key === 'Escape' && draft.isDirty) {
    event.preventDefault();
    event.stopPropagation();
    draft.revert();
  } else if ((event.ctrlKey || event.metaKey) && !draft.isDirty && /^[zy]$/i.test(event.key)) {
    event.preventDefault();
    event.stopPropagation();
    if (event.shiftKey || event.key.toLowerCase() === 'y') session.redo();
    else session.undo();
  }
}
