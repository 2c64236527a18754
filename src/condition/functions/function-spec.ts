import type { ValueType } from '../type.ts';
import { EvaluationError, type Outcome, type Value } from '../value.ts';

/** Where a call stands in its source, for the error it may return. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Signature {
  readonly params: readonly ValueType[];
  readonly result: ValueType | ((args: readonly ValueType[]) => ValueType);
}

/**
 * A strict function: it is called with known values only. Static types may be wrong about what arrives (data from
 * elsewhere is dynamic), so `apply` checks its arguments and returns an error; it never throws.
 */
export interface FunctionSpec {
  readonly name: string;
  /** `method`: `a.name(b)`; `function`: `name(a, b)`; `either`: both. */
  readonly form: 'method' | 'function' | 'either';
  readonly signatures: readonly Signature[];
  /** Given several arguments, takes them as one list: `min(a, b)` is `min([a, b])`. */
  readonly gathers?: boolean;
  readonly summary: string;
  readonly apply: (at: Span, a: Value, b: Value | undefined, c: Value | undefined) => Outcome;
}

export function failure(at: Span, message: string): EvaluationError {
  return new EvaluationError(message, at.from, at.to);
}

/** What a value is, for the message of an error. */
export function wrongArgument(at: Span, name: string): EvaluationError {
  return failure(at, `${name} cannot be applied to this value`);
}
