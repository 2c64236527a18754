import type { Expression } from '../expression.ts';
import type { Value } from '../value.ts';
import { Atoms } from './atom.ts';
import { choose, type Choice } from './choose.ts';
import { Expander } from './expand.ts';
import { FormulaBuilder, type Formula } from './formula.ts';
import { plainValues } from './plain-values.ts';
import { TooLarge, type Assignment, type Constraint, type Setting } from './problem.ts';
import { search, type Budget, type Found } from './search.ts';
import { State } from './state.ts';
import { listsIn, Unroller } from './unroll.ts';
import { Variables, type Variable } from './variable.ts';
import { holds } from './verify.ts';

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

/** The proof alone: far cheaper than `satisfy` where an example is not asked for. */
export function isImpossible(constraints: readonly Constraint[], setting: Setting): boolean {
  try {
    const { variables, expanded, wanted } = prepare(constraints, setting);
    return (
      search(formulaOf(expanded, wanted, variables), State.of(variables), { ...BUDGET }, () => true).kind ===
      'none'
    );
  } catch (error) {
    if (error instanceof TooLarge) return false;
    throw error;
  }
}

/** Of the problem as it stands, and of each that is made of it by writing out lists. */
const BUDGET: Budget = { left: 6_000, leaves: 24 };
const SMALL_BUDGET: Budget = { left: 1_500, leaves: 8 };

function solve(constraints: readonly Constraint[], setting: Setting): Satisfaction {
  const { variables, expanded, wanted } = prepare(constraints, setting);
  const attempt = (expressions: readonly Expression[], budget: Budget, lists: Lengths): Found<Assignment> =>
    lookFor(expressions, wanted, variables, budget, (choice) => {
      const assignment = assignmentOf(choice, variables, lists);
      return holds(constraints, assignment, setting) ? assignment : undefined;
    });
  const found = attempt(expanded, BUDGET, new Map());
  if (found.kind === 'none') return { kind: 'impossible' };
  if (found.kind === 'found') return { kind: 'possible', example: found.example };
  for (const lengths of lengthsToTry(expanded, variables)) {
    try {
      const unroller = new Unroller(variables, lengths);
      const written = expanded.map((expression) => unroller.unroll(expression));
      const example = attempt(written, SMALL_BUDGET, lengths);
      if (example.kind === 'found') return { kind: 'possible', example: example.example };
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
    }
  }
  return { kind: 'undecided', why: 'No example was found, and no proof that there is none.' };
}

interface Prepared {
  readonly variables: Variables;
  readonly expanded: readonly Expression[];
  readonly wanted: readonly boolean[];
}

function prepare(constraints: readonly Constraint[], setting: Setting): Prepared {
  const variables = new Variables(setting.environment);
  const expander = new Expander(variables, setting);
  const expanded = constraints.map((constraint, index) => expander.expand(constraint, index));
  return { variables, expanded, wanted: constraints.map(({ holds }) => holds) };
}

function formulaOf(
  expressions: readonly Expression[],
  wanted: readonly boolean[],
  variables: Variables,
): Formula {
  const builder = new FormulaBuilder(new Atoms(variables));
  return {
    kind: 'all',
    parts: expressions.map((expression, index) => builder.want(expression, wanted[index] === true)),
  };
}

function lookFor(
  expressions: readonly Expression[],
  wanted: readonly boolean[],
  variables: Variables,
  budget: Budget,
  exampleOf: (choice: Choice) => Assignment | undefined,
): Found<Assignment> {
  return search(formulaOf(expressions, wanted, variables), State.of(variables), { ...budget }, (state) => {
    let example: Assignment | undefined;
    choose(state, (choice) => (example = exampleOf(choice)) !== undefined);
    return example;
  });
}

/** By the list's variable. */
type Lengths = ReadonlyMap<number, number>;

const LENGTHS = [1, 0, 2, 3];
const MOST_LENGTHS = 20;

/** Short lists first; of several lists each has a length of its own. */
function lengthsToTry(expressions: readonly Expression[], variables: Variables): readonly Lengths[] {
  const lists = new Set<Variable>();
  for (const expression of expressions) listsIn(expression, variables, lists);
  if (lists.size === 0) return [];
  let all: readonly Lengths[] = [new Map()];
  for (const { index } of lists) {
    all = all.flatMap((lengths) => LENGTHS.map((length) => new Map(lengths).set(index, length)));
    if (all.length > 200) break;
  }
  if (lists.size > 3) all = LENGTHS.map((length) => new Map([...lists].map(({ index }) => [index, length])));
  const effort = (lengths: Lengths): number =>
    [...lengths.values()].reduce((sum, one) => sum + LENGTHS.indexOf(one), 0);
  return all.toSorted((one, other) => effort(one) - effort(other)).slice(0, MOST_LENGTHS);
}

/** Fields are put together into the objects that they belong to. */
function assignmentOf(choice: Choice, variables: Variables, lengths: Lengths): Assignment {
  const assignment = new Map<string, Value>();
  for (const [index, length] of lengths) {
    const { origin, type } = variables.at(index);
    if (origin === undefined || type.kind !== 'list') continue;
    const [item = null] = plainValues(type.items, []);
    const list = Array.from({ length }, () => item);
    const key = `${origin.slot}@${origin.version}`;
    assignment.set(key, withPart(assignment.get(key), origin.path, list));
  }
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
