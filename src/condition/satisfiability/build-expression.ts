import type { Expression } from '../expression.ts';
import { BOOLEAN, NUMBER } from '../type-rules.ts';

/** An item that is in a list if a condition holds; without one it always is. */
export interface ListItem {
  readonly present: Expression | undefined;
  readonly value: Expression;
}

/** The items added up, or what each counts for. */
export function total(items: readonly ListItem[], at: Expression, each?: number): Expression {
  const zero = literal(0, at);
  return items.reduce<Expression>((sum, { present, value }) => {
    const amount = each === undefined ? value : literal(each, at);
    const right: Expression =
      present === undefined
        ? amount
        : {
            ...place(at),
            kind: 'conditional',
            test: present,
            whenTrue: amount,
            whenFalse: zero,
            type: NUMBER,
          };
    if (sum === zero) return right;
    return { ...place(at), kind: 'arithmetic', operator: '+', left: sum, right, type: NUMBER };
  }, zero);
}

export function both(condition: Expression | undefined, other: Expression): Expression {
  if (condition === undefined) return other;
  return { ...place(other), kind: 'and', operands: [condition, other], type: BOOLEAN };
}

export function joinedBy(kind: 'and' | 'or', operands: readonly Expression[], at: Expression): Expression {
  const [only] = operands;
  if (only === undefined) return literal(kind === 'and', at);
  return operands.length === 1 ? only : { ...place(at), kind, operands, type: BOOLEAN };
}

export function place({ from, to }: Expression): { readonly from: number; readonly to: number } {
  return { from, to };
}

export function literal(value: number | boolean, at: Expression): Expression {
  return { ...place(at), kind: 'literal', value, type: typeof value === 'number' ? NUMBER : BOOLEAN };
}

export function not(operand: Expression): Expression {
  return { ...place(operand), kind: 'not', operand, type: BOOLEAN };
}
