import type { Program } from '../program.ts';
import type { CompiledText, Condition } from '../program.ts';
import { conditionsOf, interestsOf, partsOf } from './reads.ts';
import { holds, textsFor, type LocaleTexts } from '../texts.ts';

/** Whether a step says a disclosure: always when it is entered, only when its question is asked, depending on values. */
export type Spoken = 'always' | 'when-asked' | 'perhaps' | 'never';

/** What the steps of a program say to contacts of one locale. */
export class SpokenTexts {
  private readonly texts: LocaleTexts;
  private readonly memo = new Map<string, Spoken>();

  constructor(
    private readonly program: Program,
    readonly locale: string | undefined,
  ) {
    this.texts = textsFor(program, locale);
  }

  says(step: number, disclosure: number): Spoken {
    const key = `${step}:${disclosure}`;
    let spoken = this.memo.get(key);
    if (spoken === undefined) this.memo.set(key, (spoken = this.work(step, disclosure)));
    return spoken;
  }

  /** The expressions in a disclosure's wording: it says something only where all of them have a value. */
  gapsOf(disclosure: number): readonly Condition[] {
    return (this.texts.disclosures[disclosure]?.parts ?? []).flatMap((part) =>
      typeof part === 'string' ? [] : [part.condition],
    );
  }

  /** Whether a step says a disclosure in so many words wherever the values in it are known. */
  repeats(step: number, disclosure: number): boolean {
    const { work } = this.program.steps[step] ?? { work: { kind: 'decision' } };
    if (work.kind !== 'message' && work.kind !== 'question') return false;
    const sayings = work.kind === 'message' ? work.says : work.discloses;
    return sayings.some((index) => this.texts.sayings[index]?.saying.disclosure === disclosure);
  }

  private work(step: number, disclosure: number): Spoken {
    const { work } = this.program.steps[step] ?? { work: { kind: 'decision' } };
    switch (work.kind) {
      case 'message':
      case 'escalation':
      case 'return':
      case 'end':
        return this.ofAll(work.says, disclosure);
      case 'question': {
        const entering = this.ofAll(work.discloses, disclosure);
        if (entering === 'always') return entering;
        const asking = this.ofAll(work.asks, disclosure);
        if (asking === 'always') return 'when-asked';
        return entering === 'perhaps' || asking === 'perhaps' ? 'perhaps' : 'never';
      }
      default:
        return 'never';
    }
  }

  private ofAll(sayings: readonly number[], disclosure: number): 'always' | 'perhaps' | 'never' {
    let found: 'perhaps' | 'never' = 'never';
    const wording = this.texts.disclosures[disclosure];
    for (const index of sayings) {
      const saying = this.texts.sayings[index];
      if (saying === undefined) continue;
      if (saying.discloses.includes(disclosure)) return 'always';
      if (saying.text.literal !== undefined && wording?.literal !== undefined) continue;
      if (saying.text.parts.some((part) => typeof part === 'string' && holds(part, wording?.literal)))
        return 'always';
      if (wording?.literal !== undefined && !mayHold(saying.text, wording.literal.trim())) continue;
      found = 'perhaps';
    }
    return found;
  }
}

/**
 * The locales whose contacts may hear different words or be led another way: those of the scope, those of theirs that
 * have words of their own (`de-AT` in a scope of `de`), and where conditions tell locales apart, those that they name
 * and one of each that nothing names. Without a scope a contact that gives none comes last.
 */
export function localesOf(program: Program): readonly (string | undefined)[] {
  const { locales } = program.procedure.scope;
  const named = new Set<string>();
  for (const { wording } of [...program.sayings, ...program.disclosures]) {
    for (const { locale } of wording.variants) if (locale !== undefined) named.add(locale);
  }
  const asked = askedLocales(program);
  for (const locale of asked ?? []) named.add(locale);
  const covered = [...named].filter(
    (locale) => locales.length === 0 || locales.some((each) => locale.startsWith(`${each}-`)),
  );
  const others = asked === undefined ? [] : locales.map((locale) => `${locale}-${unknownRegion}`);
  return [...new Set([...locales, ...covered, ...others, ...(locales.length > 0 ? [] : [undefined])])];
}

/** The code for a region that is not known. */
const unknownRegion = 'ZZ';

/** The locales that conditions ask for; undefined where none looks at the locale. */
function askedLocales(program: Program): readonly string[] | undefined {
  const slot = program.context.locale;
  if (!interestsOf(program).slots.has(slot)) return undefined;
  const asking = conditionsOf(program).filter(({ inputs }) => inputs.includes(slot));
  return asking.flatMap(({ expression }) =>
    [...partsOf(program, expression)].flatMap((part) =>
      part.kind === 'literal' && typeof part.value === 'string' && isLocale(part.value) ? [part.value] : [],
    ),
  );
}

function isLocale(text: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(text);
}

/**
 * Whether a text with values in it may hold these words. A value that by itself says a disclosure word for word is not
 * reckoned with: some of the text's own words have to be part of it.
 */
function mayHold({ parts }: CompiledText, words: string): boolean {
  const enough = Math.min(8, words.length);
  return parts.some(
    (part) => typeof part === 'string' && (overlap(part, words) >= enough || overlap(words, part) >= enough),
  );
}

/** How much of the end of one text the other begins with; all of it where it is inside. */
function overlap(one: string, other: string): number {
  if (one.length > 0 && other.includes(one)) return one.length;
  for (let length = Math.min(one.length, other.length); length > 0; length--) {
    if (one.endsWith(other.slice(0, length))) return length;
  }
  return 0;
}
