import { completeExpression } from '../../../condition/complete.ts';
import { environmentOf } from '../../../document/environment.ts';
import { useDocument } from '../../session/session-context.tsx';
import { ExpressionText } from '../fields/expression-text.tsx';
import { useDraft } from '../use-draft.ts';

export interface VerbatimRowProps {
  readonly label: string;
  readonly text: string;
  readonly write: (text: string) => string | undefined;
}

/** What rows cannot show stays CEL, to be edited as such. */
export function VerbatimRow({ label, text, write }: VerbatimRowProps) {
  const environment = environmentOf(useDocument().procedure);
  const draft = useDraft(text, (next) => (next.trim() === '' ? 'It needs a condition.' : write(next)));
  return (
    <div className="min-w-0 grow">
      <ExpressionText
        aria-label={`${label}, as text`}
        draft={draft}
        completionsAt={(typed, offset) => completeExpression(typed, offset, environment)}
        marks={[]}
      />
      {draft.refusal !== undefined && <p className="text-xs text-error-ink">{draft.refusal}</p>}
    </div>
  );
}
