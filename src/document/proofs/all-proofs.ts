import type { ProofRule } from './proof-rule.ts';

/** In the order of the reference page. */
export const proofRules: readonly ProofRule[] = [];
