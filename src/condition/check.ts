import { checkEnumType } from './checking/check-enum.ts';
import { checkFunctionCall, checkMethodCall } from './checking/check-calls.ts';
import {
  invalid,
  rangeOf,
  report,
  sourceOf,
  type CheckContext,
  type ExpressionProblem,
  type Range,
} from './checking/check-context.ts';
import { checkMacro } from './checking/check-macros.ts';
import { checkName } from './checking/check-names.ts';
import {
  checkArithmetic,
  checkCompare,
  checkCondition,
  checkConditional,
  checkLogical,
  checkMember,
  checkNegate,
} from './checking/check-operators.ts';
import type { Environment } from './environment.ts';
import type { Expression } from './expression.ts';
import { parseExpression, type ParsedExpression, type SyntaxNode } from './parse-expression.ts';
import {
  assignable,
  BOOLEAN,
  DYNAMIC,
  joinTypes,
  listOf,
  NULL,
  NUMBER,
  TEXT,
  typePhrase,
} from './type-rules.ts';
import type { ValueType } from './type.ts';

export type { ExpressionProblem, ProblemCode } from './checking/check-context.ts';

export interface Checked {
  /** Undefined when the source has a problem. */
  readonly expression: Expression | undefined;
  readonly type: ValueType;
  readonly problems: readonly ExpressionProblem[];
}

/** Never throws. With `expected`, the value must be usable where that type is asked for. */
export function checkExpression(source: string, environment: Environment, expected?: ValueType): Checked {
  const { expression, problems } = analyseExpression(source, environment, expected);
  return {
    expression: problems.length === 0 ? expression : undefined,
    type: expression?.type ?? expected ?? DYNAMIC,
    problems,
  };
}

/** Beside the problems the tree as far as it was understood, for completion and for the standard's unchecked mode. */
export function analyseExpression(
  source: string,
  environment: Environment,
  expected?: ValueType,
): { readonly expression: Expression | undefined; readonly problems: readonly ExpressionProblem[] } {
  const parsed = parseExpression(source);
  if (!parsed.ok) {
    const { message, from, to } = parsed;
    return { expression: undefined, problems: [{ code: 'syntax', message, from, to }] };
  }
  const context = createContext(source, parsed, environment);
  const expression = context.check(parsed.root);
  if (expected !== undefined && expression.kind !== 'invalid') checkExpected(context, expression, expected);
  return { expression, problems: context.problems };
}

/** Deeper trees are refused, so that every walk over a tree may recur. */
const DEEPEST_TREE = 400;

function createContext(
  source: string,
  parsed: ParsedExpression & { ok: true },
  environment: Environment,
): CheckContext {
  let depth = 0;
  const context: CheckContext = {
    source,
    prepared: parsed.prepared,
    environment,
    problems: [],
    locals: [],
    nextLocal: 0,
    check(node) {
      depth += 1;
      const expression = depth > DEEPEST_TREE ? tooDeep(context, node) : checkNode(context, node);
      depth -= 1;
      return expression;
    },
  };
  return context;
}

function tooDeep(context: CheckContext, node: SyntaxNode): Expression {
  const message = 'The expression is nested too deeply.';
  const known = context.problems.some((problem) => problem.message === message);
  if (!known) return invalid(context, 'syntax', message, rangeOf(node));
  return { kind: 'invalid', message, type: DYNAMIC, ...rangeOf(node) };
}

function checkExpected(context: CheckContext, expression: Expression, expected: ValueType): void {
  checkEnumType(context, expected, expression, () => 'The value');
  if (assignable(expression.type, expected)) return;
  if (expression.type.kind === expected.kind && expected.kind === 'string') {
    const message = `${sourceOf(context, expression)} may be a text that is not allowed here.`;
    return report(context, 'not-in-enum', message, expression);
  }
  const wanted =
    expected.kind === 'boolean' ? 'A condition, which is true or false,' : capital(typePhrase(expected));
  report(
    context,
    'type-mismatch',
    `${wanted} is needed here; this is ${typePhrase(expression.type)}.`,
    expression,
  );
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function checkNode(context: CheckContext, node: SyntaxNode): Expression {
  const range = rangeOf(node);
  switch (node.op) {
    case 'value':
      return checkLiteral(context, node.args, range);
    case 'id': {
      const number = context.prepared.numbers.get(node.start);
      if (number !== undefined) return { kind: 'literal', value: number, type: NUMBER, ...range };
      return checkName(context, node);
    }
    case '.':
      return checkName(context, node);
    case '[]':
      return checkIndex(context, node.args, range);
    case 'list': {
      const items = node.args.map((item) => context.check(item));
      return { kind: 'list', items, type: listOf(joinAll(items)), ...range };
    }
    case 'map': {
      const entries = node.args.map(([key, value]) => ({
        key: context.check(key),
        value: context.check(value),
      }));
      return { kind: 'map', entries, type: mapType(entries), ...range };
    }
    case 'call':
      return checkFunctionCall(context, node.args[0], node.args[1], range);
    case 'rcall': {
      const [name, target, args] = node.args;
      return (
        checkMacro(context, name, target, args, range) ?? checkMethodCall(context, name, target, args, range)
      );
    }
    case '?:':
      return checkConditional(context, node.args, range);
    case '&&':
    case '||':
      return checkLogical(context, node, node.op);
    case '!_':
      return { kind: 'not', operand: checkCondition(context, node.args), type: BOOLEAN, ...range };
    case '-_':
      return checkNegate(context, node.args, range);
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return checkCompare(context, node.op, node.args, range);
    case 'in':
      return checkMember(context, node.args, range);
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return checkArithmetic(context, node.op, node.args, range);
    default:
      return invalid(context, 'unsupported', 'This is not part of the language.', range);
  }
}

/** With keys written out the parts have types of their own: `{"old": …, "new": …}` is an object. */
function mapType(entries: (Expression & { kind: 'map' })['entries']): ValueType {
  const fields = new Map<string, ValueType>();
  for (const { key, value } of entries) {
    if (key.kind === 'literal' && typeof key.value === 'string') fields.set(key.value, value.type);
  }
  if (fields.size === entries.length && fields.size > 0) return { kind: 'object', fields };
  return { kind: 'map', values: joinAll(entries.map(({ value }) => value)) };
}

function joinAll(expressions: readonly Expression[]): ValueType {
  const [first, ...rest] = expressions;
  return rest.reduce((type, { type: next }) => joinTypes(type, next), first?.type ?? DYNAMIC);
}

function checkLiteral(context: CheckContext, value: unknown, range: Range): Expression {
  if (typeof value === 'string') return { kind: 'literal', value, type: TEXT, ...range };
  if (typeof value === 'boolean') return { kind: 'literal', value, type: BOOLEAN, ...range };
  if (value === null) return { kind: 'literal', value, type: NULL, ...range };
  if (typeof value === 'number' || typeof value === 'bigint') {
    return { kind: 'literal', value: Number(value), type: NUMBER, ...range };
  }
  const message =
    value instanceof Uint8Array
      ? 'Bytes are not part of this language; write text without the b before its quote.'
      : 'Unsigned integers are not part of this language; write the number without the u.';
  const replacement = context.source.slice(range.from, range.to).replace(/^[bB]|[uU]$/, '');
  return invalid(context, 'unsupported', message, range, replacement);
}

function checkIndex(
  context: CheckContext,
  [targetNode, indexNode]: readonly [SyntaxNode, SyntaxNode],
  { to }: Range,
): Expression {
  const target = context.check(targetNode);
  const index = context.check(indexNode);
  const range = { from: target.from, to };
  const { type } = target;
  switch (type.kind) {
    case 'list':
      if (index.type.kind !== 'number' && index.type.kind !== 'dynamic') {
        const message = `${sourceOf(context, target)} is a list; its items are numbered from 0, and ${sourceOf(context, index)} is ${typePhrase(index.type)}.`;
        report(context, 'type-mismatch', message, index);
      }
      return { kind: 'index', target, index, type: type.items, ...range };
    case 'map':
      return { kind: 'index', target, index, type: type.values, ...range };
    case 'object': {
      const name = index.kind === 'literal' && typeof index.value === 'string' ? index.value : undefined;
      const field = name === undefined ? undefined : type.fields.get(name);
      if (name === undefined) return { kind: 'index', target, index, type: DYNAMIC, ...range };
      if (field !== undefined) return { kind: 'field', target, field: name, type: field, ...range };
      if (target.kind === 'map') return { kind: 'field', target, field: name, type: DYNAMIC, ...range };
      return invalid(context, 'unknown-field', `${sourceOf(context, target)} has no field ${name}.`, index);
    }
    case 'dynamic':
      return { kind: 'index', target, index, type: DYNAMIC, ...range };
    default: {
      const message = `${sourceOf(context, target)} is ${typePhrase(type)}; only lists and maps have parts in square brackets.`;
      return invalid(context, 'type-mismatch', message, target);
    }
  }
}
