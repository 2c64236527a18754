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
/** An explanation is for reading: past this many parts, or this much work, what is deeper is left out. */
const MOST_PARTS = 2_000;
const MOST_WORK = 5 * LARGEST_WORK;

interface Explaining {
  readonly frame: Frame;
  readonly scope: Scope;
  parts: number;
  work: number;
}

/** The same outcome as the compiled expression has, with every part's. */
export function explainExpression(expression: Expression, frame: Frame): Explanation {
  return explain(expression, { frame, scope: createScope(), parts: 0, work: 0 });
}

function explain(expression: Expression, explaining: Explaining): Explanation {
  const { frame, scope } = explaining;
  scope.budget.left = LARGEST_WORK;
  const outcome = scope.compile(expression)(frame);
  explaining.parts += 1;
  explaining.work += LARGEST_WORK - scope.budget.left;
  if (explaining.parts > MOST_PARTS || explaining.work > MOST_WORK) return { expression, outcome, parts: [] };
  const parts =
    expression.kind === 'macro'
      ? explainMacro(expression, explaining)
      : childrenOf(expression).map((child) => explain(child, explaining));
  return { expression, outcome, parts };
}

function explainMacro(expression: MacroExpression, explaining: Explaining): readonly Explanation[] {
  const { scope } = explaining;
  const target = explain(expression.target, explaining);
  if (!isKnown(target.outcome)) return [target];
  const over = itemsOf(target.outcome, expression);
  if (over instanceof EvaluationError) return [target];
  const cell = cellOf(scope, expression.variable.local);
  const keyCell = expression.key === undefined ? undefined : cellOf(scope, expression.key.local);
  const parts = [target];
  for (const [index, value] of over.items.slice(0, MOST_ITEMS).entries()) {
    const key = over.keys?.[index] ?? index;
    cell.value = value;
    if (keyCell !== undefined) keyCell.value = key;
    parts.push({ ...explain(expression.body, explaining), item: { key, value } });
  }
  return parts;
}
