import type { RulePage } from '../rules/rule.ts';
import type { ProofRule } from './proof-rule.ts';

/** In the order of the reference page. */
export const proofRules: readonly ProofRule[] = [];

/** Every code that proofs can report: those of the rules, and those that need the engine to show a run. */
export const proofPages: readonly RulePage[] = [...proofRules];
