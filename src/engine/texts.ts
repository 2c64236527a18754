import type { Frame } from '../condition/compile.ts';
import { formatValue } from '../condition/coerce.ts';
import { languageOf } from '../document/texts/language-of.ts';
import { EvaluationError, type Outcome } from '../condition/value.ts';
import type {
  CompiledGuardrail,
  CompiledText,
  CompiledWording,
  Program,
  Saying,
  WordingVariant,
} from './program.ts';
import { exceededLimit, squeeze } from '../document/texts/text-rules.ts';
import type { GuardrailCheck, TraceEvent } from './trace.ts';

/** A text rule that a text breaks. */
export interface TextViolation {
  /** Index into the program's guardrails. */
  readonly guardrail: number;
  readonly check: GuardrailCheck;
  readonly detail: string;
}

/** One text as contacts of one locale see it; what does not depend on facts is decided beforehand. */
export interface PreparedText {
  readonly saying: Saying;
  readonly text: CompiledText;
  readonly language: string;
  /** Made beforehand where the text is literal. */
  readonly said: TraceEvent | undefined;
  /** Disclosures that a literal text holds word for word. */
  readonly discloses: readonly number[];
  /** Broken by a literal text. */
  readonly violations: readonly TextViolation[];
  /** Saying it changes nothing: it need not even be rendered when nobody records it. */
  readonly quiet: boolean;
}

export interface LocaleTexts {
  readonly sayings: readonly PreparedText[];
  /** The wording of each of the program's disclosures. */
  readonly disclosures: readonly CompiledText[];
}

const prepared = new WeakMap<Program, Map<string | undefined, LocaleTexts>>();

/** The texts that a contact of this locale sees; remembered for as many locales as the procedure tells apart. */
export function textsFor(program: Program, locale: string | undefined): LocaleTexts {
  let byLocale = prepared.get(program);
  if (byLocale === undefined) prepared.set(program, (byLocale = new Map()));
  const known = byLocale.get(locale);
  if (known !== undefined) return known;
  const told = toldApart(program, locale);
  let texts = byLocale.get(told);
  if (texts === undefined) byLocale.set(told, (texts = prepare(program, told)));
  return texts;
}

/** The locale, shortened to what the procedure's wordings tell apart: contacts may name any number of locales. */
function toldApart(program: Program, locale: string | undefined): string | undefined {
  if (locale === undefined) return undefined;
  const written = new Set<string>();
  const wordings = [...program.sayings, ...program.disclosures].map(({ wording }) => wording);
  for (const { variants } of wordings) for (const variant of variants) written.add(variant.locale ?? '');
  const language = languageOf(locale);
  return [locale, language].find((each) => written.has(each));
}

function prepare(program: Program, locale: string | undefined): LocaleTexts {
  const first = program.procedure.scope.locales[0];
  const disclosures = program.disclosures.map(({ wording }) => pickVariant(wording, locale, first).text);
  const sayings = program.sayings.map((saying): PreparedText => {
    const { text, language } = pickVariant(saying.wording, locale, first);
    const literal = text.literal;
    if (literal === undefined) {
      const quiet = program.disclosures.length === 0 && saying.governedBy.length === 0;
      return { saying, text, language, said: undefined, discloses: [], violations: [], quiet };
    }
    const held = disclosures.flatMap((wording, index) => (holds(literal, wording.literal) ? [index] : []));
    const own = saying.disclosure === undefined ? [] : [saying.disclosure];
    const violations = brokenRules(program.guardrails, saying.governedBy, literal, language);
    return {
      saying,
      text,
      language,
      said: saidEvent(saying, literal),
      discloses: [...new Set([...own, ...held])],
      violations,
      quiet: held.length === 0 && own.length === 0 && violations.length === 0 && !disclosures.some(hasParts),
    };
  });
  return { sayings, disclosures };
}

/** The contact's locale, else its language, else the first locale in scope, else the first that there is. */
export function pickVariant(
  wording: CompiledWording,
  locale: string | undefined,
  first: string | undefined,
): WordingVariant {
  const { variants } = wording;
  const wanted = locale === undefined ? [first] : [locale, languageOf(locale), first];
  for (const each of wanted) {
    const found = variants.find((variant) => variant.locale === each);
    if (each !== undefined && found !== undefined) return found;
  }
  const fallback = variants[0];
  if (fallback === undefined) throw new Error('a wording without variants was compiled');
  return fallback;
}

export function saidEvent(saying: Saying, text: string): TraceEvent {
  return { type: 'said', step: saying.step, as: saying.as, text, guardrail: saying.guardrail };
}

/** Whether a text says a disclosure in its exact words. */
export function holds(text: string, disclosure: string | undefined): boolean {
  return disclosure !== undefined && disclosure.trim() !== '' && text.includes(disclosure.trim());
}

function hasParts(text: CompiledText): boolean {
  return text.literal === undefined;
}

/** Whether every expression in a text has a value: a disclosure with a gap tells the customer nothing. */
export function isComplete(text: CompiledText, frame: Frame): boolean {
  return text.parts.every((part) => typeof part === 'string' || hasValue(part.condition.evaluate(frame)));
}

function hasValue(outcome: Outcome): boolean {
  return outcome !== undefined && !(outcome instanceof EvaluationError);
}

/** An unknown expression is rendered as `[order.id?]`. */
export function renderText(text: CompiledText, frame: Frame): string {
  if (text.literal !== undefined) return text.literal;
  return text.parts
    .map((part) => {
      if (typeof part === 'string') return part;
      const value = part.condition.evaluate(frame);
      return hasValue(value) ? formatValue(value, part.type) : `[${part.source.trim()}?]`;
    })
    .join('');
}

export function brokenRules(
  guardrails: readonly CompiledGuardrail[],
  governedBy: readonly number[],
  text: string,
  language: string,
): readonly TextViolation[] {
  const violations: TextViolation[] = [];
  const squeezed = governedBy.length === 0 ? '' : squeeze(text);
  for (const index of governedBy) {
    const guardrail = guardrails[index];
    if (guardrail === undefined) continue;
    for (const forbidden of guardrail.neverSay) {
      const found = forbidden(text, squeezed);
      if (found !== undefined)
        violations.push({ guardrail: index, check: 'neverSay', detail: `says "${found}"` });
    }
    const exceeded = guardrail.limits && exceededLimit(guardrail.limits, text, language);
    if (exceeded !== undefined) violations.push({ guardrail: index, check: 'limits', detail: exceeded });
  }
  return violations;
}
