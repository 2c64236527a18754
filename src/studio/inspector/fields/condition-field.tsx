import { useMemo, type ReactNode } from 'react';
import { completeExpression } from '../../../condition/complete.ts';
import { rowsFromExpression } from '../../../condition/rows/rows-from-expression.ts';
import { describeExpression } from '../../../condition/sentence.ts';
import type { ValueType } from '../../../condition/type.ts';
import { booleanType, checkedExpression } from '../../../document/checked-expression.ts';
import { environmentOf } from '../../../document/environment.ts';
import { useDocument } from '../../session/session-context.tsx';
import { emptyRows } from '../rows/change-rows.ts';
import { ConditionRows } from '../rows/condition-rows.tsx';
import { useConditionView } from '../rows/condition-view.ts';
import { useDraft } from '../use-draft.ts';
import { CheckedTextField } from './checked-text-field.tsx';

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

/** An expression: checked while it is typed, told as a sentence; a condition can be filled in as rows, too. */
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
  const { view } = useConditionView();
  const isCondition = expected.kind === 'boolean';
  const empty = draft.text.trim() === '';
  const checked = empty ? undefined : checkedExpression(draft.text, environment, expected);
  const problems = checked?.problems ?? [];
  const sentence = useMemo(() => {
    if (!checked?.expression || checked.problems.length > 0) return undefined;
    const told = describeExpression(checked.expression);
    return told === draft.text.trim() ? undefined : told;
  }, [checked, draft.text]);
  const rows = useMemo(() => {
    if (!isCondition || view !== 'rows') return undefined;
    return value.trim() === '' ? emptyRows : rowsFromExpression(value, environment);
  }, [isCondition, view, value, environment]);
  const asideWithSwitch = isCondition ? (
    <span className="flex items-center gap-1">
      {aside}
      <ViewSwitch label={label} />
    </span>
  ) : (
    aside
  );
  const told = <ConditionHint empty={empty && required} sentence={sentence} hint={hint} />;

  if (rows !== undefined && !draft.isDirty) {
    return (
      <ConditionRows
        label={label}
        rows={rows}
        environment={environment}
        aside={asideWithSwitch}
        hint={told}
        write={write}
      />
    );
  }
  return (
    <CheckedTextField
      label={label}
      draft={draft}
      problems={problems}
      completionsAt={(text, offset) => completeExpression(text, offset, environment)}
      hint={told}
      aside={asideWithSwitch}
      placeholder={placeholder}
    />
  );
}

function ViewSwitch({ label }: { readonly label: string }) {
  const { view, setView } = useConditionView();
  const other = view === 'rows' ? 'text' : 'rows';
  return (
    <button
      type="button"
      aria-label={`${label}: conditions as ${other}`}
      className="-my-1 h-6 shrink-0 rounded-md px-1.5 text-xs font-medium text-accent-ink hover:bg-hover"
      onClick={() => setView(other)}
    >
      As {other}
    </button>
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
