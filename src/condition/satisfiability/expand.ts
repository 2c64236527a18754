import type { Expression, MacroExpression, MacroVariable } from '../expression.ts';
import { BOOLEAN, NUMBER } from '../type-rules.ts';
import type { ValueType } from '../type.ts';
import type { Value } from '../value.ts';
import { domainOfResult, domainOfType, finite, wholeNumbers, type Domain } from './domain.ts';
import { TooLarge, type Constraint, type Setting } from './problem.ts';
import { nameOf, type Variables } from './variable.ts';

/** Larger problems are not looked at. */
const MOST_NODES = 20_000;

/**
 * Puts the trees of constraints onto the variables of one problem: derived names are replaced by what they stand
 * for, parameters and known counts by their values, facts and their fields by variables.
 */
export class Expander {
  private nodes = 0;
  private locals = 0;
  private readonly within: number[] = [];

  constructor(
    private readonly variables: Variables,
    private readonly setting: Setting,
  ) {}

  expand(constraint: Constraint, index: number): Expression {
    return this.walk(constraint.expression, constraint, index, new Map());
  }

  private walk(
    node: Expression,
    constraint: Constraint,
    index: number,
    locals: ReadonlyMap<number, MacroVariable>,
  ): Expression {
    this.nodes += 1;
    if (this.nodes > MOST_NODES) throw new TooLarge();
    const into = (child: Expression): Expression => this.walk(child, constraint, index, locals);
    switch (node.kind) {
      case 'literal':
      case 'invalid':
        return node;
      case 'local': {
        const renamed = locals.get(node.local);
        return renamed === undefined ? node : { ...node, local: renamed.local };
      }
      case 'name':
        return this.name(node, constraint, index);
      case 'visits': {
        const known = constraint.visits?.get(node.stepId);
        if (known !== undefined)
          return { kind: 'literal', value: known, type: NUMBER, from: node.from, to: node.to };
        const key = `visits(${node.stepId})#${index}`;
        return nameOf(
          this.variables.obtain(key, NUMBER, () => present(wholeNumbers(0))),
          node,
        );
      }
      case 'field':
        return this.field(node, constraint) ?? { ...node, target: into(node.target) };
      case 'index':
        return { ...node, target: into(node.target), index: into(node.index) };
      case 'list':
        return { ...node, items: node.items.map(into) };
      case 'map':
        return {
          ...node,
          entries: node.entries.map(({ key, value }) => ({ key: into(key), value: into(value) })),
        };
      case 'not':
      case 'negate':
      case 'has':
        return { ...node, operand: into(node.operand) };
      case 'and':
      case 'or':
        return { ...node, operands: node.operands.map(into) };
      case 'compare':
      case 'arithmetic':
        return { ...node, left: into(node.left), right: into(node.right) };
      case 'member':
        return { ...node, item: into(node.item), collection: into(node.collection) };
      case 'conditional':
        return {
          ...node,
          test: into(node.test),
          whenTrue: into(node.whenTrue),
          whenFalse: into(node.whenFalse),
        };
      case 'call':
        return { ...node, args: node.args.map(into) };
      case 'macro':
        return this.macro(node, constraint, index, locals);
    }
  }

  /** Each macro gets variables of its own, so that a derived name may be read inside another macro. */
  private macro(
    node: MacroExpression,
    constraint: Constraint,
    index: number,
    locals: ReadonlyMap<number, MacroVariable>,
  ): Expression {
    const inner = new Map(locals);
    const fresh = (variable: MacroVariable): MacroVariable => {
      const renamed = { name: variable.name, local: (this.locals += 1) };
      inner.set(variable.local, renamed);
      return renamed;
    };
    const target = this.walk(node.target, constraint, index, locals);
    const key = node.key && fresh(node.key);
    const variable = fresh(node.variable);
    const guard = node.guard && this.walk(node.guard, constraint, index, inner);
    return { ...node, target, key, variable, guard, body: this.walk(node.body, constraint, index, inner) };
  }

  private name(node: Expression & { kind: 'name' }, constraint: Constraint, index: number): Expression {
    const { slot } = node;
    if (node.role === 'parameter') {
      const value = this.setting.parameter(slot);
      if (value !== undefined) return literal(value, node);
    }
    if (node.role === 'derived') {
      const expression = this.within.includes(slot) ? undefined : this.setting.derived(slot);
      if (expression === undefined) {
        const version = constraint.versions?.get(slot) ?? 0;
        return nameOf(
          this.variables.obtain(`derived#${slot}@${version}#${index}`, node.type, () => ANYTHING),
          node,
        );
      }
      this.within.push(slot);
      const expanded = this.walk(expression, constraint, index, new Map());
      this.within.pop();
      return expanded;
    }
    return nameOf(this.fact(slot, constraint), node);
  }

  private fact(slot: number, constraint: Constraint): ReturnType<Variables['at']> {
    const version = constraint.versions?.get(slot) ?? 0;
    const declaration = this.setting.environment.declarations[slot];
    const type = declaration?.type ?? BOOLEAN;
    const domain = (): Domain => {
      const values = this.setting.domains?.get(slot);
      if (values !== undefined) return finite(values);
      if (this.setting.calculated?.has(slot)) return calculatedOf(type);
      if (declaration?.role === 'context' && type.kind === 'number') return wholeNumbers(0);
      return domainOfType(type);
    };
    return this.variables.obtain(`#${slot}@${version}`, type, domain, { slot, version, path: [] });
  }

  /** A declared field of a fact, however deep, is a variable of its own. */
  private field(node: Expression & { kind: 'field' }, constraint: Constraint): Expression | undefined {
    const path: string[] = [];
    let at: Expression = node;
    while (at.kind === 'field') {
      if (at.target.type.kind !== 'object') return undefined;
      path.unshift(at.field);
      at = at.target;
    }
    if (at.kind !== 'name' || at.role === 'derived' || at.role === 'parameter') return undefined;
    const { slot } = at;
    const version = constraint.versions?.get(slot) ?? 0;
    const key = `#${slot}@${version}.${JSON.stringify(path)}`;
    return nameOf(
      this.variables.obtain(key, node.type, () => domainOfType(node.type), { slot, version, path }),
      node,
    );
  }
}

/** What a derived name comes to that cannot be looked into. */
const ANYTHING: Domain = { extras: [undefined, null, NaN], values: { kind: 'any' } };

/** Its kind is certain, its bounds are not. */
function calculatedOf(type: ValueType): Domain {
  if (type.kind === 'boolean' || type.kind === 'timestamp' || type.kind === 'duration')
    return domainOfType(type);
  if (type.kind !== 'number') return ANYTHING;
  const { extras, values } = domainOfResult('any');
  return { extras: type.nullable === true ? [...extras, null] : extras, values };
}

function present({ values }: Domain): Domain {
  return { extras: [], values };
}

function literal(value: Value, { type, from, to }: Expression): Expression {
  return { kind: 'literal', value, type, from, to };
}
