import type { Guardrail } from '../model.ts';
import { exceededIn, fixedTextOf, forbiddenIn } from '../texts/fixed-text.ts';
import type { FixedText, Said } from '../texts/fixed-text.ts';
import type { Exceeded } from '../texts/text-rules.ts';
import type { WrittenText } from '../texts/wordings.ts';

/** How a text breaks a rule for texts, whatever values it is given. */
export type Breach =
  | { readonly kind: 'neverSay'; readonly said: Said }
  | { readonly kind: 'limits'; readonly exceeded: Exceeded };

const fixedTexts = new Map<string, FixedText>();
const most = 20_000;
const remembered = new WeakMap<Guardrail, Map<string, readonly Breach[]>>();

/** Remembered by guardrail and text: a keystroke costs the text or the guardrail it touched. */
export function breachesOf({ text, language }: WrittenText, guardrail: Guardrail): readonly Breach[] {
  if (guardrail.neverSay.length === 0 && !guardrail.limits) return [];
  let byText = remembered.get(guardrail);
  if (!byText || byText.size > most) remembered.set(guardrail, (byText = new Map()));
  const key = `${language} ${text}`;
  let breaches = byText.get(key);
  if (!breaches) byText.set(key, (breaches = findBreaches(text, language, guardrail)));
  return breaches;
}

function findBreaches(text: string, language: string, { neverSay, limits }: Guardrail): readonly Breach[] {
  const fixed = fixedOf(text);
  const breaches: Breach[] = [];
  for (const item of neverSay) {
    const said = forbiddenIn(fixed, item);
    if (said) breaches.push({ kind: 'neverSay', said });
  }
  const exceeded = limits && exceededIn(fixed, limits, language);
  if (exceeded !== undefined) breaches.push({ kind: 'limits', exceeded });
  return breaches;
}

function fixedOf(text: string): FixedText {
  let fixed = fixedTexts.get(text);
  if (!fixed) {
    if (fixedTexts.size > most) fixedTexts.clear();
    fixedTexts.set(text, (fixed = fixedTextOf(text)));
  }
  return fixed;
}
