import type { Path } from '../../document/diagnostic.ts';
import type { SopDocument } from '../../document/document.ts';
import type { Guardrail, StepId, Wording } from '../../document/model.ts';
import { fault, pickOr } from './seeded-fault.ts';
import type { Seeder } from './seeded-fault.ts';

interface Text {
  readonly step: StepId;
  readonly path: Path;
  readonly text: string;
  readonly locale: string | undefined;
}

const forbids = ({ neverSay, appliesTo }: Guardrail, step: StepId): boolean =>
  neverSay.length > 0 && (appliesTo === 'all' || appliesTo.includes(step));

/** A text that says what must not be said. */
export const saysIt: Seeder = (document, random) => {
  const { step, path, text } = random.pick(stepTexts(document));
  const items = [...document.procedure.guardrails.values()].flatMap((guardrail) =>
    forbids(guardrail, step) ? guardrail.neverSay.filter((item) => !item.startsWith('/')) : [],
  );
  const item = pickOr(random, items);
  if (item === undefined) return undefined;
  const said = random.chance(0.5) ? `${text} ${item.toUpperCase()}.` : `Well, ${item}: ${text}`;
  return fault(document, `${path.join('.')} says “${item}”`, ['says-forbidden'], [path], (draft) =>
    draft.set(path, said),
  );
};

/** A new thing not to say, which a text says already. */
export const forbiddenLater: Seeder = (document, random) => {
  const { path, text } = random.pick(stepTexts(document));
  const words = [...text.replaceAll(/\{\{.*?\}\}/g, ' | ').matchAll(/\p{L}{4,} \p{L}{3,}/gu)].map(
    ([words]) => words,
  );
  const item = pickOr(random, words);
  if (item === undefined) return undefined;
  return fault(document, `“${item}” of ${path.join('.')} is forbidden`, ['says-forbidden'], [path], (draft) =>
    draft.set(['guardrails', 'mind-your-words'], { neverSay: [item], appliesTo: 'all' }),
  );
};

export const shouts: Seeder = (document, random) => {
  const { step, path, text } = random.pick(stepTexts(document));
  const limited = [...document.procedure.guardrails.values()].some(
    ({ limits, appliesTo }) =>
      limits?.exclamationMarks !== undefined && (appliesTo === 'all' || appliesTo.includes(step)),
  );
  if (!limited) return undefined;
  return fault(document, `${path.join('.')} shouts`, ['text-over-limit'], [path], (draft) =>
    draft.set(path, `${text} Thank you!!!`),
  );
};

export const rambles: Seeder = (document, random) => {
  const { step, path, text } = random.pick(stepTexts(document));
  const most = Math.min(
    ...[...document.procedure.guardrails.values()].flatMap(({ limits, appliesTo }) =>
      limits?.words !== undefined && (appliesTo === 'all' || appliesTo.includes(step)) ? [limits.words] : [],
    ),
  );
  if (!Number.isFinite(most)) return undefined;
  return fault(document, `${path.join('.')} rambles`, ['text-over-limit'], [path], (draft) =>
    draft.set(path, `${text}${' so to say'.repeat(Math.ceil(most / 3) + 1)}`),
  );
};

export const hardToRead: Seeder = (document, random) => {
  const { step, path, locale, text } = random.pick(stepTexts(document));
  const graded = [...document.procedure.guardrails.values()].some(
    ({ limits, appliesTo }) =>
      limits?.readingGrade !== undefined && (appliesTo === 'all' || appliesTo.includes(step)),
  );
  if (!graded || (locale ?? document.procedure.scope.locales[0] ?? 'en') !== 'en' || text.includes('{{'))
    return undefined;
  const hard =
    'Notwithstanding representations regarding contractual applicability, organisational authorisation necessitates individual consideration.';
  return fault(document, `${path.join('.')} is hard to read`, ['text-over-limit'], [path], (draft) =>
    draft.set(path, hard),
  );
};

/** What has to be said holds what another guardrail forbids. */
export const contradicts: Seeder = (document, random) => {
  const { guardrails } = document.procedure;
  const rules = [...guardrails.values()].flatMap(({ neverSay, appliesTo }) =>
    appliesTo === 'all' ? neverSay.filter((item) => !item.startsWith('/')) : [],
  );
  const item = pickOr(random, rules);
  const must = pickOr(random, mustSays(document));
  if (item === undefined || !must) return undefined;
  return fault(
    document,
    `${must.path.join('.')} says “${item}”`,
    ['contradictory-wording'],
    [must.path],
    (draft) => draft.set(must.path, `${must.text} That is ${item}.`),
  );
};

export const contradictedLater: Seeder = (document, random) => {
  const must = pickOr(random, mustSays(document));
  const words = must && [...must.text.matchAll(/\p{L}{4,} \p{L}{3,}/gu)].map(([words]) => words);
  const item = words && pickOr(random, words);
  if (!must || item === undefined) return undefined;
  return fault(
    document,
    `“${item}” of ${must.path.join('.')} is forbidden`,
    ['contradictory-wording'],
    [must.path],
    (draft) => draft.set(['guardrails', 'mind-your-words'], { neverSay: [`/${item}/`], appliesTo: 'all' }),
  );
};

/** One language is gone. */
export const localeGone: Seeder = (document, random) => {
  const wordings = [...stepWordings(document), ...guardrailWordings(document)].filter(
    ({ wording }) => typeof wording !== 'string' && wording.size > 1,
  );
  const { path, wording } = random.pick(wordings);
  const locale = random.pick(typeof wording === 'string' ? [] : [...wording.keys()]);
  return fault(document, `${path.join('.')} has no ${locale}`, ['missing-locale'], [path], (draft) =>
    draft.remove([...path, locale]),
  );
};

export const disclosureLocaleGone: Seeder = (document, random) => {
  const wordings = guardrailWordings(document).filter(
    ({ wording }) => typeof wording !== 'string' && wording.size > 1,
  );
  const entry = pickOr(random, wordings);
  if (!entry || typeof entry.wording === 'string') return undefined;
  const locale = random.pick([...entry.wording.keys()]);
  return fault(
    document,
    `${entry.path.join('.')} has no ${locale}`,
    ['missing-locale'],
    [entry.path],
    (draft) => draft.remove([...entry.path, locale]),
  );
};

/** A locale is covered that no text speaks. */
export const localeAdded: Seeder = (document, random) => {
  const wordings = [...stepWordings(document), ...guardrailWordings(document)].filter(
    ({ wording }) => typeof wording !== 'string',
  );
  const { path } = random.pick(wordings);
  const { locales } = document.procedure.scope;
  return fault(
    document,
    `the scope covers fr, which ${path.join('.')} lacks`,
    ['missing-locale'],
    [path],
    (draft) => draft.insertItem(['scope', 'locales'], locales.length, 'fr'),
  );
};

interface PlacedWording {
  readonly path: Path;
  readonly wording: Wording;
  readonly step: StepId;
}

function stepWordings({ procedure }: SopDocument): readonly PlacedWording[] {
  return [...procedure.steps].flatMap(([step, each]) => {
    const key = each.kind === 'question' ? 'ask' : 'say';
    const wording = each.kind === 'question' ? each.ask : 'say' in each ? each.say : undefined;
    return wording === undefined ? [] : [{ path: ['steps', step, key], wording, step }];
  });
}

function guardrailWordings({ procedure }: SopDocument): readonly PlacedWording[] {
  return [...procedure.guardrails].flatMap(([id, { disclose, alwaysSay }]) => [
    ...(disclose === undefined
      ? []
      : [{ path: ['guardrails', id, 'disclose'], wording: disclose, step: '' }]),
    ...(alwaysSay === undefined
      ? []
      : [{ path: ['guardrails', id, 'alwaysSay'], wording: alwaysSay, step: '' }]),
  ]);
}

function textsIn({ path, wording, step }: PlacedWording): readonly Text[] {
  if (typeof wording === 'string') return [{ step, path, text: wording, locale: undefined }];
  return [...wording].map(([locale, text]) => ({ step, path: [...path, locale], text, locale }));
}

function stepTexts(document: SopDocument): readonly Text[] {
  return stepWordings(document).flatMap(textsIn);
}

function mustSays(document: SopDocument): readonly Text[] {
  return guardrailWordings(document).flatMap(textsIn);
}
