import { useMemo, type ReactNode } from 'react';
import { completeExpression } from '../../../condition/complete.ts';
import { describeExpression } from '../../../condition/sentence.ts';
import type { ValueType } from '../../../condition/type.ts';
import { booleanType, checkedExpression } from '../../../document/checked-expression.ts';
import { environmentOf } from '../../../document/environment.ts';
import { useDocument } from '../../session/session-context.tsx';
import { Field } from '../../ui/field.tsx';
import { useDraft } from '../use-draft.ts';
import { ExpressionProblems } from './expression-problems.tsx';
import { ExpressionText } from './expression-text.tsx';

export interface ConditionFieldProps {
  readonly label: string;
  readonly value: string;
  readonly write: (text: string) => string | undefined;
  /** What it must come to; a condition unless said. */
  readonly expected?: ValueType;
  readonly hint?: ReactNode;
  readonly aside?: ReactNode;
  readonly placeholder?: string;
  /** False where an empty field means "not said". */
  readonly required?: boolean;
}

/** An expression in CEL: checked while it is typed, and told as a sentence. */
export function ConditionField({
  label,
  value,
  write,
  expected = booleanType,
  hint,
  aside,
  placeholder = 'order.total > 50',
  required = false,
}: ConditionFieldProps) {
  const environment = environmentOf(useDocument().procedure);
  const draft = useDraft(value, write);
  const empty = draft.text.trim() === '';
  const checked = empty ? undefined : checkedExpression(draft.text, environment, expected);
  const problems = checked?.problems ?? [];
  const sentence = useMemo(() => {
    if (!checked?.expression || checked.problems.length > 0) return undefined;
    const told = describeExpression(checked.expression);
    return told === draft.text.trim() ? undefined : told;
  }, [checked, draft.text]);
  return (
    <Field
      label={label}
      aside={aside}
      hint={<ConditionHint empty={empty && required} sentence={sentence} hint={hint} />}
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
        placeholder={placeholder}
        completionsAt={(text, offset) => completeExpression(text, offset, environment)}
        marks={problems.map(({ from, to }) => ({ from, to, severity: 'error' }))}
      />
    </Field>
  );
}

function ConditionHint({
  empty,
  sentence,
  hint,
}: {
  readonly empty: boolean;
  readonly sentence: string | undefined;
  readonly hint: ReactNode;
}) {
  if (sentence !== undefined) return <span className="text-muted">{sentence}</span>;
  return empty ? 'No condition yet.' : hint;
}
