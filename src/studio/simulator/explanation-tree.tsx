import { ChevronRight } from 'lucide-react';
import { formatValue } from '../../condition/coerce.ts';
import type { Explanation } from '../../condition/explain.ts';
import { printExpression } from '../../condition/print.ts';
import type { Outcome } from '../../condition/value.ts';
import { EvaluationError } from '../../condition/value.ts';
import { classNames } from '../ui/class-names.ts';
import type { DerivedExplanation } from '../../engine/explain.ts';

/** A condition with the value of each of its parts; derived names open into what they are made of. */
export function ExplanationTree({
  explanation,
  derived,
}: {
  readonly explanation: Explanation;
  readonly derived: readonly DerivedExplanation[];
}) {
  return (
    <ul className="flex flex-col text-xs">
      <TreeNode explanation={explanation} derived={derived} open />
    </ul>
  );
}

function TreeNode({
  explanation,
  derived,
  open = false,
}: {
  readonly explanation: Explanation;
  readonly derived: readonly DerivedExplanation[];
  readonly open?: boolean;
}) {
  const { expression, outcome, item } = explanation;
  const behind =
    expression.kind === 'name' && expression.role === 'derived'
      ? derived.find(({ name }) => name === expression.name)
      : undefined;
  const parts = explanation.parts.filter(({ expression: { kind } }) => kind !== 'literal');
  const line = (
    <span className="flex min-w-0 items-baseline gap-1.5">
      {item && <span className="shrink-0 text-faint">{formatValue(item.key)}:</span>}
      <code className="truncate font-mono text-ink" title={printExpression(expression)}>
        {printExpression(expression)}
      </code>
      <OutcomeMark outcome={outcome} type={expression.type} />
    </span>
  );
  if (parts.length === 0 && !behind) return <li className="flex min-w-0 py-px pl-3.5">{line}</li>;
  return (
    <li className="min-w-0">
      <details open={open}>
        <summary className="flex cursor-default list-none items-baseline gap-0.5 rounded-sm py-px hover:bg-hover">
          <ChevronRight
            aria-hidden
            size={12}
            className="shrink-0 self-center text-faint transition-transform [[open]>summary>&]:rotate-90"
          />
          {line}
        </summary>
        <ul className="ml-1.5 border-l border-line pl-2">
          {behind && <TreeNode explanation={behind.explanation} derived={behind.derived} />}
          {parts.map((part, index) => (
            <TreeNode key={index} explanation={part} derived={derived} open={open && parts.length === 1} />
          ))}
        </ul>
      </details>
    </li>
  );
}

function OutcomeMark({
  outcome,
  type,
}: {
  readonly outcome: Outcome;
  readonly type: Parameters<typeof formatValue>[1];
}) {
  const text = formatValue(outcome, type);
  return (
    <span
      title={text}
      className={classNames(
        'max-w-48 shrink-0 truncate rounded-sm px-1',
        outcome === undefined || outcome instanceof EvaluationError
          ? 'bg-warning-soft text-warning-ink'
          : 'bg-sunken text-muted',
      )}
    >
      {text}
    </span>
  );
}
