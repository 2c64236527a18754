import type { Expression } from '../expression.ts';
import { childrenOf } from '../expression.ts';
import { isKnown } from '../evaluation/scope.ts';
import type { Outcome, Value } from '../value.ts';
import type { Assumed } from './atom.ts';
import { evaluateWith } from './calculation.ts';
import { isEmpty, type Domain } from './domain.ts';
import { narrow } from './narrow.ts';
import { candidatesFor } from './natural.ts';
import type { State } from './state.ts';
import { fittingValues } from './fitting-values.ts';

/** Values by variable. */
export type Choice = ReadonlyMap<number, Value | undefined>;

/** How many values are tried for one set of assumptions. */
const MOST_TRIES = 400;

/**
 * Values for the variables of what a state assumes, so that each assumption comes true. One variable after the other
 * is given a value; what that leaves to the others is worked out before they are chosen.
 */
export function choose(state: State, accepts: (choice: Choice) => boolean): Choice | undefined {
  const assumed: readonly Assumed[] = [...state.truths].map(([atom, wanted]) => ({ atom, wanted }));
  const mentioned = mentionedIn(assumed);
  const slots: Outcome[] = [];
  const open = new Map<number, Domain>();
  for (const { atom } of assumed) {
    for (const index of atom.variables) {
      if (state.variables.at(index).origin !== undefined) open.set(index, state.domain(index));
    }
  }
  let tries = MOST_TRIES;

  const assign = (domains: ReadonlyMap<number, Domain>, chosen: Choice): Choice | undefined => {
    const next = nextOf(domains);
    if (next === undefined) return accepts(chosen) ? chosen : undefined;
    const [variable, domain] = next;
    const { type } = state.variables.at(variable);
    const fitting = fittingValues(variable, type, assumed);
    for (const value of candidatesFor(type, domain, fitting, mentioned)) {
      if ((tries -= 1) < 0) return undefined;
      const left = new Map(domains);
      left.delete(variable);
      const now = new Map(chosen).set(variable, value);
      if (!settle(variable, now, left)) continue;
      const result = assign(left, now);
      if (result !== undefined) return result;
    }
    return undefined;
  };

  /** What a new value leaves to the others; false when an assumption fails. */
  const settle = (variable: number, chosen: Choice, domains: Map<number, Domain>): boolean => {
    for (const { atom, wanted } of assumed) {
      if (!atom.variables.includes(variable)) continue;
      const rest = atom.variables.filter((index) => domains.has(index));
      const [only] = rest;
      if (rest.length > 1) continue;
      slots.length = 0;
      for (const [index, value] of chosen) slots[index] = value;
      if (only === undefined) {
        if (evaluateWith(atom.expression, slots) !== wanted) return false;
        continue;
      }
      const domain = domains.get(only);
      if (domain === undefined) continue;
      const narrowed = narrow(atom.expression, wanted, only, domain, slots).domain;
      if (isEmpty(narrowed)) return false;
      domains.set(only, narrowed);
    }
    return true;
  };

  return assign(open, new Map());
}

/** What has the fewest values comes first. */
function nextOf(domains: ReadonlyMap<number, Domain>): readonly [number, Domain] | undefined {
  let best: readonly [number, Domain] | undefined;
  let least = Infinity;
  for (const entry of domains) {
    const { values, extras } = entry[1];
    const size =
      values.kind === 'finite' ? values.values.length + extras.length : values.kind === 'any' ? 1e6 : 1e3;
    if (size < least) {
      least = size;
      best = entry;
    }
  }
  return best;
}

/** The values that the conditions write out. */
function mentionedIn(assumed: readonly Assumed[]): readonly Value[] {
  const values = new Set<Value>();
  const visit = (expression: Expression): void => {
    if (expression.kind === 'literal' && typeof expression.value !== 'boolean' && expression.value !== null) {
      values.add(expression.value);
    } else if (
      expression.kind === 'call' &&
      (expression.name === 'timestamp' || expression.name === 'duration')
    ) {
      const value = evaluateWith(expression, []);
      if (isKnown(value) && value !== null) values.add(value);
    }
    childrenOf(expression).forEach(visit);
  };
  assumed.forEach(({ atom }) => visit(atom.expression));
  return [...values];
}
