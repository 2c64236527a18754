import type { Link } from '../../document/operations/link.ts';
import type { CompiledGuardrail, Program } from '../program.ts';
import { confirmWalk, type Shown } from './confirm.ts';
import { obligationsOf, type Obligation } from './obligation.ts';
import { interestsOf } from './reads.ts';
import { Regions } from './region.ts';
import { searchFailure, type Search, type Shared } from './search.ts';
import { localesOf, SpokenTexts } from './spoken.ts';
import { stagesOf, type Walk } from './walk.ts';
import { linkOf } from './ways.ts';

/** What came of one obligation that is not kept on every way, as far as could be told. */
export type Verdict =
  | {
      readonly kind: 'broken';
      readonly obligation: Obligation;
      readonly step: number;
      readonly shown: Shown;
      readonly trail: readonly Link[];
    }
  | {
      readonly kind: 'undecided';
      readonly obligation: Obligation;
      readonly why: string;
      readonly trail: readonly Link[];
    };

/** Places that the searches about one guardrail look at. */
const mostPlaces = 2_500;

/** What the proofs of one program's guardrails share. */
export interface Ground {
  readonly program: Program;
  readonly regions: Regions;
  readonly locales: readonly SpokenTexts[];
}

export function groundOf(program: Program): Ground {
  const locales = localesOf(program).map((locale) => new SpokenTexts(program, locale));
  return { program, regions: new Regions(program), locales };
}

/**
 * Looks through everything that a guardrail asks before something, and pauses after each. What is kept on every way is
 * not in the answer; of what is asked before one step in several parts, the first that can be shown not to be.
 */
export function* proveGuardrail(
  ground: Ground,
  guardrail: CompiledGuardrail,
): Generator<undefined, readonly Verdict[]> {
  const shared: Shared = { regions: ground.regions, budget: { places: mostPlaces } };
  const verdicts = new Map<string, Verdict>();
  for (const obligation of obligationsOf(ground.program, guardrail)) {
    const { check, targets, failure } = obligation;
    const key = [check, ...targets, failure.kind === 'lapsed'].join('\n');
    if (verdicts.get(key)?.kind === 'broken') continue;
    const verdict = judge(ground, obligation, shared);
    if (verdict !== undefined) verdicts.set(key, verdict);
    yield;
  }
  return [...verdicts.values()];
}

function judge({ program, locales }: Ground, obligation: Obligation, shared: Shared): Verdict | undefined {
  const tellsLocales = interestsOf(program).slots.has(program.context.locale);
  let undecided: Verdict | undefined;
  for (const spoken of locales) {
    let shown: Shown | undefined;
    const id = contactId(obligation);
    const search: Search = searchFailure(program, obligation, spoken, shared, (found, solver) => {
      shown = confirmWalk(program, obligation, spoken.locale, id, found, solver);
      return shown === undefined ? undefined : found;
    });
    if (search.kind === 'shown' && shown !== undefined) {
      const { walk } = search.found;
      return { kind: 'broken', obligation, step: walk.step, shown, trail: trailOf(program, walk) };
    }
    if (search.kind === 'undecided') {
      const trail = search.walk === undefined ? [] : trailOf(program, search.walk);
      undecided ??= { kind: 'undecided', obligation, why: search.why, trail };
    }
    if (obligation.failure.kind !== 'unsaid' && !tellsLocales) break;
  }
  return undecided;
}

function contactId({ guardrail, check, failure }: Obligation): string {
  const what =
    failure.kind === 'lapsed'
      ? 'lapsed'
      : check === 'require'
        ? 'not-held'
        : check === 'confirm'
          ? 'no-yes'
          : 'unsaid';
  return `${guardrail.id}-${what}`;
}

function trailOf(program: Program, walk: Walk): readonly Link[] {
  const links: Link[] = [{ from: undefined, slot: 'start' }];
  for (const { before, way } of stagesOf(walk)) {
    const step = before && program.steps[before.step];
    const link = step && way && linkOf(program, step, way);
    if (link !== undefined) links.push(link);
  }
  return links;
}
