import type { Expression, MacroExpression, MacroName, MacroVariable } from '../expression.ts';
import type { SyntaxNode } from '../parse-expression.ts';
import { BOOLEAN, DYNAMIC, listOf, NUMBER, TEXT, typePhrase } from '../type-rules.ts';
import type { ValueType } from '../type.ts';
import { invalid, report, sourceOf, type CheckContext, type Range } from './check-context.ts';
import { checkCondition } from './check-operators.ts';
import { findLocal } from './check-names.ts';

/** Names as written; CEL's two-variable names beside the one-variable ones. */
export const macroForms: ReadonlyMap<string, MacroName> = new Map([
  ['all', 'all'],
  ['exists', 'exists'],
  ['exists_one', 'exists_one'],
  ['existsOne', 'exists_one'],
  ['filter', 'filter'],
  ['map', 'map'],
  ['transformList', 'map'],
  ['find', 'find'],
  ['count', 'count'],
]);

/** A macro's variables and what is asked of each item. */
interface MacroParts {
  readonly variables: readonly SyntaxNode[];
  readonly guard: SyntaxNode | undefined;
  readonly body: SyntaxNode;
}

/** Undefined when the call is no macro: `items.count()` is a function. */
export function checkMacro(
  context: CheckContext,
  written: string,
  targetNode: SyntaxNode,
  args: readonly SyntaxNode[],
  range: Range,
): Expression | undefined {
  const macro = macroForms.get(written);
  if (macro === undefined || (macro === 'count' && args.length === 0)) return undefined;
  const parts = splitArguments(context, written, macro, args);
  const target = context.check(targetNode);
  if (parts === undefined) {
    const usage = `${sourceOf(context, target)}.${written}(i, …)`;
    const message = `${written} takes a name for the item and then what is asked of it: ${usage}; with two names the first is the index.`;
    return invalid(context, 'argument-count', message, range);
  }
  const types = itemTypes(target);
  if (types === undefined) {
    const message = `${sourceOf(context, target)} is ${typePhrase(target.type)}; ${written} needs a list or a map.`;
    report(context, 'type-mismatch', message, target);
  }
  const scope = openScope(context, parts.variables, types ?? { key: DYNAMIC, item: DYNAMIC, sole: DYNAMIC });
  const guard = parts.guard === undefined ? undefined : checkCondition(context, parts.guard);
  const body = macro === 'map' ? context.check(parts.body) : checkCondition(context, parts.body);
  context.locals.length = scope.outer;
  const type = macroType(macro, scope.type, body.type);
  const { key, variable } = scope;
  return {
    kind: 'macro',
    macro,
    target,
    key,
    variable,
    guard,
    body,
    type,
    ...range,
  } satisfies MacroExpression;
}

/**
 * `map` with three arguments is either `map(x, condition, body)` or `map(index, x, body)`: the second when its second
 * argument is a plain name that nothing declares, which could not stand as a condition anyway.
 */
function splitArguments(
  context: CheckContext,
  written: string,
  macro: MacroName,
  args: readonly SyntaxNode[],
): MacroParts | undefined {
  const [first, second, third, fourth] = args;
  if (first?.op !== 'id' || second === undefined) return undefined;
  if (args.length === 2) {
    return written === 'transformList' ? undefined : { variables: [first], guard: undefined, body: second };
  }
  if (third === undefined || args.length > 4) return undefined;
  if (fourth !== undefined) {
    return macro === 'map' && second.op === 'id'
      ? { variables: [first, second], guard: third, body: fourth }
      : undefined;
  }
  if (second.op === 'id' && !(written === 'map' && isReadable(context, second.args))) {
    return { variables: [first, second], guard: undefined, body: third };
  }
  return written === 'map' ? { variables: [first], guard: second, body: third } : undefined;
}

function isReadable(context: CheckContext, name: string): boolean {
  return findLocal(context, name) !== undefined || context.environment.byName.has(name);
}

interface ItemTypes {
  /** Of a list's index, or a map's key. */
  readonly key: ValueType;
  readonly item: ValueType;
  /** Of the variable of the one-variable form. */
  readonly sole: ValueType;
}

function itemTypes(target: Expression): ItemTypes | undefined {
  const { type } = target;
  switch (type.kind) {
    case 'list':
      return { key: NUMBER, item: type.items, sole: type.items };
    case 'map': {
      // Only literals have keys other than text: data comes as JSON.
      const data = ['name', 'local', 'field', 'index'].includes(target.kind);
      const key = data ? TEXT : DYNAMIC;
      return { key, item: type.values, sole: key };
    }
    case 'object':
      return { key: TEXT, item: DYNAMIC, sole: TEXT };
    case 'dynamic':
      return { key: DYNAMIC, item: DYNAMIC, sole: DYNAMIC };
    default:
      return undefined;
  }
}

interface Scope {
  readonly key: MacroVariable | undefined;
  readonly variable: MacroVariable;
  readonly type: ValueType;
  /** How many locals the scope around has. */
  readonly outer: number;
}

function openScope(context: CheckContext, variables: readonly SyntaxNode[], types: ItemTypes): Scope {
  const outer = context.locals.length;
  const [first, second] = variables;
  if (second === undefined) {
    return { key: undefined, variable: declare(context, first, types.sole), type: types.sole, outer };
  }
  const key = declare(context, first, types.key);
  return { key, variable: declare(context, second, types.item), type: types.item, outer };
}

function declare(context: CheckContext, node: SyntaxNode | undefined, type: ValueType): MacroVariable {
  const name = node?.op === 'id' ? node.args : '';
  const local = context.nextLocal;
  context.nextLocal += 1;
  context.locals.push({ name, local, type });
  return { name, local };
}

function macroType(macro: MacroName, item: ValueType, body: ValueType): ValueType {
  switch (macro) {
    case 'filter':
      return listOf(item);
    case 'map':
      return listOf(body);
    case 'find':
      return item;
    case 'count':
      return NUMBER;
    default:
      return BOOLEAN;
  }
}
