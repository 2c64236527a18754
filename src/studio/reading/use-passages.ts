import { useMemo, useRef } from 'react';
import { environmentOf } from '../../document/environment.ts';
import { linksOfStep, tiesOf } from '../../document/graph.ts';
import type { Procedure, StepId } from '../../document/model.ts';
import { readingOrder } from '../../document/reading/reading-order.ts';
import type { NumberedStep } from '../../document/reading/reading-order.ts';
import type { ProblemsByElement } from '../session/problems-by-element.ts';
import { passageOf } from './passage.ts';
import type { Governing, Passage, Vocabulary } from './passage.ts';

/** The steps as passages of a text. What a change does not touch stays the same object. */
export function usePassages(procedure: Procedure, problems: ProblemsByElement): readonly Passage[] {
  const known = useRef<ReadonlyMap<StepId, Passage>>(new Map());
  const vocabulary = useVocabulary(procedure);
  return useMemo(() => {
    const rows = readingOrder(procedure);
    const sources = {
      procedure,
      numbers: new Map(rows.map(({ id, number }) => [id, number])),
      governing: governingSteps(procedure),
      origins: originsOf(procedure, rows),
      problems,
      vocabulary,
    };
    const passages = rows.flatMap(
      (row, index) => passageOf(row, rows[index - 1]?.id, sources, known.current.get(row.id)) ?? [],
    );
    known.current = new Map(passages.map((passage) => [passage.id, passage]));
    return passages;
  }, [procedure, problems, vocabulary]);
}

/** The same until a name, a type or a parameter's value changes. */
function useVocabulary(procedure: Procedure): Vocabulary {
  const environment = environmentOf(procedure);
  const { facts, parameters } = procedure;
  // Of the steps' ids only conditions that count visits speak, and they name them as they are written.
  const kept = useRef<Vocabulary>(undefined);
  const before = kept.current;
  if (
    before !== undefined &&
    before.environment.declarations === environment.declarations &&
    before.facts === facts &&
    before.parameters === parameters
  ) {
    return before;
  }
  kept.current = { environment, facts, parameters };
  return kept.current;
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
