import type { Formula } from './formula.ts';
import type { State } from './state.ts';

export type Found<Example> =
  | { readonly kind: 'found'; readonly example: Example }
  | { readonly kind: 'none' }
  | { readonly kind: 'undecided' };

/** What may be spent on one problem. */
export interface Budget {
  /** Assumptions. */
  left: number;
  /** Consistent sets of assumptions for which an example was looked for in vain. */
  leaves: number;
}

/** Alternatives chosen one inside the other. */
const DEEPEST = 300;

/**
 * Looks for assumptions that fulfil a formula and do not contradict each other, and then for an example of them.
 * "None" is a proof; it is "undecided" when assumptions stood up but no example turned up, or the budget ran out.
 */
export function search<Example>(
  formula: Formula,
  start: State,
  budget: Budget,
  exampleOf: (state: State) => Example | undefined,
): Found<Example> {
  let doubt = false;

  const solve = (
    state: State,
    required: readonly Formula[],
    waiting: readonly Formula[],
    depth: number,
  ): Example | undefined => {
    const open: Formula[] = [...waiting];
    if (!assumeAll(state, required, open)) return undefined;
    if (budget.left <= 0 || depth > DEEPEST) {
      doubt = true;
      return undefined;
    }
    for (;;) {
      if (!state.propagate()) return undefined;
      const settled = settle(state, open);
      if (settled === 'contradiction') return undefined;
      if (settled === 'done') break;
    }
    const choice = narrowest(open);
    if (choice === undefined) {
      if (budget.leaves > 0) {
        const example = exampleOf(state);
        if (example !== undefined) return example;
        budget.leaves -= 1;
      }
      doubt = true;
      return undefined;
    }
    const rest = open.filter((formula) => formula !== choice);
    for (const part of choice.parts) {
      const example = solve(state.copy(), [part], rest, depth + 1);
      if (example !== undefined) return example;
      if (budget.left <= 0) {
        doubt = true;
        return undefined;
      }
    }
    return undefined;
  };

  const assumeAll = (state: State, required: readonly Formula[], open: Formula[]): boolean => {
    for (const formula of required) {
      if (formula.kind === 'literal') {
        budget.left -= 1;
        if (!state.assume(formula.atom, formula.wanted)) return false;
      } else if (formula.kind === 'all') {
        if (!assumeAll(state, formula.parts, open)) return false;
      } else {
        if (formula.parts.length === 0) return false;
        open.push(formula);
      }
    }
    return true;
  };

  /** Takes out alternatives that can no longer be, and assumes what is left without one. */
  const settle = (state: State, open: Formula[]): 'contradiction' | 'again' | 'done' => {
    for (let at = 0; at < open.length; at += 1) {
      const formula = open[at];
      if (formula === undefined || formula.kind !== 'any') continue;
      const implied = formula.parts.find(
        (part) => part.kind === 'literal' && state.implies(part.atom, part.wanted),
      );
      const parts = implied === undefined ? formula.parts.filter((part) => possible(state, part)) : [implied];
      const [first] = parts;
      if (first === undefined) return 'contradiction';
      if (parts.length === 1) {
        open.splice(at, 1);
        if (!assumeAll(state, [first], open)) return 'contradiction';
        return budget.left > 0 ? 'again' : 'done';
      }
      if (parts.length < formula.parts.length) open[at] = { kind: 'any', parts };
    }
    return 'done';
  };

  const possible = (state: State, part: Formula): boolean => {
    if (part.kind !== 'literal') return part.kind === 'all' || part.parts.length > 0;
    budget.left -= 1;
    return !state.refutes(part.atom, part.wanted);
  };

  const example = solve(start, [formula], [], 0);
  if (example !== undefined) return { kind: 'found', example };
  return { kind: doubt ? 'undecided' : 'none' };
}

function narrowest(open: readonly Formula[]): (Formula & { readonly kind: 'all' | 'any' }) | undefined {
  let best: (Formula & { readonly kind: 'all' | 'any' }) | undefined;
  for (const formula of open) {
    if (formula.kind === 'literal') continue;
    if (best === undefined || formula.parts.length < best.parts.length) best = formula;
  }
  return best;
}
