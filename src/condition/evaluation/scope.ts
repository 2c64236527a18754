import type { Expression } from '../expression.ts';
import { EvaluationError, type Outcome, type Value } from '../value.ts';

/** What an expression reads when it is evaluated. Whoever runs it owns it; an expression never writes to it. */
export interface Frame {
  /** Facts, parameters and context by slot; undefined = unknown. */
  readonly slots: readonly Outcome[];
  /** The value of a derived name. */
  derived(slot: number): Outcome;
  visits(stepId: string): number;
}

export type Evaluate = (frame: Frame) => Outcome;

/** Holds a macro's variable while its body is evaluated. */
export interface Cell {
  value: Outcome;
}

/**
 * What the closures of one compiled expression share. An expression never evaluates itself while it is being
 * evaluated (derived names have no cycles), so a variable needs one cell, not a stack.
 */
export interface Scope {
  readonly cells: Map<number, Cell>;
  readonly budget: { left: number };
  compile(expression: Expression): Evaluate;
}

/** How many items the macros of one evaluation may visit altogether. */
export const LARGEST_WORK = 1_000_000;

export function cellOf(scope: Scope, local: number): Cell {
  let cell = scope.cells.get(local);
  if (cell === undefined) {
    cell = { value: undefined };
    scope.cells.set(local, cell);
  }
  return cell;
}

/** Neither unknown nor an error. */
export function isKnown(outcome: Outcome): outcome is Value {
  return outcome !== undefined && !(outcome instanceof EvaluationError);
}
