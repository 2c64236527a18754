import type { NameRole } from './environment.ts';
import type { ValueType } from './type.ts';
import type { Value } from './value.ts';

/**
 * A checked condition. The tree is plain data: it holds no closures and no parents, so it can be compiled to
 * closures, walked for a sentence, or laid out for evaluation over whole columns of contacts.
 * Offsets are UTF-16 units of the source that was checked.
 */
export type Expression =
  | LiteralExpression
  | NameExpression
  | LocalExpression
  | FieldExpression
  | IndexExpression
  | ListExpression
  | MapExpression
  | NotExpression
  | NegateExpression
  | LogicalExpression
  | CompareExpression
  | MemberExpression
  | ArithmeticExpression
  | ConditionalExpression
  | CallExpression
  | MacroExpression
  | HasExpression
  | VisitsExpression
  | InvalidExpression;

interface ExpressionBase {
  readonly type: ValueType;
  readonly from: number;
  readonly to: number;
}

export interface LiteralExpression extends ExpressionBase {
  readonly kind: 'literal';
  readonly value: Value;
}

/** A declared fact, derived fact, parameter or context name. */
export interface NameExpression extends ExpressionBase {
  readonly kind: 'name';
  readonly name: string;
  readonly slot: number;
  readonly role: NameRole;
  readonly unit: string | undefined;
}

/** A variable of a macro around it. */
export interface LocalExpression extends ExpressionBase {
  readonly kind: 'local';
  readonly name: string;
  /** Unique in its tree: two macros may both call their variable `i`. */
  readonly local: number;
}

export interface FieldExpression extends ExpressionBase {
  readonly kind: 'field';
  readonly target: Expression;
  readonly field: string;
}

export interface IndexExpression extends ExpressionBase {
  readonly kind: 'index';
  readonly target: Expression;
  readonly index: Expression;
}

export interface ListExpression extends ExpressionBase {
  readonly kind: 'list';
  readonly items: readonly Expression[];
}

export interface MapExpression extends ExpressionBase {
  readonly kind: 'map';
  readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
}

export interface NotExpression extends ExpressionBase {
  readonly kind: 'not';
  readonly operand: Expression;
}

export interface NegateExpression extends ExpressionBase {
  readonly kind: 'negate';
  readonly operand: Expression;
}

/** Chains are flat: `a && b && c` has three operands. */
export interface LogicalExpression extends ExpressionBase {
  readonly kind: 'and' | 'or';
  readonly operands: readonly Expression[];
}

export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>=';

export interface CompareExpression extends ExpressionBase {
  readonly kind: 'compare';
  readonly operator: ComparisonOperator;
  readonly left: Expression;
  readonly right: Expression;
}

/** `item in collection`. */
export interface MemberExpression extends ExpressionBase {
  readonly kind: 'member';
  readonly item: Expression;
  readonly collection: Expression;
}

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%';

export interface ArithmeticExpression extends ExpressionBase {
  readonly kind: 'arithmetic';
  readonly operator: ArithmeticOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface ConditionalExpression extends ExpressionBase {
  readonly kind: 'conditional';
  readonly test: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}

export interface CallExpression extends ExpressionBase {
  readonly kind: 'call';
  readonly name: string;
  /** Written `args[0].name(args[1], …)`. */
  readonly method: boolean;
  readonly args: readonly Expression[];
}

export type MacroName = 'all' | 'exists' | 'exists_one' | 'filter' | 'map' | 'find' | 'count';

export interface MacroVariable {
  readonly name: string;
  readonly local: number;
}

export interface MacroExpression extends ExpressionBase {
  readonly kind: 'macro';
  readonly macro: MacroName;
  readonly target: Expression;
  /** Set by the two-variable forms: a list's index, or a map's key. */
  readonly key: MacroVariable | undefined;
  /** A list's element; in the one-variable form over a map its key. */
  readonly variable: MacroVariable;
  /** The condition of `map(x, condition, body)`. */
  readonly guard: Expression | undefined;
  readonly body: Expression;
}

/** `has(operand)`: whether the operand has a value. Never unknown. */
export interface HasExpression extends ExpressionBase {
  readonly kind: 'has';
  readonly operand: Expression;
}

/** `visits("step")`. */
export interface VisitsExpression extends ExpressionBase {
  readonly kind: 'visits';
  readonly stepId: string;
}

/** What could not be understood; evaluates to an error. No checked expression contains one. */
export interface InvalidExpression extends ExpressionBase {
  readonly kind: 'invalid';
  readonly message: string;
}

/** In source order. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'name':
    case 'local':
    case 'visits':
    case 'invalid':
      return [];
    case 'field':
      return [expression.target];
    case 'index':
      return [expression.target, expression.index];
    case 'list':
      return expression.items;
    case 'map':
      return expression.entries.flatMap(({ key, value }) => [key, value]);
    case 'not':
    case 'negate':
    case 'has':
      return [expression.operand];
    case 'and':
    case 'or':
      return expression.operands;
    case 'compare':
    case 'arithmetic':
      return [expression.left, expression.right];
    case 'member':
      return [expression.item, expression.collection];
    case 'conditional':
      return [expression.test, expression.whenTrue, expression.whenFalse];
    case 'call':
      return expression.args;
    case 'macro':
      return expression.guard === undefined
        ? [expression.target, expression.body]
        : [expression.target, expression.guard, expression.body];
    default:
      return assertNever(expression);
  }
}

/** The slots that an expression reads itself; what a derived name reads in turn is not followed. */
export function slotsOf(expression: Expression): ReadonlySet<number> {
  const slots = new Set<number>();
  visit(expression, (node) => {
    if (node.kind === 'name') slots.add(node.slot);
  });
  return slots;
}

/** The steps that an expression names in `visits("…")`. */
export function visitsOf(expression: Expression): ReadonlySet<string> {
  const steps = new Set<string>();
  visit(expression, (node) => {
    if (node.kind === 'visits') steps.add(node.stepId);
  });
  return steps;
}

function visit(expression: Expression, see: (node: Expression) => void): void {
  see(expression);
  for (const child of childrenOf(expression)) visit(child, see);
}

export function assertNever(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
