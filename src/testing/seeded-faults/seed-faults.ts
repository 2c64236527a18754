import type { SopDocument } from '../../document/document.ts';
import { guardrailFaultsOf } from '../guardrail-faults.ts';
import { SeededRandom } from '../seeded-random.ts';
import * as condition from './condition-faults.ts';
import * as flow from './flow-faults.ts';
import * as name from './name-faults.ts';
import * as scope from './scope-faults.ts';
import type { SeededFault, Seeder } from './seeded-fault.ts';
import * as text from './text-faults.ts';

export interface KindedFault extends SeededFault {
  readonly kind: string;
  readonly procedure: string;
}

/** Kinds of faults, and the ways to make one of each. */
const seeders: Readonly<Record<string, readonly Seeder[]>> = {
  'unreachable step': [flow.lostStep, flow.cutOff],
  'dead end': [flow.noNext, flow.branchWithoutNext],
  'missing or misspelt target': [flow.misspeltTarget, flow.missingTarget, flow.misspeltName],
  'cycle with no way out': [flow.newCycle, flow.ledBack],
  unused: [
    name.unusedFact,
    name.unusedDerived,
    name.unusedParameter,
    name.unusedAction,
    name.untiedGuardrail,
  ],
  duplicate: [
    name.duplicateFact,
    name.duplicateDerived,
    name.duplicateParameter,
    name.duplicateAction,
    name.duplicateGuardrail,
  ],
  'branch covered by earlier ones': [condition.branchTwice, condition.stricterBelow, condition.splitAbove],
  'always true or false': [condition.neverHolds, condition.alwaysHolds, condition.triggerNeverFires],
  'trigger behind another': [condition.triggerTwice],
  'values that no branch covers': [condition.noOtherwise, condition.rowGone, condition.valueForgotten],
  'overlap in a unique table': [condition.rowTwice, condition.cellWidened],
  'must-say against never-say': [text.contradicts, text.contradictedLater],
  'wording breaks never-say': [text.saysIt, text.forbiddenLater],
  'wording over a limit': [text.shouts, text.rambles, text.hardToRead],
  'locale without a text': [text.localeGone, text.disclosureLocaleGone, text.localeAdded],
  scope: [scope.outsideScope, scope.triggerOutsideScope, scope.intentForgotten, scope.scopeShrunk],
};

export const skippedGuardrail = 'guardrail skipped on a way';

const guardrailCodes = [
  'disclosure-skipped',
  'confirmation-skipped',
  'confirmation-lapsed',
  'requirement-not-held',
  'always-say-skipped',
];

/** Faults of every kind in every procedure, `each` of a way to make them; the same for the same seed. */
export function seedFaults(
  documents: ReadonlyMap<string, SopDocument>,
  seed: number,
  each: number,
  kinds: readonly string[] = [...Object.keys(seeders), skippedGuardrail],
): readonly KindedFault[] {
  const random = new SeededRandom(seed);
  const faults: KindedFault[] = [];
  for (const [procedure, document] of documents) {
    for (const [kind, ways] of Object.entries(seeders)) {
      if (!kinds.includes(kind)) continue;
      for (const way of ways) {
        for (const made of fewOf(() => way(document, random), each))
          faults.push({ kind, procedure, ...made });
      }
    }
    if (!kinds.includes(skippedGuardrail)) continue;
    const skipping = guardrailFaultsOf(document.text).map(({ what, text }): SeededFault => ({
      what,
      text,
      codes: guardrailCodes,
      places: [['steps'], ['guardrails']],
    }));
    const chosen = new Set(
      fewOf(() => (skipping.length === 0 ? undefined : random.pick(skipping)), each * 3),
    );
    for (const made of chosen) faults.push({ kind: skippedGuardrail, procedure, ...made });
  }
  return faults;
}

/** Places that do not take the fault are tried again elsewhere, so often. */
const patience = 20;

function fewOf(make: () => SeededFault | undefined, wanted: number): readonly SeededFault[] {
  const made = new Map<string, SeededFault>();
  for (let tried = 0; tried < patience * wanted && made.size < wanted; tried++) {
    const fault = make();
    if (fault) made.set(fault.text, fault);
  }
  return [...made.values()];
}
