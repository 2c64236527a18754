import { useSession } from '../../session/session-context.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { answerDraftKeys } from '../fields/draft-field.tsx';
import { useDraft } from '../use-draft.ts';

export interface DraftInputProps {
  readonly label: string;
  readonly value: string;
  readonly write: (text: string) => string | undefined;
  readonly mono?: boolean;
  readonly inputMode?: 'text' | 'decimal';
  readonly type?: 'text' | 'datetime-local';
  readonly className?: string;
}

/** A text of a row: written on leaving it or by Enter, taken back by Escape. */
export function DraftInput({ label, value, write, mono, inputMode, type, className }: DraftInputProps) {
  const session = useSession();
  const draft = useDraft(value, write);
  return (
    <span className="flex min-w-0 grow flex-col">
      <TextInput
        aria-label={label}
        aria-invalid={draft.refusal !== undefined}
        value={draft.text}
        {...(mono !== undefined && { mono })}
        {...(type !== undefined && { type })}
        inputMode={inputMode}
        className={className}
        onChange={(event) => draft.change(event.target.value)}
        onBlur={() => draft.commit()}
        onKeyDown={(event) => answerDraftKeys(event, draft, session)}
      />
      {draft.refusal !== undefined && <span className="text-xs text-error-ink">{draft.refusal}</span>}
    </span>
  );
}
