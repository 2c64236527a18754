import type { Expression } from '../../condition/expression.ts';
import { printExpression } from '../../condition/print.ts';
import type { Program } from '../program.ts';

/** Something that is so: a comparison or another condition, printed, and whether it holds. */
export interface Known {
  /** The same for what means the same: `b > a`, and `a >= b` that does not hold, read as `a < b`. */
  readonly key: string;
  readonly holds: boolean;
  readonly expression: Expression;
}

/**
 * What follows from a condition that has come to true or false, its parts included. Also what may still be so of one
 * that has not come to the opposite, unknown or not: nothing here contradicts that either.
 */
export function knownFrom(program: Program, expression: Expression, outcome: boolean): readonly Known[] {
  const here = literals(expression, outcome);
  switch (expression.kind) {
    case 'not':
      return knownFrom(program, expression.operand, !outcome);
    case 'and':
    case 'or':
      if (outcome !== (expression.kind === 'and')) return here;
      return [...here, ...expression.operands.flatMap((operand) => knownFrom(program, operand, outcome))];
    case 'name': {
      const derived = expression.role === 'derived' ? program.derived[expression.slot] : undefined;
      return derived === undefined ? here : [...here, ...knownFrom(program, derived.expression, outcome)];
    }
    default:
      return here;
  }
}

/** Whether a condition comes to this where all that is known. */
export function followsFrom(
  program: Program,
  expression: Expression,
  outcome: boolean,
  known: readonly Known[],
): boolean {
  return follows(
    program,
    expression,
    outcome,
    new Set(known.map(({ key, holds }) => `${key} ${String(holds)}`)),
  );
}

function follows(
  program: Program,
  expression: Expression,
  outcome: boolean,
  known: ReadonlySet<string>,
): boolean {
  const [first] = literals(expression, outcome);
  if (first !== undefined && known.has(`${first.key} ${String(first.holds)}`)) return true;
  switch (expression.kind) {
    case 'not':
      return follows(program, expression.operand, !outcome, known);
    case 'and':
    case 'or': {
      const each = (operand: Expression): boolean => follows(program, operand, outcome, known);
      return outcome === (expression.kind === 'and')
        ? expression.operands.every(each)
        : expression.operands.some(each);
    }
    case 'name': {
      const derived = expression.role === 'derived' ? program.derived[expression.slot] : undefined;
      return derived !== undefined && follows(program, derived.expression, outcome, known);
    }
    case 'literal':
      return expression.value === outcome;
    default:
      return false;
  }
}

/** The condition itself first, in its one spelling; then what else is so of the two sides of a comparison. */
function literals(expression: Expression, outcome: boolean): readonly Known[] {
  if (expression.kind !== 'compare')
    return [{ key: printExpression(expression), holds: outcome, expression }];
  const left = printExpression(expression.left);
  const right = printExpression(expression.right);
  const known = (key: string, holds: boolean): Known => ({ key, holds, expression });
  const equal = (holds: boolean): Known => known([left, right].sort().join(' == '), holds);
  const less = (holds: boolean): Known => known(`${left} < ${right}`, holds);
  const more = (holds: boolean): Known => known(`${right} < ${left}`, holds);
  switch (expression.operator) {
    case '==':
      return outcome ? [equal(true), less(false), more(false)] : [equal(false)];
    case '!=':
      return outcome ? [equal(false)] : [equal(true), less(false), more(false)];
    case '<':
      return outcome ? [less(true), more(false), equal(false)] : [less(false)];
    case '>=':
      return outcome ? [less(false)] : [less(true), more(false), equal(false)];
    case '>':
      return outcome ? [more(true), less(false), equal(false)] : [more(false)];
    case '<=':
      return outcome ? [more(false)] : [more(true), less(false), equal(false)];
  }
}
