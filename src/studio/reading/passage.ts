import type { Environment } from '../../condition/environment.ts';
import { valuedSentenceOf } from '../../document/condition-sentence.ts';
import { nameOf } from '../../document/humanised.ts';
import type { Fact, Guardrail, Parameter, Procedure, Step, StepId } from '../../document/model.ts';
import type { NumberedStep } from '../../document/reading/reading-order.ts';
import { waysOf } from '../../document/reading/ways.ts';
import type { ProvedProblem } from '../../engine/proofs/prove-procedure.ts';

/** What passages put conditions into words with. */
export interface Vocabulary {
  readonly environment: Environment;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly parameters: ReadonlyMap<string, Parameter>;
}

/** A step as it is called in the text: number and title. Without a number where there is no such step. */
export interface Reference {
  readonly id: StepId;
  readonly number: string | undefined;
  readonly title: string;
}

export interface WayOn {
  readonly label: string | undefined;
  readonly words: string;
  readonly to: Reference | undefined;
}

/** A guardrail at a step that it governs. */
export interface Governing {
  readonly id: string;
  readonly guardrail: Guardrail;
  readonly how: 'before' | 'appliesTo' | 'includes';
}

/** All that the text says of one step. The same object for as long as none of it changes. */
export interface Passage {
  readonly id: StepId;
  readonly step: Step;
  readonly number: string;
  readonly level: number;
  readonly isStart: boolean;
  readonly isReached: boolean;
  /** Where one comes from, where that is not just the step above; `words` names the way that leads here. */
  readonly origin: { readonly words: string | undefined; readonly from: readonly Reference[] } | undefined;
  readonly ways: readonly WayOn[];
  readonly governing: readonly Governing[];
  readonly problems: readonly ProvedProblem[];
  readonly vocabulary: Vocabulary;
}

export interface PassageSources {
  readonly procedure: Procedure;
  readonly numbers: ReadonlyMap<StepId, string>;
  /** The steps that lead to each step, in reading order. */
  readonly origins: ReadonlyMap<StepId, readonly StepId[]>;
  readonly governing: ReadonlyMap<StepId, readonly Governing[]>;
  readonly problems: ReadonlyMap<string, readonly ProvedProblem[]>;
  readonly vocabulary: Vocabulary;
}

const nothing: readonly never[] = [];

/** The passage of a row, or `before` where nothing that it says has changed. */
export function passageOf(
  row: NumberedStep,
  above: StepId | undefined,
  sources: PassageSources,
  before: Passage | undefined,
): Passage | undefined {
  const { procedure, numbers, vocabulary } = sources;
  const step = procedure.steps.get(row.id);
  if (step === undefined) return undefined;
  const reference = (id: StepId): Reference => ({
    id,
    number: numbers.get(id),
    title: nameOf(id, procedure.steps.get(id)),
  });
  const sentence = (condition: string): string =>
    valuedSentenceOf(condition, vocabulary.environment, vocabulary.parameters);
  const passage: Passage = {
    id: row.id,
    step,
    number: row.number,
    level: row.level,
    isStart: procedure.start === row.id,
    isReached: row.isReached,
    origin: originOf(row, above, sources.origins.get(row.id) ?? nothing, reference),
    ways: waysOf(row.id, step, sentence).map(({ label, words, target }) => ({
      label,
      words,
      to: target === undefined ? undefined : reference(target),
    })),
    governing: sources.governing.get(row.id) ?? nothing,
    problems: sources.problems.get(`step:${row.id}`) ?? nothing,
    vocabulary,
  };
  return before !== undefined && samePassage(before, passage) ? before : passage;
}

function originOf(
  { off }: NumberedStep,
  above: StepId | undefined,
  origins: readonly StepId[],
  reference: (id: StepId) => Reference,
): Passage['origin'] {
  if (off?.way === undefined && origins.every((id) => id === above)) return undefined;
  return { words: off?.way?.label, from: origins.map(reference) };
}

function samePassage(a: Passage, b: Passage): boolean {
  return (
    a.step === b.step &&
    a.number === b.number &&
    a.isStart === b.isStart &&
    a.isReached === b.isReached &&
    a.vocabulary === b.vocabulary &&
    a.origin?.words === b.origin?.words &&
    sameReferences(a.origin?.from, b.origin?.from) &&
    a.ways.length === b.ways.length &&
    a.ways.every(
      ({ words, to }, index) => words === b.ways[index]?.words && sameReference(to, b.ways[index]?.to),
    ) &&
    a.governing.length === b.governing.length &&
    a.governing.every(
      ({ guardrail, how }, index) =>
        guardrail === b.governing[index]?.guardrail && how === b.governing[index]?.how,
    ) &&
    a.problems.length === b.problems.length &&
    a.problems.every(({ message }, index) => message === b.problems[index]?.message)
  );
}

function sameReferences(a: readonly Reference[] = nothing, b: readonly Reference[] = nothing): boolean {
  return a.length === b.length && a.every((each, index) => sameReference(each, b[index]));
}

function sameReference(a: Reference | undefined, b: Reference | undefined): boolean {
  return a?.id === b?.id && a?.number === b?.number && a?.title === b?.title;
}
