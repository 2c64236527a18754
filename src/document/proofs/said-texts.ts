import type { Path } from '../diagnostic.ts';
import type { Guardrail, Procedure, Step, StepId } from '../model.ts';
import { ownWordingOf, textsOf } from '../texts/wordings.ts';
import type { WrittenText } from '../texts/wordings.ts';

/** A text that is said word for word at a step. */
export interface SaidText {
  readonly step: StepId;
  readonly written: WrittenText;
  /** Where to complain: the text itself, or the `includes` that has it said. */
  readonly path: Path;
  /** The guardrail whose disclosure it is. */
  readonly included: string | undefined;
}

export function* saidTexts(procedure: Procedure): Generator<SaidText> {
  for (const [step, each] of procedure.steps) {
    const own = ownWordingOf(each);
    if (own) {
      for (const written of textsOf(own[1], ['steps', step, own[0]], procedure))
        yield { step, written, path: written.path, included: undefined };
    }
    for (const [index, id] of includesOf(each).entries()) {
      const disclose = procedure.guardrails.get(id)?.disclose;
      if (disclose === undefined) continue;
      for (const written of textsOf(disclose, ['guardrails', id, 'disclose'], procedure))
        yield { step, written, path: ['steps', step, 'includes', index], included: id };
    }
  }
}

export function includesOf(step: Step): readonly string[] {
  return step.kind === 'message' || step.kind === 'question' ? step.includes : [];
}

/** Whether the guardrail has rules for what is said at the step. */
export function governs({ neverSay, limits, appliesTo }: Guardrail, step: StepId): boolean {
  if (neverSay.length === 0 && !limits) return false;
  return appliesTo === 'all' || appliesTo.includes(step);
}
