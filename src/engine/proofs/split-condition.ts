import { compileExpression } from '../../condition/compile.ts';
import type { Expression } from '../../condition/expression.ts';
import type { Condition, Program } from '../program.ts';
import { partsOf } from './reads.ts';

/** A condition, and whether it holds. */
export interface Part {
  readonly condition: Condition;
  readonly holds: boolean;
}

/**
 * What has to be true and what false, each by itself, for a condition to come to this: `a && !b` is true when `a` is
 * true and `b` is false.
 */
export function splitCondition(program: Program, condition: Condition, holds: boolean): readonly Part[] {
  const { expression } = condition;
  switch (expression.kind) {
    case 'not':
      return splitCondition(program, partOf(program, condition, expression.operand), !holds);
    case 'and':
    case 'or':
      if (holds !== (expression.kind === 'and')) return [{ condition, holds }];
      return expression.operands.flatMap((operand) =>
        splitCondition(program, partOf(program, condition, operand), holds),
      );
    case 'name': {
      const derived = expression.role === 'derived' ? program.derived[expression.slot] : undefined;
      return derived === undefined ? [{ condition, holds }] : splitCondition(program, derived, holds);
    }
    default:
      return [{ condition, holds }];
  }
}

const parts = new WeakMap<Expression, Condition>();

function partOf(program: Program, whole: Condition, expression: Expression): Condition {
  let condition = parts.get(expression);
  if (condition === undefined) {
    const read = new Set<number>();
    for (const part of partsOf(program, expression)) {
      if (part.kind === 'name' && (part.role === 'fact' || part.role === 'context')) read.add(part.slot);
    }
    const inputs = whole.inputs.filter((slot) => read.has(slot));
    condition = { ...whole, expression, evaluate: compileExpression(expression), inputs };
    parts.set(expression, condition);
  }
  return condition;
}
