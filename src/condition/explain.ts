import { createScope } from './compile.ts';
import { itemsOf } from './evaluation/compile-macro.ts';
import { cellOf, isKnown, LARGEST_WORK, type Frame, type Scope } from './evaluation/scope.ts';
import { childrenOf, type Expression, type MacroExpression } from './expression.ts';
import { EvaluationError, type Outcome, type Value } from './value.ts';

/** What an expression came to, and what its parts came to. */
export interface Explanation {
  readonly expression: Expression;
  readonly outcome: Outcome;
  /**
   * In source order. A macro has its target first, then what its body came to for each item (as far as they matter
   * and are not too many); those parts carry the item.
   */
  readonly parts: readonly Explanation[];
  /** The item of a macro that this part was evaluated for. */
  readonly item?: { readonly key: Value; readonly value: Value };
}

/** A macro's items are explained one by one up to here. */
const MOST_ITEMS = 50;

/** The same outcome as the compiled expression has, with every part's. */
export function explainExpression(expression: Expression, frame: Frame): Explanation {
  return explain(expression, frame, createScope());
}

function explain(expression: Expression, frame: Frame, scope: Scope): Explanation {
  scope.budget.left = LARGEST_WORK;
  const outcome = scope.compile(expression)(frame);
  if (expression.kind === 'macro')
    return { expression, outcome, parts: explainMacro(expression, frame, scope) };
  const parts = childrenOf(expression).map((child) => explain(child, frame, scope));
  return { expression, outcome, parts };
}

function explainMacro(expression: MacroExpression, frame: Frame, scope: Scope): readonly Explanation[] {
  const target = explain(expression.target, frame, scope);
  if (!isKnown(target.outcome)) return [target];
  const over = itemsOf(target.outcome, expression);
  if (over instanceof EvaluationError) return [target];
  const cell = cellOf(scope, expression.variable.local);
  const keyCell = expression.key === undefined ? undefined : cellOf(scope, expression.key.local);
  const items = over.items.slice(0, MOST_ITEMS).map((value, index): Explanation => {
    const key = over.keys?.[index] ?? index;
    cell.value = value;
    if (keyCell !== undefined) keyCell.value = key;
    return { ...explain(expression.body, frame, scope), item: { key, value } };
  });
  return [target, ...items];
}
