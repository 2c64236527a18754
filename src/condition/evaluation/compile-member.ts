import type { Expression } from '../expression.ts';
import type { Value } from '../value.ts';
import { contains, listContains } from './operate.ts';
import { isKnown, type Evaluate, type Scope } from './scope.ts';

/** `item in collection`. Of a list that is written out, one equal item decides though others be unknown. */
export function compileMember(expression: Expression & { kind: 'member' }, scope: Scope): Evaluate {
  const { item, collection } = expression;
  const evaluate = scope.compile(item);
  if (collection.kind !== 'list') {
    const list = scope.compile(collection);
    return (frame) => {
      const value = evaluate(frame);
      const items = list(frame);
      return typeof value === 'string' && Array.isArray(items)
        ? items.includes(value)
        : contains(items, value, expression);
    };
  }
  const literals = literalValues(collection.items);
  if (literals !== undefined) return amongLiterals(item, literals, scope);
  const items = collection.items.map((one) => scope.compile(one));
  return (frame) => {
    const value = evaluate(frame);
    if (!isKnown(value)) return value;
    let doubt: ReturnType<Evaluate> = false;
    for (const one of items) {
      const other = one(frame);
      if (!isKnown(other)) doubt = doubt === false ? other : (doubt ?? other);
      else if (listContains([other], value)) return true;
    }
    return doubt;
  };
}

/** Few texts are compared one by one, which is faster than a set. */
function amongLiterals(item: Expression, literals: readonly Value[], scope: Scope): Evaluate {
  const evaluate = scope.compile(item);
  const set = new Set(literals);
  const [a, b, c] = literals;
  if (typeof a === 'string' && set.size <= 3 && literals.every((literal) => typeof literal === 'string')) {
    if (item.kind === 'name' && item.role !== 'derived') {
      const { slot } = item;
      return ({ slots }) => {
        const value = slots[slot];
        if (typeof value === 'string') return value === a || value === b || value === c;
        return isKnown(value) ? false : value;
      };
    }
    return (frame) => {
      const value = evaluate(frame);
      if (typeof value === 'string') return value === a || value === b || value === c;
      return isKnown(value) ? false : value;
    };
  }
  return (frame) => {
    const value = evaluate(frame);
    return isKnown(value) ? set.has(value) : value;
  };
}

/** Undefined unless all are texts, numbers or booleans. */
function literalValues(items: readonly Expression[]): readonly Value[] | undefined {
  const values: Value[] = [];
  for (const item of items) {
    if (item.kind !== 'literal' || typeof item.value === 'object') return undefined;
    values.push(item.value);
  }
  return values;
}
