import type { Evaluate } from '../compile.ts';
import type { ComparisonOperator, Expression } from '../expression.ts';
import { printExpression } from '../print.ts';
import type { ValueType } from '../type.ts';
import { addLinear, compiled, isTime, linearOf, neededBy, variablesOf } from './calculation.ts';
import { certaintyOf } from './certainty.ts';
import { domainOfResult, domainOfType, wholeNumbers, type Domain } from './domain.ts';
import { nameOf, type Variables } from './variable.ts';

/** A condition without `&&`, `||`, `!` and choices. */
export interface Atom {
  readonly key: string;
  readonly expression: Expression;
  /** Read by it, by index. */
  readonly variables: readonly number[];
  /** Those that must be known for it to be true or false. */
  readonly needed: readonly number[];
  readonly evaluate: Evaluate;
  readonly view: View;
}

export interface Assumed {
  readonly atom: Atom;
  readonly wanted: boolean;
}

/**
 * How an atom is reasoned about. What calculations come to are variables of their own there, so that a view may
 * allow what the atom does not, never the other way round.
 */
export type View =
  | { readonly kind: 'one'; readonly variable: number; readonly expression: Expression }
  /** `left - right` compares with the offset; of texts and the like only whether they are equal. */
  | {
      readonly kind: 'two';
      readonly left: number;
      readonly right: number;
      readonly operator: ComparisonOperator;
      readonly offset: bigint;
    }
  /** Only that it is not true and false at once. */
  | { readonly kind: 'opaque' };

export class Atoms {
  private readonly byKey = new Map<string, Atom>();

  constructor(private readonly variables: Variables) {}

  get all(): Iterable<Atom> {
    return this.byKey.values();
  }

  obtain(expression: Expression): Atom {
    const key = printExpression(expression);
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const atom: Atom = {
      key,
      expression,
      variables: [...variablesOf(expression)],
      needed: [...neededBy(expression)],
      evaluate: compiled(expression),
      view: this.view(expression),
    };
    this.byKey.set(key, atom);
    return atom;
  }

  /** Whether it compares two variables that can only be numbers or times, or unknown. */
  relatesOrdered(expression: Expression): boolean {
    const { view } = this.obtain(expression);
    if (view.kind !== 'two') return false;
    return [view.left, view.right].every((index) => {
      const { values, extras } = this.variables.at(index).domain;
      return values.kind === 'ordered' && extras.every((extra) => extra === undefined);
    });
  }

  private view(expression: Expression): View {
    const variables = [...variablesOf(expression)];
    const [only] = variables;
    if (expression.kind !== 'compare') {
      return only !== undefined && variables.length === 1
        ? { kind: 'one', variable: only, expression }
        : { kind: 'opaque' };
    }
    const { left, right } = expression;
    if (isTime(left) && isTime(right)) return this.viewOfTimes(expression);
    const simple = (type: ValueType): boolean => type.kind === 'number' || type.kind === 'string';
    if (!simple(left.type) || !simple(right.type)) {
      return only !== undefined && variables.length === 1
        ? { kind: 'one', variable: only, expression }
        : { kind: 'opaque' };
    }
    const one = this.simplified(left);
    const other = this.simplified(right);
    const read = new Set([...variablesOf(one), ...variablesOf(other)]);
    const [single] = read;
    if (read.size === 1 && single !== undefined) {
      return { kind: 'one', variable: single, expression: { ...expression, left: one, right: other } };
    }
    if (variablesOf(one).size === 0) return this.oneOf(expression, this.named(other), one, true);
    if (variablesOf(other).size === 0) return this.oneOf(expression, this.named(one), other, false);
    const a = this.named(one);
    const b = this.named(other);
    return { kind: 'two', left: a.slot, right: b.slot, operator: expression.operator, offset: 0n };
  }

  private oneOf(
    expression: Expression & { kind: 'compare' },
    name: Expression & { kind: 'name' },
    constant: Expression,
    turned: boolean,
  ): View {
    const [left, right] = turned ? [constant, name] : [name, constant];
    return { kind: 'one', variable: name.slot, expression: { ...expression, left, right } };
  }

  /** Sums of times are brought into one form, so that `a - b < d` and `a < b + d` are seen to be the same. */
  private viewOfTimes(expression: Expression & { kind: 'compare' }): View {
    const one = linearOf(this.timesNamed(expression.left));
    const other = linearOf(this.timesNamed(expression.right));
    if (one === undefined || other === undefined) return { kind: 'opaque' };
    const { operator } = expression;
    const sum = addLinear(one, other, -1n);
    const terms = [...sum.terms];
    const [first, second] = terms;
    if (first === undefined) return { kind: 'opaque' };
    if (second === undefined) {
      const simplified = {
        ...expression,
        left: this.timesNamed(expression.left),
        right: this.timesNamed(expression.right),
      };
      return { kind: 'one', variable: first[0], expression: simplified };
    }
    if (terms.length > 2 || first[1] + second[1] !== 0n || (first[1] !== 1n && first[1] !== -1n)) {
      return { kind: 'opaque' };
    }
    const [left, right] = first[1] === 1n ? [first[0], second[0]] : [second[0], first[0]];
    return { kind: 'two', left, right, operator, offset: -sum.constant };
  }

  /** Leaves sums of times, and names what else there is in them. */
  private timesNamed(expression: Expression): Expression {
    if (expression.kind === 'arithmetic' && (isTime(expression.left) || isTime(expression.right))) {
      return {
        ...expression,
        left: this.timesNamed(expression.left),
        right: this.timesNamed(expression.right),
      };
    }
    return linearOf(expression) === undefined ? this.named(expression) : expression;
  }

  /** Leaves calculations with numbers, and names what else there is in them. */
  private simplified(expression: Expression): Expression {
    switch (expression.kind) {
      case 'literal':
      case 'name':
        return expression;
      case 'negate':
        return { ...expression, operand: this.simplified(expression.operand) };
      case 'arithmetic':
        if (expression.type.kind !== 'number' || expression.operator === '%') break;
        return {
          ...expression,
          left: this.simplified(expression.left),
          right: this.simplified(expression.right),
        };
      case 'call': {
        const [first, ...rest] = expression.args;
        if (first === undefined || !['round', 'floor', 'ceil'].includes(expression.name)) break;
        if (rest.every((arg) => arg.kind === 'literal')) {
          return { ...expression, args: [this.simplified(first), ...rest] };
        }
      }
    }
    return variablesOf(expression).size === 0 ? expression : this.named(expression);
  }

  /** A variable for what a calculation comes to; the same for the same calculation. */
  private named(expression: Expression): Expression & { kind: 'name' } {
    if (expression.kind === 'name') return expression;
    const key = printExpression(expression);
    return nameOf(
      this.variables.define(key, expression, () => this.domainOf(expression)),
      expression,
    );
  }

  private domainOf(expression: Expression): Domain {
    const { kind, type } = expression;
    if (type.kind === 'string')
      return domainOfType(kind === 'field' || kind === 'index' ? type : { kind: 'string' });
    if (type.kind !== 'number') return domainOfType(type);
    if (kind === 'macro' && expression.macro === 'count') return wholeNumbers(0);
    if (kind === 'call') {
      const [subject] = expression.args;
      if (expression.name === 'size' || expression.name === 'count') return wholeNumbers(0);
      const range = RANGES.get(expression.name);
      if (range !== undefined && subject?.type.kind === 'timestamp') return wholeNumbers(...range);
    }
    return domainOfResult(certaintyOf(expression, this.variables));
  }
}

const RANGES: ReadonlyMap<string, readonly [low: number, high: number]> = new Map([
  ['getMonth', [0, 11]],
  ['getDate', [1, 31]],
  ['getDayOfMonth', [0, 30]],
  ['getDayOfWeek', [0, 6]],
  ['getDayOfYear', [0, 365]],
  ['getHours', [0, 23]],
  ['getMinutes', [0, 59]],
  ['getSeconds', [0, 59]],
  ['getMilliseconds', [0, 999]],
]);
