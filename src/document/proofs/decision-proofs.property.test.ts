import { expect, test } from 'vitest';
import { compileExpression, type Evaluate, type Frame } from '../../condition/compile.ts';
import { slotsOf, type Expression } from '../../condition/expression.ts';
import type { Assignment } from '../../condition/satisfiability/problem.ts';
import { satisfy } from '../../condition/satisfiability/satisfy.ts';
import type { Outcome } from '../../condition/value.ts';
import { SeededRandom } from '../../testing/seeded-random.ts';
import { smallDecision, smallFacts } from '../../testing/small-decision.ts';
import { booleanType, checkedExpression } from '../checked-expression.ts';
import { parseDocument } from '../parse.ts';
import { conditionSettingOf } from './condition-setting.ts';
import { provedDecisions, type ProvedDecision } from './decision-proofs.ts';
import { provableContext, proveDocument } from './prove-document.ts';
import type { ProofContext } from './proof-rule.ts';
import { readBy } from './truth.ts';

const seed = Number(process.env['SOPWRIGHT_SEED'] ?? 1);
const decisions = 1_000;

/** Every contact that there can be, as far as some conditions read it. */
function framesFor(conditions: readonly Expression[], context: ProofContext): readonly Frame[] {
  const setting = conditionSettingOf(context);
  const { declarations } = context.environment;
  const read = new Set(conditions.flatMap((condition) => [...readBy(condition, setting)]));
  const base = declarations.map((_, slot): Outcome => setting.parameter(slot));
  let all: Outcome[][] = [base];
  for (const { name, slot, role } of declarations) {
    const values = smallFacts.get(name);
    if (role !== 'fact' || !read.has(slot) || values === undefined) continue;
    all = all.flatMap((slots) => values.map((value) => slots.with(slot, value)));
  }
  return all.map(frameWith(context));
}

/** Slots as a frame, with derived names worked out whenever they are read. */
function frameWith(context: ProofContext): (slots: readonly Outcome[]) => Frame {
  const derived = new Map<number, Evaluate>();
  for (const { slot, is, type } of context.environment.declarations) {
    const expression =
      is === undefined ? undefined : checkedExpression(is, context.environment, type).expression;
    if (expression) derived.set(slot, compileExpression(expression));
  }
  return (slots) => {
    const frame: Frame = { slots, derived: (slot) => derived.get(slot)?.(frame), visits: () => 0 };
    return frame;
  };
}

function frameOf(example: Assignment, context: ProofContext): Frame {
  const setting = conditionSettingOf(context);
  const slots = context.environment.declarations.map(
    (_, slot) => setting.parameter(slot) ?? example.get(`${slot}@0`),
  );
  return frameWith(context)(slots);
}

/** What trying everything shows. */
interface Tried {
  readonly covered: readonly number[];
  readonly never: readonly number[];
  readonly always: readonly number[];
  readonly uncovered: boolean;
  readonly overlaps: readonly string[];
}

function tryAll(
  { step }: ProvedDecision,
  conditions: readonly Expression[],
  frames: readonly Frame[],
): Tried {
  const evaluate = conditions.map(compileExpression);
  const taken = new Set<number>();
  const holds = new Set<number>();
  const fails = new Set<number>();
  const overlaps = new Set<string>();
  let uncovered = false;
  for (const frame of frames) {
    const outcomes = evaluate.map((one) => one(frame));
    const first = outcomes.findIndex((outcome) => outcome !== false);
    if (first < 0) uncovered = true;
    else if (outcomes[first] === true) taken.add(first);
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome === false) fails.add(index);
      if (outcome !== true) continue;
      holds.add(index);
      for (const [other, one] of outcomes.slice(0, index).entries())
        if (one === true) overlaps.add(`${other}+${index}`);
    }
  }
  const indices = [...conditions.keys()];
  return {
    covered: indices.filter((index) => holds.has(index) && !taken.has(index)),
    never: indices.filter((index) => !holds.has(index)),
    always: indices.filter((index) => holds.has(index) && !fails.has(index)),
    uncovered: uncovered && step.otherwise === undefined,
    overlaps: step.columns && step.hits === 'unique' ? [...overlaps] : [],
  };
}

interface Score {
  claimed: number;
  falsely: number;
  missed: number;
}

test(
  `of 1,000 random decisions from seed ${seed} nothing false is said, and hardly anything true is missed`,
  { timeout: 120_000 },
  () => {
    const random = new SeededRandom(seed);
    const scores = new Map<string, Score>();
    const wrong: string[] = [];
    /** What is true of the values tried need not be of those between them: an example that holds tells. */
    const judge = (
      kind: string,
      claimed: readonly unknown[],
      truth: readonly unknown[],
      text: string,
      refuted: (one: unknown) => boolean = () => false,
    ): void => {
      const score = scores.get(kind) ?? { claimed: 0, falsely: 0, missed: 0 };
      scores.set(kind, score);
      score.claimed += claimed.length;
      const falsely = claimed.filter((one) => !truth.includes(one));
      const missed = truth.filter((one) => !claimed.includes(one) && !refuted(one));
      score.falsely += falsely.length;
      score.missed += missed.length;
      if (falsely.length > 0) wrong.push(`${kind} ${falsely.join()} claimed of\n${text}`);
      else if (missed.length > 0 && process.env['SOPWRIGHT_MISSES'])
        console.log(`${kind} ${missed.join()} missed of\n${text}`);
    };
    for (let count = 0; count < decisions; count += 1) {
      const text = smallDecision(random);
      const document = parseDocument(text);
      const context = provableContext(document);
      const decision = context && [...provedDecisions(context)][0];
      if (!context || !decision) throw new Error(`not a procedure: ${text}`);
      const conditions = decision.conditions.map((condition) => condition as Expression);
      expect(conditions).not.toContain(undefined);
      const frames = framesFor(conditions, context);
      const truth = tryAll(decision, conditions, frames);
      const shown = text.slice(text.indexOf('steps:'));
      const plain = (index: number): boolean =>
        conditions[index]?.kind === 'literal' || isName(conditions[index]);
      const found = proveDocument(document);
      const at = (code: string): readonly unknown[] =>
        found
          .filter((one) => one.code === code && !one.message.includes('this part of the condition'))
          .map(({ path }) => path[3]);
      const has = (holds: (index: number) => boolean, indices: readonly number[]): boolean =>
        satisfy(
          indices.map((index) => ({ expression: conditions[index] as Expression, holds: holds(index) })),
          decision.setting,
        ).kind === 'possible';
      judge(
        'covered',
        decision.proofs.covered.map(({ index }) => index),
        // Not taken by anyone is what is said; of what seems never to hold nothing is expected.
        [...truth.covered, ...truth.never],
        shown,
        (one) =>
          truth.never.includes(Number(one)) ||
          has((index) => index === one, [...Array(Number(one) + 1).keys()]),
      );
      expect(at('covered-branch')).toEqual(decision.proofs.covered.map(({ index }) => index));
      judge(
        'never',
        at('never-true'),
        truth.never.filter((index) => !plain(index)),
        shown,
        (one) => has(() => true, [Number(one)]),
      );
      judge(
        'always',
        at('always-true'),
        truth.always.filter((index) => !plain(index)),
        shown,
        (one) => has(() => false, [Number(one)]),
      );
      const evaluate = conditions.map(compileExpression);
      const { uncovered, overlaps } = decision.proofs;
      const outcomesOf = (example: Assignment): readonly Outcome[] => {
        const frame = frameOf(example, context);
        return evaluate.map((one) => one(frame));
      };
      const none = uncovered && outcomesOf(uncovered).every((outcome) => outcome === false);
      judge('uncovered', uncovered ? [true] : [], truth.uncovered || none ? [true] : [], shown);
      const both = overlaps.filter(({ first, second, example }) => {
        const outcomes = outcomesOf(example);
        return outcomes[first] === true && outcomes[second] === true;
      });
      const pairs = (some: typeof overlaps): readonly string[] =>
        some.map(({ first, second }) => `${first}+${second}`);
      judge('overlap', pairs(overlaps), [...new Set([...truth.overlaps, ...pairs(both)])], shown);
      for (const { index, by } of decision.proofs.covered) {
        const outcome = (at: number, frame: Frame): Outcome => evaluate[at]?.(frame);
        const taken = frames.some(
          (frame) =>
            outcome(index, frame) === true && by.every((earlier) => outcome(earlier, frame) === false),
        );
        expect(taken, `not covered by ${by.join()}:\n${shown}`).toBe(false);
      }
      for (const { message, path } of found) {
        const part = /^`(.*)` (always|never) holds.*this part/.exec(message);
        if (!part) continue;
        const { expression } = checkedExpression(part[1] ?? '', context.environment, booleanType);
        expect(expression, message).toBeDefined();
        const outcomes = new Set(
          framesFor([expression as Expression], context).map(compileExpression(expression as Expression)),
        );
        expect(outcomes.has(part[2] === 'never'), `${message} ${path.join('.')}\n${shown}`).toBe(false);
      }
    }
    for (const [kind, { claimed, falsely, missed }] of scores) {
      const share = (100 * (claimed - falsely)) / Math.max(1, claimed - falsely + missed);
      console.log(
        `${kind}: ${claimed} claimed, ${falsely} falsely, ${missed} missed: ${share.toFixed(1)} % found`,
      );
    }
    expect(wrong).toEqual([]);
    for (const [kind, { claimed, missed }] of scores) {
      expect(claimed, kind).toBeGreaterThan(20);
      expect(claimed / (claimed + missed), kind).toBeGreaterThanOrEqual(0.95);
    }
  },
);

/** Reported where it is declared. */
function isName(expression: Expression | undefined): boolean {
  if (expression?.kind === 'not') return isName(expression.operand);
  return expression?.kind === 'name' && slotsOf(expression).size === 1;
}
