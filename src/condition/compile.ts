import { compileArithmetic } from './evaluation/compile-arithmetic.ts';
import { compileCompare } from './evaluation/compile-compare.ts';
import { compileMember } from './evaluation/compile-member.ts';
import {
  compileCall,
  compileField,
  compileHas,
  compileIndex,
  compileList,
  compileMap,
} from './evaluation/compile-data.ts';
import { compileConditional, compileLogical, compileNot } from './evaluation/compile-logic.ts';
import { compileMacro } from './evaluation/compile-macro.ts';
import { negate } from './evaluation/operate.ts';
import { cellOf, LARGEST_WORK, type Evaluate, type Scope } from './evaluation/scope.ts';
import { assertNever, childrenOf, type Expression } from './expression.ts';
import { failure } from './functions/function-spec.ts';

export type { Evaluate, Frame } from './evaluation/scope.ts';

/**
 * Closures all the way down: nothing is generated from text. The result may be called any number of times, but not
 * while a call of it is under way. It never throws, if the frame does not.
 */
export function compileExpression(expression: Expression): Evaluate {
  const scope = createScope();
  const evaluate = scope.compile(expression);
  if (!hasMacro(expression)) return evaluate;
  const { budget } = scope;
  return (frame) => {
    budget.left = LARGEST_WORK;
    return evaluate(frame);
  };
}

/** Each node is compiled once, so that parts of a tree can be evaluated by themselves. */
export function createScope(): Scope {
  const compiled = new Map<Expression, Evaluate>();
  const scope: Scope = {
    cells: new Map(),
    budget: { left: LARGEST_WORK },
    compile(expression) {
      let evaluate = compiled.get(expression);
      if (evaluate === undefined) {
        evaluate = compileNode(expression, scope);
        compiled.set(expression, evaluate);
      }
      return evaluate;
    },
  };
  return scope;
}

function hasMacro(expression: Expression): boolean {
  return expression.kind === 'macro' || childrenOf(expression).some(hasMacro);
}

function compileNode(expression: Expression, scope: Scope): Evaluate {
  switch (expression.kind) {
    case 'literal': {
      const { value } = expression;
      return () => value;
    }
    case 'name': {
      const { slot } = expression;
      return expression.role === 'derived' ? (frame) => frame.derived(slot) : (frame) => frame.slots[slot];
    }
    case 'local': {
      const cell = cellOf(scope, expression.local);
      return () => cell.value;
    }
    case 'field':
      return compileField(expression, scope);
    case 'index':
      return compileIndex(expression, scope);
    case 'list':
      return compileList(expression, scope);
    case 'map':
      return compileMap(expression, scope);
    case 'not':
      return compileNot(expression, scope);
    case 'negate': {
      const operand = scope.compile(expression.operand);
      return (frame) => negate(operand(frame), expression);
    }
    case 'and':
    case 'or':
      return compileLogical(expression, scope);
    case 'compare':
      return compileCompare(expression, scope);
    case 'member':
      return compileMember(expression, scope);
    case 'arithmetic':
      return compileArithmetic(expression, scope);
    case 'conditional':
      return compileConditional(expression, scope);
    case 'call':
      return compileCall(expression, scope);
    case 'macro':
      return compileMacro(expression, scope);
    case 'has':
      return compileHas(expression, scope);
    case 'visits': {
      const { stepId } = expression;
      return (frame) => frame.visits(stepId);
    }
    case 'invalid': {
      const { message } = expression;
      return () => failure(expression, message);
    }
    default:
      return assertNever(expression);
  }
}
