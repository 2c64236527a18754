import type { Environment } from '../environment.ts';
import type { Expression } from '../expression.ts';
import type { Value } from '../value.ts';
import { Atoms } from './atom.ts';
import { choose, type Choice } from './choose.ts';
import { Expander, TooLarge } from './expand.ts';
import { FormulaBuilder, type Formula } from './formula.ts';
import { search } from './search.ts';
import { State } from './state.ts';
import { Variables } from './variable.ts';
import { holds, type Assignment } from './verify.ts';

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
}

export type { Assignment } from './verify.ts';

export type Satisfaction =
  | { readonly kind: 'impossible' }
  | { readonly kind: 'possible'; readonly example: Assignment }
  | { readonly kind: 'undecided'; readonly why: string };

/**
 * Whether all constraints can hold together. Sound both ways: an example was tried out with the compiled conditions,
 * and "impossible" is proved for every value that data may hold. What an example leaves out is unknown. Never throws;
 * the work is bounded, and what it does not suffice for is undecided.
 */
export function satisfy(constraints: readonly Constraint[], setting: Setting): Satisfaction {
  try {
    return solve(constraints, setting);
  } catch (error) {
    if (error instanceof TooLarge)
      return { kind: 'undecided', why: 'The conditions are too large to look at.' };
    throw error;
  }
}

const MOST_ASSUMPTIONS = 6_000;
const MOST_LEAVES = 24;

function solve(constraints: readonly Constraint[], setting: Setting): Satisfaction {
  const variables = new Variables(setting.environment);
  const expander = new Expander(variables, setting);
  const builder = new FormulaBuilder(new Atoms(variables));
  const parts: Formula[] = constraints.map((constraint, index) =>
    builder.want(expander.expand(constraint, index), constraint.holds),
  );
  const found = search(
    { kind: 'all', parts },
    State.of(variables),
    { left: MOST_ASSUMPTIONS, leaves: MOST_LEAVES },
    (state) => {
      let example: Assignment | undefined;
      const accepts = (choice: Choice): boolean => {
        const assignment = assignmentOf(choice, variables);
        if (!holds(constraints, assignment, setting)) return false;
        example = assignment;
        return true;
      };
      choose(state, accepts);
      return example;
    },
  );
  if (found.kind === 'found') return { kind: 'possible', example: found.example };
  if (found.kind === 'none') return { kind: 'impossible' };
  return { kind: 'undecided', why: 'No example was found, and no proof that there is none.' };
}

/** Fields are put together into the objects that they belong to. */
function assignmentOf(choice: Choice, variables: Variables): Assignment {
  const assignment = new Map<string, Value>();
  for (const [index, value] of choice) {
    const { origin } = variables.at(index);
    if (origin === undefined || value === undefined) continue;
    const key = `${origin.slot}@${origin.version}`;
    assignment.set(key, withPart(assignment.get(key), origin.path, value));
  }
  return assignment;
}

function withPart(whole: Value | undefined, path: readonly (string | number)[], part: Value): Value {
  const [step, ...rest] = path;
  if (step === undefined) return part;
  if (typeof step === 'number') {
    const items = Array.isArray(whole) ? [...(whole as readonly Value[])] : [];
    items[step] = withPart(items[step], rest, part);
    return items;
  }
  const fields = isRecord(whole) ? whole : {};
  return { ...fields, [step]: withPart(Object.hasOwn(fields, step) ? fields[step] : undefined, rest, part) };
}

function isRecord(value: Value | undefined): value is { readonly [field: string]: Value } {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
