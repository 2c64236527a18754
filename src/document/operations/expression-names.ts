import { parseExpression } from '../../condition/parse-expression.ts';
import type { SyntaxNode } from '../../condition/parse-expression.ts';

/** What an expression names, with its place in the expression's source. */
export type NamedPart =
  | { readonly kind: 'name'; readonly segments: readonly Segment[] }
  | { readonly kind: 'visits'; readonly step: string; readonly from: number; readonly to: number };

export interface Segment {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Macros whose first arguments are variables of their own, as many as there are arguments less one. */
const macros = new Set([
  'all',
  'exists',
  'exists_one',
  'existsOne',
  'filter',
  'map',
  'find',
  'count',
  'transformList',
  'transformMap',
]);

/** The chains of names (`order.items`) that mean something declared, and the steps named by `visits`. */
export function namedParts(source: string): readonly NamedPart[] {
  const parsed = parseExpression(source);
  if (!parsed.ok) return [];
  const found: NamedPart[] = [];
  walk(parsed.root, source, new Set(), found);
  return found;
}

function walk(node: SyntaxNode, source: string, local: ReadonlySet<string>, found: NamedPart[]): void {
  const chain = chainOf(node, source);
  if (chain) {
    if (!local.has(chain[0]?.name ?? '')) found.push({ kind: 'name', segments: chain });
    return;
  }
  const visits = visitsOf(node);
  if (visits) found.push(visits);
  const bound = boundBy(node);
  for (const child of childrenOf(node)) {
    walk(child, source, bound && child !== receiverOf(node) ? new Set([...local, ...bound]) : local, found);
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}

function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const args: unknown = node.args;
  return Array.isArray(args) ? args.flat(3).filter(isNode) : isNode(args) ? [args] : [];
}

function receiverOf(node: SyntaxNode): unknown {
  const args: unknown = node.args;
  return Array.isArray(args) ? args[1] : undefined;
}

/** The variables that a macro call brings along: `x` in `list.all(x, …)`. */
function boundBy(node: SyntaxNode): readonly string[] | undefined {
  if (node.op !== 'rcall' || !Array.isArray(node.args)) return undefined;
  const [name, , args] = node.args as readonly unknown[];
  if (typeof name !== 'string' || !macros.has(name) || !Array.isArray(args) || args.length < 2)
    return undefined;
  return args
    .slice(0, 2)
    .filter((arg, index) => isNode(arg) && arg.op === 'id' && index < args.length - 1)
    .map((arg: SyntaxNode) => String(arg.args));
}

/** `a.b.c` from the inside out; a name that begins with a dot or stands in backticks is not one of ours. */
function chainOf(node: SyntaxNode, source: string): readonly Segment[] | undefined {
  const segments: Segment[] = [];
  let at: unknown = node;
  while (isNode(at)) {
    if (at.op === 'id') {
      const from = at.range.start;
      const name = String(at.args);
      if (!source.startsWith(name, from)) return undefined;
      return [{ name, from, to: from + name.length }, ...segments];
    }
    if (at.op !== '.' || !Array.isArray(at.args)) return undefined;
    const [target, field] = at.args as readonly unknown[];
    if (typeof field !== 'string') return undefined;
    const from = at.range.end - field.length;
    if (source.slice(from, at.range.end) !== field) return undefined;
    segments.unshift({ name: field, from, to: at.range.end });
    at = target;
  }
  return undefined;
}

function visitsOf(node: SyntaxNode): NamedPart | undefined {
  if (node.op !== 'call' || !Array.isArray(node.args) || node.args[0] !== 'visits') return undefined;
  const args: unknown = node.args[1];
  const only: unknown = Array.isArray(args) && args.length === 1 ? args[0] : undefined;
  if (!isNode(only) || only.op !== 'value' || typeof only.args !== 'string') return undefined;
  return { kind: 'visits', step: only.args, from: only.range.start, to: only.range.end };
}
