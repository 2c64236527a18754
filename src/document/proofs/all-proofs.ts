import type { RulePage } from '../rules/rule.ts';
import { contradictoryWording } from './contradictory-wording.ts';
import { cycleLeftByTrigger } from './cycle-left-by-trigger.ts';
import { duplicateAction } from './duplicate-action.ts';
import { duplicateDerived } from './duplicate-derived.ts';
import { duplicateFact } from './duplicate-fact.ts';
import { duplicateGuardrail } from './duplicate-guardrail.ts';
import { duplicateParameter } from './duplicate-parameter.ts';
import { endlessCycle } from './endless-cycle.ts';
import { outsideScope } from './outside-scope.ts';
import type { ProofRule } from './proof-rule.ts';
import { saysForbidden, textOverLimit } from './wording-breaks-rule.ts';

/** In the order of the reference page. */
export const proofRules: readonly ProofRule[] = [
  endlessCycle,
  cycleLeftByTrigger,
  contradictoryWording,
  saysForbidden,
  textOverLimit,
  outsideScope,
  duplicateFact,
  duplicateDerived,
  duplicateParameter,
  duplicateAction,
  duplicateGuardrail,
];

/** Every code that proofs can report: those of the rules, and those that need the engine to show a run. */
export const proofPages: readonly RulePage[] = [...proofRules];
