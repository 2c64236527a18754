import type { Environment } from '../environment.ts';
import type { Expression } from '../expression.ts';
import type { Value } from '../value.ts';

/** A condition that is to be true, or to be false. Unknown is neither. */
export interface Constraint {
  readonly expression: Expression;
  readonly holds: boolean;
  /** Slot → version, 0 where absent: the same fact before and after it is written anew is two variables. */
  readonly versions?: ReadonlyMap<number, number>;
  /** Counts that are known. */
  readonly visits?: ReadonlyMap<string, number>;
}

export interface Setting {
  readonly environment: Environment;
  /** What is behind a derived name. */
  derived(slot: number): Expression | undefined;
  /** Undefined for a parameter that may have any value. */
  parameter(slot: number): Value | undefined;
  /** By slot: all that a name can be besides unknown, where that is less than its type allows. */
  readonly domains?: ReadonlyMap<number, readonly Value[]>;
  /** Slots that calculations are written into, so that their type's bounds need not hold. */
  readonly calculated?: ReadonlySet<number>;
}

/** `SLOT@VERSION` → value; what is not in it is unknown. */
export type Assignment = ReadonlyMap<string, Value>;

/** Leaves the recursion; never leaves `satisfy`. */
export class TooLarge extends Error {}
