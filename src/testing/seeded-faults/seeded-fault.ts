import type { Path } from '../../document/diagnostic.ts';
import type { SopDocument } from '../../document/document.ts';
import { linksOf } from '../../document/graph.ts';
import type { PlacedLink } from '../../document/graph.ts';
import type { DecisionStep, Step, StepId } from '../../document/model.ts';
import { applyEdits } from '../../document/text-edit.ts';
import { valueAt } from '../../document/yaml-edit/data.ts';
import { Draft } from '../../document/yaml-edit/draft.ts';
import type { SeededRandom } from '../seeded-random.ts';

/** A fault put into a sound procedure, as an author would put it there. */
export interface SeededFault {
  /** What was done, and where. */
  readonly what: string;
  readonly text: string;
  /** A report has one of these codes … */
  readonly codes: readonly string[];
  /** … and stands at one of these places, or inside it. */
  readonly places: readonly Path[];
}

/** Puts one fault into a random place; undefined where the chosen place does not take it. */
export type Seeder = (document: SopDocument, random: SeededRandom) => SeededFault | undefined;

/** The text after the changes; undefined where the text does not take them. */
export function changed(document: SopDocument, change: (draft: Draft) => void): string | undefined {
  const draft = new Draft(document.source);
  change(draft);
  const plan = draft.plan();
  return plan.ok && plan.edits.length > 0 ? applyEdits(document.text, plan.edits) : undefined;
}

export function fault(
  document: SopDocument,
  what: string,
  codes: readonly string[],
  places: readonly Path[],
  change: (draft: Draft) => void,
): SeededFault | undefined {
  const text = changed(document, change);
  return text === undefined ? undefined : { what, text, codes, places };
}

/** One of the choices; undefined where there is none. */
export function pickOr<Choice>(random: SeededRandom, choices: readonly Choice[]): Choice | undefined {
  return choices.length === 0 ? undefined : random.pick(choices);
}

export function stepsOf<Kind extends Step['kind']>(
  { procedure }: SopDocument,
  ...kinds: readonly Kind[]
): readonly (readonly [StepId, Extract<Step, { kind: Kind }>])[] {
  return [...procedure.steps].filter((entry): entry is [StepId, Extract<Step, { kind: Kind }>] =>
    (kinds as readonly string[]).includes(entry[1].kind),
  );
}

export function plainDecisions(document: SopDocument): readonly (readonly [StepId, DecisionStep])[] {
  return stepsOf(document, 'decision').filter(([, step]) => !step.columns);
}

export function tables(document: SopDocument): readonly (readonly [StepId, DecisionStep])[] {
  return stepsOf(document, 'decision').filter(([, step]) => step.columns !== undefined);
}

/** Links that lead from step to step. */
export function innerLinks({ procedure }: SopDocument): readonly (PlacedLink & { readonly from: StepId })[] {
  return linksOf(procedure).flatMap((placed) =>
    placed.link.from === undefined ? [] : [{ ...placed, from: placed.link.from }],
  );
}

/** A slip of the finger: two letters swapped, one left out, or one doubled. */
export function misspelt(name: string, random: SeededRandom): string {
  const at = 1 + random.below(Math.max(1, name.length - 2));
  switch (random.below(3)) {
    case 0:
      return `${name.slice(0, at)}${name.slice(at + 1)}`;
    case 1:
      return `${name.slice(0, at)}${name.charAt(at)}${name.slice(at)}`;
    default:
      return `${name.slice(0, at - 1)}${name.charAt(at)}${name.charAt(at - 1)}${name.slice(at + 1)}`;
  }
}

/** What stands at a place, to be written elsewhere. */
export function plainOf({ source }: SopDocument, path: Path): unknown {
  return valueAt(source.data, path);
}
