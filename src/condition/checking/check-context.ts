import type { Environment } from '../environment.ts';
import type { Expression, InvalidExpression } from '../expression.ts';
import type { SyntaxNode } from '../parse-expression.ts';
import type { PreparedSource } from '../prepare-source.ts';
import { DYNAMIC } from '../type-rules.ts';
import type { ValueType } from '../type.ts';

export type ProblemCode =
  | 'argument-count'
  | 'bad-literal'
  | 'division-by-zero'
  | 'never-null'
  | 'not-in-enum'
  | 'syntax'
  | 'type-mismatch'
  | 'unknown-field'
  | 'unknown-function'
  | 'unknown-name'
  | 'unknown-step'
  | 'unsupported';

export interface ExpressionProblem {
  readonly code: ProblemCode;
  readonly message: string;
  /** UTF-16 units of the expression's source. */
  readonly from: number;
  readonly to: number;
  /** What should probably stand in `[from, to)` instead. */
  readonly replacement?: string;
}

/** A macro's variable in scope. */
export interface LocalVariable {
  readonly name: string;
  readonly local: number;
  readonly type: ValueType;
}

/** One check of one expression. `check` recurs, so that the files of this folder need not import each other. */
export interface CheckContext {
  readonly source: string;
  readonly prepared: PreparedSource;
  readonly environment: Environment;
  readonly problems: ExpressionProblem[];
  /** Innermost last. */
  readonly locals: LocalVariable[];
  nextLocal: number;
  check(node: SyntaxNode): Expression;
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Reports a problem and stands in for what could not be understood, so that the check can go on. */
export function invalid(
  context: CheckContext,
  code: ProblemCode,
  message: string,
  { from, to }: Range,
  replacement?: string,
): InvalidExpression {
  report(context, code, message, { from, to }, replacement);
  return { kind: 'invalid', message, type: DYNAMIC, from, to };
}

export function report(
  context: CheckContext,
  code: ProblemCode,
  message: string,
  range: Range,
  replacement?: string,
): void {
  const { from, to } = balanced(context, range);
  const problem: ExpressionProblem = { code, message, from, to };
  context.problems.push(replacement === undefined ? problem : { ...problem, replacement });
}

export function rangeOf(node: SyntaxNode): Range {
  return { from: node.start, to: node.end };
}

/** The parser's ranges leave a part's own brackets out: `a) + (b` grows to `(a) + (b)`. */
function balanced(context: CheckContext, range: Range): Range {
  const { brackets } = context.prepared;
  let { from, to } = range;
  for (let at = from; at < to; at += 1) {
    const partner = brackets.get(at);
    if (partner === undefined) continue;
    if (partner >= to) to = partner + 1;
    if (partner < from) {
      from = partner;
      at = partner;
    }
  }
  return { from, to };
}

export function sourceOf(context: CheckContext, range: Range): string {
  const { from, to } = balanced(context, range);
  const text = context.source.slice(from, to).replace(/\s+/g, ' ');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
