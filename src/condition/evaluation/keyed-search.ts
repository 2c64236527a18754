import type { Expression, MacroExpression } from '../expression.ts';
import { failure } from '../functions/function-spec.ts';
import type { Outcome, Value } from '../value.ts';
import type { Evaluate, Frame, Scope } from './scope.ts';

/** `i.id == x`, where x does not hang on the item: found by reading one field of each item. */
interface KeyedTest {
  readonly field: string;
  readonly wanted: Expression;
}

/**
 * The commonest macros look an item up by a field: `exists`, `find` and `count` over `i.field == x`. They run without
 * a closure for each item. Whatever is not plain (another type, a field that is missing, an unknown) is left to
 * `general`, which starts over.
 */
export function compileKeyedSearch(
  expression: MacroExpression,
  target: Evaluate,
  scope: Scope,
  general: (value: Outcome, frame: Frame) => Outcome,
): Evaluate | undefined {
  const test = keyedTest(expression);
  if (test === undefined) return undefined;
  const { field } = test;
  const wanted = scope.compile(test.wanted);
  const { budget } = scope;
  const finish = finisherOf(expression);
  return (frame) => {
    const items = target(frame);
    if (!Array.isArray(items)) return general(items, frame);
    const key = wanted(frame);
    if (typeof key !== 'string') return general(items, frame);
    budget.left -= items.length;
    if (budget.left < 0) return failure(expression, 'this looks at too many items');
    return (
      finish(items as readonly { readonly [field: string]: Value }[], field, key) ?? general(items, frame)
    );
  };
}

/** Undefined when it cannot tell. */
type Finish = (
  items: readonly { readonly [field: string]: Value }[],
  field: string,
  key: string,
) => Value | undefined;

function finisherOf({ macro }: MacroExpression): Finish {
  if (macro === 'exists') return exists;
  return macro === 'find' ? find : count;
}

const exists: Finish = (items, field, key) => {
  for (let index = 0; index < items.length; index += 1) {
    const value = items[index]?.[field];
    if (value === key) return true;
    if (typeof value !== 'string') return undefined;
  }
  return false;
};

const find: Finish = (items, field, key) => {
  for (let index = 0; index < items.length; index += 1) {
    const value = items[index]?.[field];
    if (value === key) return items[index];
    if (typeof value !== 'string') return undefined;
  }
  return undefined;
};

const count: Finish = (items, field, key) => {
  let found = 0;
  for (let index = 0; index < items.length; index += 1) {
    const value = items[index]?.[field];
    if (value === key) found += 1;
    else if (typeof value !== 'string') return undefined;
  }
  return found;
};

function keyedTest({ macro, key, variable, body, target }: MacroExpression): KeyedTest | undefined {
  if (macro !== 'exists' && macro !== 'find' && macro !== 'count') return undefined;
  if (key !== undefined || body.kind !== 'compare' || body.operator !== '==') return undefined;
  if (target.type.kind !== 'list' || target.type.items.kind !== 'object') return undefined;
  for (const [one, other] of [
    [body.left, body.right],
    [body.right, body.left],
  ] as const) {
    if (one.kind !== 'field' || one.target.kind !== 'local' || one.target.local !== variable.local) continue;
    if (one.field in Object.prototype || !isIndependent(other, variable.local)) continue;
    return { field: one.field, wanted: other };
  }
  return undefined;
}

/** Cheap to evaluate once too often, and the same for every item. */
function isIndependent(expression: Expression, local: number): boolean {
  switch (expression.kind) {
    case 'name':
    case 'literal':
      return true;
    case 'local':
      return expression.local !== local;
    case 'field':
      return isIndependent(expression.target, local);
    case 'index':
      return isIndependent(expression.target, local) && isIndependent(expression.index, local);
    default:
      return false;
  }
}
