import { environmentOf } from '../../document/environment.ts';
import { linksOfStep, tiesOf } from '../../document/graph.ts';
import type { Procedure, StepId } from '../../document/model.ts';
import { readingOrder } from '../../document/reading/reading-order.ts';
import type { NumberedStep } from '../../document/reading/reading-order.ts';
import type { ProblemsByElement } from '../session/problems-by-element.ts';
import { passageOf } from './passage.ts';
import type { Governing, Passage, Vocabulary } from './passage.ts';

/** The steps of a procedure as passages. What a change does not touch stays the same object, from one to the next. */
export class PassageBook {
  #known: ReadonlyMap<StepId, Passage> = new Map();
  #vocabulary: Vocabulary | undefined;

  read(procedure: Procedure, problems: ProblemsByElement): readonly Passage[] {
    const rows = readingOrder(procedure);
    const sources = {
      procedure,
      numbers: new Map(rows.map(({ id, number }) => [id, number])),
      governing: governingSteps(procedure),
      origins: originsOf(procedure, rows),
      problems,
      vocabulary: this.vocabularyOf(procedure),
    };
    const passages = rows.flatMap(
      (row, index) => passageOf(row, rows[index - 1]?.id, sources, this.#known.get(row.id)) ?? [],
    );
    this.#known = new Map(passages.map((passage) => [passage.id, passage]));
    return passages;
  }

  /** The same until a name, a type or a parameter's value changes. Steps' ids are named as they are written. */
  vocabularyOf(procedure: Procedure): Vocabulary {
    const environment = environmentOf(procedure);
    const { facts, parameters } = procedure;
    const before = this.#vocabulary;
    const isSame =
      before !== undefined &&
      before.environment.declarations === environment.declarations &&
      before.facts === facts &&
      before.parameters === parameters;
    return (this.#vocabulary = isSame ? before : { environment, facts, parameters });
  }
}

function originsOf(
  { steps }: Procedure,
  rows: readonly NumberedStep[],
): ReadonlyMap<StepId, readonly StepId[]> {
  const origins = new Map<StepId, StepId[]>();
  for (const { id } of rows) {
    const step = steps.get(id);
    for (const { target } of step === undefined ? [] : linksOfStep(id, step)) {
      const known = origins.get(target);
      if (known === undefined) origins.set(target, [id]);
      else if (known.at(-1) !== id) known.push(id);
    }
  }
  return origins;
}

function governingSteps(procedure: Procedure): ReadonlyMap<StepId, readonly Governing[]> {
  const byStep = new Map<StepId, Governing[]>();
  for (const { guardrail: id, step, how } of tiesOf(procedure)) {
    const guardrail = procedure.guardrails.get(id);
    if (guardrail === undefined) continue;
    const list = byStep.get(step);
    if (list) list.push({ id, guardrail, how });
    else byStep.set(step, [{ id, guardrail, how }]);
  }
  return byStep;
}
