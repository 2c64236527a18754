import { missingInput, unknownAction, unknownInput } from './action-calls.ts';
import { conditionPages } from './conditions.ts';
import { derivedCycle } from './derived-cycle.ts';
import { formatPages } from './format-pages.ts';
import { deadEnd, unreachableStep } from './graph-rules.ts';
import { guardrailEmpty, guardrailMixed, unknownGoverned } from './guardrails.ts';
import { nothingToInclude, unknownGuardrail } from './includes.ts';
import { badId, badName, nameClash, reservedName, stepActionClash } from './names.ts';
import { parameterValue } from './parameter-value.ts';
import { giveUpNeverReached, retriesWithoutGiveUp } from './question-retries.ts';
import type { Rule, RulePage } from './rule.ts';
import { emptyRange } from './empty-range.ts';
import { startMissing } from './start-missing.ts';
import { badLocale, badPattern, missingLocale, nothingToSay, sayOrInstruct } from './texts.ts';
import { localeValues, templateValue } from './template-values.ts';
import { tableCells, tableShape } from './table.ts';
import { unclosedExpression } from './unclosed-expression.ts';
import { unknownFact } from './unknown-fact.ts';
import { unknownStep } from './unknown-step.ts';
import { unusedAction, unusedDerived, unusedFact, unusedGuardrail, unusedParameter } from './unused.ts';

export const rules: readonly Rule[] = [
  startMissing,
  unknownStep,
  unknownFact,
  unknownGuardrail,
  nothingToInclude,
  unknownAction,
  missingInput,
  unknownInput,
  badId,
  badName,
  reservedName,
  nameClash,
  stepActionClash,
  derivedCycle,
  parameterValue,
  emptyRange,
  unknownGoverned,
  guardrailEmpty,
  guardrailMixed,
  badPattern,
  badLocale,
  missingLocale,
  sayOrInstruct,
  nothingToSay,
  unclosedExpression,
  templateValue,
  localeValues,
  tableShape,
  tableCells,
  giveUpNeverReached,
  retriesWithoutGiveUp,
  unreachableStep,
  deadEnd,
  unusedFact,
  unusedDerived,
  unusedParameter,
  unusedAction,
  unusedGuardrail,
];

/** Every code that a document can report, in the order of the reference page. */
export const rulePages: readonly RulePage[] = [...formatPages, ...rules, ...conditionPages];
