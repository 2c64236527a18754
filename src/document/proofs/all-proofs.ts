import type { RulePage } from '../rules/rule.ts';
import { alwaysTrue, neverTrue } from './constant-condition.ts';
import { contradictoryWording } from './contradictory-wording.ts';
import { coveredBranch } from './covered-branch.ts';
import { cycleLeftByTrigger } from './cycle-left-by-trigger.ts';
import { duplicateAction } from './duplicate-action.ts';
import { duplicateDerived } from './duplicate-derived.ts';
import { duplicateFact } from './duplicate-fact.ts';
import { duplicateGuardrail } from './duplicate-guardrail.ts';
import { duplicateParameter } from './duplicate-parameter.ts';
import { endlessCycle } from './endless-cycle.ts';
import { outsideScope } from './outside-scope.ts';
import { overlappingRows } from './overlapping-rows.ts';
import type { ProofRule } from './proof-rule.ts';
import { shadowedTrigger } from './shadowed-trigger.ts';
import { uncoveredValues } from './uncovered-values.ts';
import { saysForbidden, textOverLimit } from './wording-breaks-rule.ts';

/** In the order of the reference page. */
export const proofRules: readonly ProofRule[] = [
  endlessCycle,
  cycleLeftByTrigger,
  coveredBranch,
  uncoveredValues,
  overlappingRows,
  neverTrue,
  alwaysTrue,
  shadowedTrigger,
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
