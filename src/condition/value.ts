/**
 * A known value of a condition. *Unknown* is `undefined`, never `null`: JSON's null is a value only where a
 * declaration says `nullable`. Numbers are doubles. Objects and maps with string keys are plain records without a
 * prototype of consequence (read them with `Object.hasOwn`); maps with other keys are `Map`.
 */
export type Value =
  | string
  | number
  | boolean
  | null
  | Timestamp
  | Duration
  | TypeName
  | readonly Value[]
  | ReadonlyMap<Value, Value>
  | { readonly [field: string]: Value };

/** A point in time, in nanoseconds since 1970-01-01T00:00:00Z, CEL's range (years 1 to 9999). */
export class Timestamp {
  constructor(readonly nanoseconds: bigint) {}
}

/** A span of time in nanoseconds. */
export class Duration {
  constructor(readonly nanoseconds: bigint) {}
}

/** What CEL's `type(x)` returns. No fact has such a value. */
export class TypeName {
  constructor(readonly name: string) {}
}

/** Why an expression has no value though all it reads is known: division by zero, index out of range, and the like. */
export class EvaluationError {
  constructor(
    readonly message: string,
    /** Where in the expression's source, in UTF-16 units. */
    readonly from: number,
    readonly to: number,
  ) {}
}

/** `undefined` means unknown. */
export type Outcome = Value | undefined | EvaluationError;
