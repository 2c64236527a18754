import { childrenOf, visitsOf, type Expression } from '../../condition/expression.ts';
import { EvaluationError, type Value } from '../../condition/value.ts';
import type { Condition, Program } from '../program.ts';

type Slots = ReadonlySet<number>;
const noSlots: Slots = new Set();

/**
 * The slots of facts and context without which an expression cannot come to this outcome, through derived names.
 * `undefined` stands for any known value.
 */
export function neededFor(program: Program, expression: Expression, outcome: boolean | undefined): Slots {
  switch (expression.kind) {
    case 'literal':
    case 'local':
    case 'visits':
    case 'invalid':
      return noSlots;
    case 'name': {
      if (expression.role === 'parameter') return noSlots;
      if (expression.role !== 'derived') return new Set([expression.slot]);
      const derived = program.derived[expression.slot];
      return derived === undefined ? noSlots : neededFor(program, derived.expression, outcome);
    }
    case 'not':
      return neededFor(program, expression.operand, outcome === undefined ? undefined : !outcome);
    case 'and':
    case 'or': {
      const parts = expression.operands.map((operand) => neededFor(program, operand, outcome));
      return outcome === (expression.kind === 'and') ? union(parts) : common(parts);
    }
    case 'has': {
      const { operand } = expression;
      return outcome === true && operand.kind === 'name' ? neededFor(program, operand, undefined) : noSlots;
    }
    case 'conditional': {
      const test = neededFor(program, expression.test, undefined);
      const either = [expression.whenTrue, expression.whenFalse].map((each) =>
        neededFor(program, each, outcome),
      );
      return union([test, common(either)]);
    }
    case 'macro':
      return neededFor(program, expression.target, undefined);
    default:
      return union(childrenOf(expression).map((child) => neededFor(program, child, undefined)));
  }
}

function union(parts: readonly Slots[]): Slots {
  return new Set(parts.flatMap((part) => [...part]));
}

function common(parts: readonly Slots[]): Slots {
  const [first, ...rest] = parts;
  return new Set([...(first ?? noSlots)].filter((slot) => rest.every((part) => part.has(slot))));
}

/** Everything that an expression is made of, derived names opened. */
export function* partsOf(program: Program, expression: Expression): Iterable<Expression> {
  yield expression;
  for (const child of childrenOf(expression)) yield* partsOf(program, child);
  if (expression.kind !== 'name' || expression.role !== 'derived') return;
  const derived = program.derived[expression.slot];
  if (derived !== undefined) yield* partsOf(program, derived.expression);
}

/** The slots whose being known an expression asks about: `has(fact)`. */
export function askedAbout(program: Program, expression: Expression): Slots {
  const slots = new Set<number>();
  for (const part of partsOf(program, expression)) {
    if (part.kind !== 'has') continue;
    for (const inner of partsOf(program, part.operand)) {
      if (inner.kind === 'name' && (inner.role === 'fact' || inner.role === 'context')) slots.add(inner.slot);
    }
  }
  return slots;
}

/** Whether evaluating it can fail although all is known: an index out of range, a key that is missing, a division. */
export function mayFail(program: Program, expression: Expression): boolean {
  for (const part of partsOf(program, expression)) {
    if (failing.has(part.kind)) return true;
  }
  return false;
}

const failing: ReadonlySet<Expression['kind']> = new Set([
  'arithmetic',
  'negate',
  'call',
  'index',
  'field',
  'macro',
  'invalid',
  'conditional',
]);

/** Every condition of a program. */
export function conditionsOf(program: Program): readonly Condition[] {
  return [
    ...program.derived.flatMap((condition) => condition ?? []),
    ...program.triggers.map(({ condition }) => condition),
    ...program.guardrails.flatMap(({ confirm, require }) => [...list(confirm), ...list(require)]),
    ...program.steps.flatMap(({ work }) => {
      if (work.kind === 'decision') return work.branches.map(({ condition }) => condition);
      return work.kind === 'action' ? work.args.map(({ condition }) => condition) : [];
    }),
  ];
}

function list(condition: Condition | undefined): readonly Condition[] {
  return condition === undefined ? [] : [condition];
}

/** What the conditions of a program look at beyond facts; the rest need not be kept track of. */
export interface Interests {
  /** Slots that some condition reads, through derived names. */
  readonly slots: Slots;
  /** Steps whose visits some condition counts. */
  readonly counted: ReadonlySet<string>;
}

const interests = new WeakMap<Program, Interests>();

export function interestsOf(program: Program): Interests {
  let found = interests.get(program);
  if (found === undefined) {
    const conditions = conditionsOf(program);
    found = {
      slots: new Set(conditions.flatMap(({ inputs }) => inputs)),
      counted: new Set(conditions.flatMap(({ expression }) => [...visitsOf(expression)])),
    };
    interests.set(program, found);
  }
  return found;
}

/** A parameter's value, where it has one. */
export function parameterOf(program: Program, slot: number): Value | undefined {
  const value = program.initial[slot];
  return value instanceof EvaluationError ? undefined : value;
}
