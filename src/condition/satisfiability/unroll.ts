import { childrenOf, type Expression, type MacroExpression } from '../expression.ts';
import { BOOLEAN, DYNAMIC } from '../type-rules.ts';
import type { Value } from '../value.ts';
import { both, joinedBy, literal, not, place, total, type ListItem } from './build-expression.ts';
import { domainOfType } from './domain.ts';
import { TooLarge } from './problem.ts';
import { nameOf, type Variable, type Variables } from './variable.ts';

const MOST_NODES = 8_000;

/**
 * Writes conditions about lists out for lists of given lengths: what is asked of the items is asked of each of them,
 * a sum becomes an addition. Only good for finding examples, which are tried out on the conditions themselves.
 */
export class Unroller {
  private nodes = 0;

  constructor(
    private readonly variables: Variables,
    /** By the list's variable. */
    private readonly lengths: ReadonlyMap<number, number>,
  ) {}

  unroll(expression: Expression, locals: ReadonlyMap<number, Expression> = new Map()): Expression {
    this.nodes += 1;
    if (this.nodes > MOST_NODES) throw new TooLarge();
    const into = (part: Expression): Expression => this.unroll(part, locals);
    switch (expression.kind) {
      case 'local':
        return locals.get(expression.local) ?? expression;
      case 'field':
        return this.field({ ...expression, target: into(expression.target) });
      case 'index':
        return (
          this.index(expression, locals) ?? {
            ...expression,
            target: into(expression.target),
            index: into(expression.index),
          }
        );
      case 'list':
        return { ...expression, items: expression.items.map(into) };
      case 'map':
        return {
          ...expression,
          entries: expression.entries.map(({ key, value }) => ({ key: into(key), value: into(value) })),
        };
      case 'not':
      case 'negate':
      case 'has':
        return { ...expression, operand: into(expression.operand) };
      case 'and':
      case 'or':
        return { ...expression, operands: expression.operands.map(into) };
      case 'compare':
      case 'arithmetic':
        return { ...expression, left: into(expression.left), right: into(expression.right) };
      case 'member':
        return this.member(expression, locals);
      case 'conditional':
        return {
          ...expression,
          test: into(expression.test),
          whenTrue: into(expression.whenTrue),
          whenFalse: into(expression.whenFalse),
        };
      case 'call':
        return this.call(expression, locals) ?? { ...expression, args: expression.args.map(into) };
      case 'macro':
        return this.macro(expression, locals);
      default:
        return expression;
    }
  }

  private field(expression: Expression & { kind: 'field' }): Expression {
    const { target, field, type } = expression;
    if (target.kind === 'map') {
      const entry = target.entries.find(({ key }) => key.kind === 'literal' && key.value === field);
      return entry?.value ?? expression;
    }
    const { origin } = target.kind === 'name' ? this.variables.at(target.slot) : { origin: undefined };
    if (target.kind !== 'name' || origin === undefined || target.type.kind !== 'object') return expression;
    const key = `${target.name}.${JSON.stringify(field)}`;
    const path = [...origin.path, field];
    return nameOf(
      this.variables.obtain(key, type, () => domainOfType(type), { ...origin, path }),
      expression,
    );
  }

  private index(
    expression: Expression & { kind: 'index' },
    locals: ReadonlyMap<number, Expression>,
  ): Expression | undefined {
    const index = this.unroll(expression.index, locals);
    if (index.kind !== 'literal' || typeof index.value !== 'number') return undefined;
    const item = this.items(expression.target, locals)?.[index.value];
    return item?.present === undefined ? item?.value : undefined;
  }

  private member(
    expression: Expression & { kind: 'member' },
    locals: ReadonlyMap<number, Expression>,
  ): Expression {
    const item = this.unroll(expression.item, locals);
    const items =
      expression.collection.kind === 'list' ? undefined : this.items(expression.collection, locals);
    if (items === undefined)
      return { ...expression, item, collection: this.unroll(expression.collection, locals) };
    return joinedBy(
      'or',
      items.map(({ present, value }) =>
        both(present, {
          ...place(expression),
          kind: 'compare',
          operator: '==',
          left: item,
          right: value,
          type: BOOLEAN,
        }),
      ),
      expression,
    );
  }

  private call(
    expression: Expression & { kind: 'call' },
    locals: ReadonlyMap<number, Expression>,
  ): Expression | undefined {
    const [list] = expression.args;
    if (list === undefined || expression.args.length !== 1 || list.type.kind !== 'list') return undefined;
    if (!['size', 'count', 'sum'].includes(expression.name)) return undefined;
    const items = this.items(list, locals);
    return items && total(items, expression, expression.name === 'sum' ? undefined : 1);
  }

  private macro(expression: MacroExpression, locals: ReadonlyMap<number, Expression>): Expression {
    const items = this.items(expression.target, locals);
    const tests = items?.map((item, at) => this.of(expression, item, at, expression.body, locals));
    if (items === undefined || tests === undefined) {
      const target = this.unroll(expression.target, locals);
      const guard = expression.guard && this.unroll(expression.guard, locals);
      return { ...expression, target, guard, body: this.unroll(expression.body, locals) };
    }
    const held = tests.map((test, at) => both(items[at]?.present, test));
    switch (expression.macro) {
      case 'exists':
        return joinedBy('or', held, expression);
      case 'all':
        return joinedBy(
          'and',
          tests.map((test, at) => {
            const present = items[at]?.present;
            return present === undefined
              ? test
              : { ...place(test), kind: 'or', operands: [not(present), test], type: BOOLEAN };
          }),
          expression,
        );
      case 'count':
      case 'exists_one': {
        const count = total(
          held.map((present) => ({ present, value: present })),
          expression,
          1,
        );
        if (expression.macro === 'count') return count;
        return {
          ...place(expression),
          kind: 'compare',
          operator: '==',
          left: count,
          right: literal(1, expression),
          type: BOOLEAN,
        };
      }
      case 'find':
        return items.reduceRight<Expression>(
          (otherwise, { value }, at) => {
            const test = held[at] ?? literal(false, expression);
            return {
              ...place(expression),
              kind: 'conditional',
              test,
              whenTrue: value,
              whenFalse: otherwise,
              type: value.type,
            };
          },
          { ...place(expression), kind: 'invalid', message: 'none', type: DYNAMIC },
        );
      default:
        return this.asList(expression, locals) ?? expression;
    }
  }

  /** A list that a macro makes, where it surely has all its items. */
  private asList(expression: Expression, locals: ReadonlyMap<number, Expression>): Expression | undefined {
    const items = this.items(expression, locals);
    if (items === undefined || items.some(({ present }) => present !== undefined)) return undefined;
    return {
      ...place(expression),
      kind: 'list',
      items: items.map(({ value }) => value),
      type: expression.type,
    };
  }

  /** What is asked of one item. */
  private of(
    { key, variable }: MacroExpression,
    { value }: ListItem,
    at: number,
    asked: Expression,
    locals: ReadonlyMap<number, Expression>,
  ): Expression {
    const inner = new Map(locals).set(variable.local, value);
    if (key !== undefined) inner.set(key.local, literal(at, value));
    return this.unroll(asked, inner);
  }

  /** Undefined for a list that is not known by its items. */
  private items(list: Expression, locals: ReadonlyMap<number, Expression>): readonly ListItem[] | undefined {
    switch (list.kind) {
      case 'list':
        return list.items.map((item) => ({ present: undefined, value: this.unroll(item, locals) }));
      case 'literal': {
        const { value, type } = list;
        if (!Array.isArray(value) || value.length > 20) return undefined;
        const items = type.kind === 'list' ? type.items : DYNAMIC;
        return (value as readonly Value[]).map((one) => ({
          present: undefined,
          value: { ...place(list), kind: 'literal', value: one, type: items },
        }));
      }
      case 'local': {
        const known = locals.get(list.local);
        return known && this.items(known, locals);
      }
      case 'name':
        return this.itemsOfVariable(list);
      case 'field': {
        const field = this.unroll(list, locals);
        return field.kind === 'name' ? this.itemsOfVariable(field) : undefined;
      }
      case 'arithmetic': {
        const left = this.items(list.left, locals);
        const right = this.items(list.right, locals);
        return left && right && [...left, ...right];
      }
      case 'macro':
        return this.itemsOfMacro(list, locals);
      default:
        return undefined;
    }
  }

  private itemsOfMacro(
    list: MacroExpression,
    locals: ReadonlyMap<number, Expression>,
  ): readonly ListItem[] | undefined {
    const items = this.items(list.target, locals);
    if (items === undefined || (list.key !== undefined && items.some(({ present }) => present !== undefined)))
      return undefined;
    if (list.macro === 'filter') {
      return items.map((item, at) => {
        const test = this.of(list, item, at, list.body, locals);
        return {
          present: item.present === undefined ? test : both(item.present, test),
          value: item.value,
        };
      });
    }
    if (list.macro !== 'map') return undefined;
    return items.map((item, at) => {
      const guard = list.guard && this.of(list, item, at, list.guard, locals);
      const present = guard === undefined ? item.present : both(item.present, guard);
      return { present, value: this.of(list, item, at, list.body, locals) };
    });
  }

  private itemsOfVariable(list: Expression & { kind: 'name' }): readonly ListItem[] | undefined {
    const { type, name, slot } = list;
    const length = this.lengths.get(slot);
    const { origin } = this.variables.at(slot);
    if (type.kind !== 'list' || origin === undefined || length === undefined) return undefined;
    return Array.from({ length }, (_, at): ListItem => {
      const path = [...origin.path, at];
      const key = `${name}[${at}]`;
      const variable = this.variables.obtain(key, type.items, () => present(domainOfType(type.items)), {
        ...origin,
        path,
      });
      return { present: undefined, value: nameOf(variable, list) };
    });
  }
}

/** The lists that an expression reads and that can be chosen. */
export function listsIn(
  expression: Expression,
  variables: Variables,
  into: Set<Variable> = new Set(),
): Set<Variable> {
  if (expression.kind === 'name' && expression.type.kind === 'list') {
    const variable = variables.at(expression.slot);
    if (variable.origin !== undefined) into.add(variable);
  }
  for (const child of childrenOf(expression)) listsIn(child, variables, into);
  return into;
}

/** Data never has an item that is unknown. */
function present({ values, extras }: ReturnType<typeof domainOfType>): ReturnType<typeof domainOfType> {
  return { values, extras: extras.filter((extra) => extra !== undefined) };
}
