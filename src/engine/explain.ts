import { explainExpression, type Explanation } from '../condition/explain.ts';
import { describeExpression, describeOutcome } from '../condition/sentence.ts';
import type { StepId, TriggerCategory } from '../document/model.ts';
import { factsAt, type FactsFrame, type Traced } from './facts-at.ts';
import type { Condition, Program } from './program.ts';
import { unknownFacts } from './unknown-facts.ts';

/** Why a condition held, or why not, from the facts that held then. */
export interface ConditionExplanation {
  /** As written. */
  readonly source: string;
  /** What it says: "refund is more than 50 USD". */
  readonly meaning: string;
  /** What it came to: "refund 32.50 USD is not more than 50 USD". */
  readonly sentence: string;
  readonly explanation: Explanation;
  /** Facts for want of which it is unknown. */
  readonly unknown: readonly string[];
  /** The derived names that it reads, each explained in turn. */
  readonly derived: readonly DerivedExplanation[];
}

export interface DerivedExplanation extends ConditionExplanation {
  readonly name: string;
}

export interface TriggerExplanation extends ConditionExplanation {
  readonly step: StepId;
  readonly position: number;
  readonly category: TriggerCategory;
}

/**
 * Explains a condition at the event with this index: a branch of a decision (any branch, evaluated or not), the
 * trigger that fired, or a guardrail's confirmation or requirement. Undefined where the event has no such condition.
 */
export function explainCondition(
  program: Program,
  run: Traced,
  index: number,
  conditionIndex = 0,
): ConditionExplanation | undefined {
  const condition = conditionAt(program, run, index, conditionIndex);
  return condition && explain(program, condition, factsAt(program, run, index));
}

/** Why each trigger did or did not fire, on the facts just before the event with this index. */
export function explainTriggers(program: Program, run: Traced, index: number): readonly TriggerExplanation[] {
  const frame = factsAt(program, run, index);
  return program.triggers.map(({ stepId, position, category, condition }) => ({
    step: stepId,
    position,
    category,
    ...explain(program, condition, frame),
  }));
}

function conditionAt(
  program: Program,
  run: Traced,
  index: number,
  conditionIndex: number,
): Condition | undefined {
  const event = run.trace[index];
  switch (event?.type) {
    case 'decided': {
      const work = program.steps[program.stepIndex.get(event.step) ?? -1]?.work;
      return work?.kind === 'decision' ? work.branches[conditionIndex]?.condition : undefined;
    }
    case 'triggered':
      return program.triggers.find(
        ({ stepId, position }) => stepId === event.step && position === event.index,
      )?.condition;
    case 'checked': {
      const guardrail = program.guardrails.find(({ id }) => id === event.guardrail);
      if (event.check === 'confirm') return guardrail?.confirm;
      return event.check === 'require' ? guardrail?.require : undefined;
    }
    default:
      return undefined;
  }
}

function explain(program: Program, condition: Condition, frame: FactsFrame): ConditionExplanation {
  const explanation = explainExpression(condition.expression, frame);
  return {
    source: condition.source,
    meaning: describeExpression(condition.expression),
    sentence: describeOutcome(explanation),
    explanation,
    unknown: explanation.outcome === undefined ? unknownFacts(program, condition, frame) : [],
    derived: derivedNames(explanation).flatMap((name) => {
      const slot = program.environment.byName.get(name)?.slot ?? -1;
      const derived = program.derived[slot];
      return derived === undefined ? [] : [{ name, ...explain(program, derived, frame) }];
    }),
  };
}

function derivedNames(explanation: Explanation): readonly string[] {
  const names = new Set<string>();
  const visit = ({ expression, parts }: Explanation): void => {
    if (expression.kind === 'name' && expression.role === 'derived') names.add(expression.name);
    parts.forEach(visit);
  };
  visit(explanation);
  return [...names];
}
