import { equalValues } from '../equality.ts';
import { childrenOf, type CompareExpression, type Expression } from '../expression.ts';
import { BOOLEAN } from '../type-rules.ts';
import type { Value } from '../value.ts';
import type { Atom, Atoms } from './atom.ts';
import { TooLarge } from './problem.ts';

/**
 * What must hold, in negation normal form. A literal wants its atom true or false, never unknown; since in
 * three-valued logic a chain is true when all of its parts are true and false when one is false, the same goes for
 * the whole.
 */
export type Formula =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Formula[] }
  | { readonly kind: 'literal'; readonly atom: Atom; readonly wanted: boolean };

export const ALWAYS: Formula = { kind: 'all', parts: [] };
export const NEVER: Formula = { kind: 'any', parts: [] };

const MOST_PARTS = 6_000;

export class FormulaBuilder {
  private parts = 0;

  constructor(private readonly atoms: Atoms) {}

  want(expression: Expression, wanted: boolean): Formula {
    this.parts += 1;
    if (this.parts > MOST_PARTS) throw new TooLarge();
    switch (expression.kind) {
      case 'literal':
        return expression.value === wanted ? ALWAYS : NEVER;
      case 'not':
        return this.want(expression.operand, !wanted);
      case 'and':
      case 'or': {
        const parts = expression.operands.map((operand) => this.want(operand, wanted));
        return (expression.kind === 'and') === wanted ? all(parts) : any(parts);
      }
      case 'conditional':
        return this.choose(
          expression.test,
          this.want(expression.whenTrue, wanted),
          this.want(expression.whenFalse, wanted),
        );
      case 'compare':
        return this.compare(expression, wanted);
      case 'member':
        return this.member(expression, wanted);
      case 'macro': {
        if (expression.macro !== 'all') return this.atom(expression, wanted);
        // All fulfil it, unless one exists for which it is false: the two are true, false and unknown together.
        return this.atom({ ...expression, macro: 'exists', body: opposite(expression.body) }, !wanted);
      }
      default:
        return this.atom(expression, wanted);
    }
  }

  private choose(test: Expression, whenTrue: Formula, whenFalse: Formula): Formula {
    return any([all([this.want(test, true), whenTrue]), all([this.want(test, false), whenFalse])]);
  }

  private compare(expression: CompareExpression, wanted: boolean): Formula {
    const { left, right, operator } = expression;
    if (left.kind === 'literal' && right.kind === 'literal') return this.atom(expression, wanted);
    const lifted = this.lift(expression, left, (part) => ({ ...expression, left: part }), wanted);
    if (lifted !== undefined) return lifted;
    const other = this.lift(expression, right, (part) => ({ ...expression, right: part }), wanted);
    if (other !== undefined) return other;
    if (operator === '==' || operator === '!=') {
      const equal = (operator === '==') === wanted;
      if (isBoolean(left) && isBoolean(right)) return this.alike(left, right, equal);
    }
    return (wanted === (operator === '!=') && this.apart(expression)) || this.atom(expression, wanted);
  }

  /** Two different numbers or times: one is below the other. Not where either may be null or NaN. */
  private apart(expression: CompareExpression): Formula | undefined {
    if (expression.operator !== '==' && expression.operator !== '!=') return undefined;
    if (!this.atoms.relatesOrdered(expression)) return undefined;
    return any([
      this.atom({ ...expression, operator: '<' }, true),
      this.atom({ ...expression, operator: '>' }, true),
    ]);
  }

  /** Two conditions that come to the same, or do not. */
  private alike(left: Expression, right: Expression, equal: boolean): Formula {
    if (right.kind === 'literal') return this.want(left, (right.value === true) === equal);
    if (left.kind === 'literal') return this.want(right, (left.value === true) === equal);
    return this.choose(left, this.want(right, equal), this.want(right, !equal));
  }

  /** `(a ? b : c) < d` is `a ? b < d : c < d`, also where the choice stands inside a calculation. */
  private lift(
    at: Expression,
    side: Expression,
    rebuild: (part: Expression) => Expression,
    wanted: boolean,
  ): Formula | undefined {
    const choice = choiceIn(side);
    if (choice === undefined) return undefined;
    const instead = (part: Expression): Formula =>
      this.want({ ...rebuild(replaced(side, choice, part)), from: at.from, to: at.to }, wanted);
    return this.choose(choice.test, instead(choice.whenTrue), instead(choice.whenFalse));
  }

  /** Of a list that is written out (or a parameter's) each item is compared. */
  private member(expression: Expression & { kind: 'member' }, wanted: boolean): Formula {
    const { item, collection } = expression;
    const items = itemsOf(collection);
    if (items === undefined || items.length === 0) return this.atom(expression, wanted);
    const parts = items.map((right) =>
      this.want(
        {
          kind: 'compare',
          operator: '==',
          left: item,
          right,
          type: BOOLEAN,
          from: expression.from,
          to: expression.to,
        },
        wanted,
      ),
    );
    return wanted ? any(parts) : all(parts);
  }

  private atom(expression: Expression, wanted: boolean): Formula {
    const atom = this.atoms.obtain(expression);
    if (atom.variables.length > 0) return { kind: 'literal', atom, wanted };
    return atom.evaluate({ slots: [], derived: () => undefined, visits: () => 0 }) === wanted
      ? ALWAYS
      : NEVER;
  }
}

/** True where it is false, false where it is true. */
function opposite(expression: Expression): Expression {
  if (expression.kind === 'not') return expression.operand;
  if (expression.kind === 'compare' && expression.operator === '==') return { ...expression, operator: '!=' };
  if (expression.kind === 'compare' && expression.operator === '!=') return { ...expression, operator: '==' };
  return { kind: 'not', operand: expression, type: BOOLEAN, from: expression.from, to: expression.to };
}

const MOST_ITEMS = 200;

function itemsOf(collection: Expression): readonly Expression[] | undefined {
  if (collection.kind === 'list') return collection.items;
  if (collection.kind !== 'literal' || !Array.isArray(collection.value)) return undefined;
  const values = collection.value as readonly Value[];
  if (values.length > MOST_ITEMS) return undefined;
  const { from, to, type } = collection;
  const items = type.kind === 'list' ? type.items : ({ kind: 'dynamic' } as const);
  return values
    .filter((value, index) => values.findIndex((other) => equalValues(other, value)) === index)
    .map((value): Expression => ({ kind: 'literal', value, type: items, from, to }));
}

function isBoolean(expression: Expression): boolean {
  return expression.type.kind === 'boolean' && expression.type.nullable !== true;
}

type Choice = Expression & { readonly kind: 'conditional' };

/** A choice in a calculation, where it can be taken outside. */
function choiceIn(expression: Expression): Choice | undefined {
  if (expression.kind === 'conditional') return expression;
  if (expression.kind !== 'arithmetic' && expression.kind !== 'negate' && expression.kind !== 'call')
    return undefined;
  for (const child of childrenOf(expression)) {
    const found = choiceIn(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function replaced(expression: Expression, choice: Choice, part: Expression): Expression {
  if (expression === choice) return part;
  switch (expression.kind) {
    case 'arithmetic':
      return {
        ...expression,
        left: replaced(expression.left, choice, part),
        right: replaced(expression.right, choice, part),
      };
    case 'negate':
      return { ...expression, operand: replaced(expression.operand, choice, part) };
    case 'call':
      return { ...expression, args: expression.args.map((arg) => replaced(arg, choice, part)) };
    default:
      return expression;
  }
}

function all(parts: readonly Formula[]): Formula {
  if (parts.some(isNever)) return NEVER;
  const flat = parts.flatMap((part) => (part.kind === 'all' ? part.parts : [part]));
  const [only] = flat;
  return flat.length === 1 && only !== undefined ? only : { kind: 'all', parts: flat };
}

function any(parts: readonly Formula[]): Formula {
  if (parts.some(isAlways)) return ALWAYS;
  const flat = parts.flatMap((part) => (part.kind === 'any' ? part.parts : [part]));
  const [only] = flat;
  return flat.length === 1 && only !== undefined ? only : { kind: 'any', parts: flat };
}

function isNever(formula: Formula): boolean {
  return formula.kind === 'any' && formula.parts.length === 0;
}

function isAlways(formula: Formula): boolean {
  return formula.kind === 'all' && formula.parts.length === 0;
}
