import type { Span } from '../../document/diagnostic.ts';
import type { SopDocument } from '../../document/document.ts';
import type { Plan } from '../../document/operations/plan.ts';
import { planRenameGuardrail } from '../../document/operations/plan-rename-guardrail.ts';
import { planRenameName } from '../../document/operations/plan-rename-name.ts';
import { planRenameStep } from '../../document/operations/plan-rename-step.ts';

export type NameSection = 'facts' | 'derived' | 'parameters' | 'actions';

/** A named thing of the procedure, found under the cursor. */
export interface CodeSymbol {
  readonly section: 'steps' | 'guardrails' | NameSection;
  readonly name: string;
  /** The name as it stands under the cursor; may be shorter than the scalar around it (quotes, an expression). */
  readonly span: Span;
  /** Every place that says the name, its definition included; ascending. */
  readonly places: readonly Span[];
}

const nameSections = ['facts', 'derived', 'parameters', 'actions'] as const;

/**
 * The symbol at an offset. What counts as a mention is asked of the rename gesture: a place is a mention of a name
 * exactly if renaming would touch it, so definition, references and rename never disagree.
 */
export function symbolAt(document: SopDocument, offset: number): CodeSymbol | undefined {
  const word = dottedWordAt(document.text, offset);
  if (!word) return undefined;
  for (const [section, name] of candidates(document, word.text)) {
    const places = placesOf(document, section, name);
    const here = places.find((place) => place.from <= offset && offset <= place.to);
    if (here) return { section, name, span: tightSpan(document.text, here, name), places };
  }
  return undefined;
}

export function planRenameSymbol(document: SopDocument, symbol: CodeSymbol, next: string): Plan {
  return planRename(document, symbol.section, symbol.name, next);
}

/** Where the name is declared: its key. */
export function definitionOf(document: SopDocument, symbol: CodeSymbol): Span | undefined {
  return document.locate([symbol.section, symbol.name])?.key;
}

function planRename(document: SopDocument, section: CodeSymbol['section'], name: string, next: string): Plan {
  if (section === 'steps') return planRenameStep(document, name, next);
  if (section === 'guardrails') return planRenameGuardrail(document, name, next);
  return planRenameName(document, section, name, next);
}

function placesOf(document: SopDocument, section: CodeSymbol['section'], name: string): readonly Span[] {
  const plan = planRename(document, section, name, unusedName(document, name));
  return plan.ok ? plan.edits.filter((edit) => edit.to > edit.from) : [];
}

/** Shares no letter with the name, so that the edits span every mention whole. */
function unusedName(document: SopDocument, name: string): string {
  const letter = [...'qxzjk'].find((each) => !name.toLowerCase().includes(each)) ?? 'q';
  let next = letter;
  while (document.text.includes(next)) next += letter;
  return next;
}

function candidates(
  document: SopDocument,
  word: string,
): readonly (readonly [CodeSymbol['section'], string])[] {
  const { procedure } = document;
  const names: (readonly [CodeSymbol['section'], string])[] = [];
  if (procedure.steps.has(word)) names.push(['steps', word]);
  if (procedure.guardrails.has(word)) names.push(['guardrails', word]);
  for (const section of nameSections) {
    for (const name of prefixes(section === 'parameters' ? word.replace(/^parameters\./, '') : word)) {
      if (procedure[section].has(name)) names.push([section, name]);
    }
  }
  return names;
}

/** `order.items.size` may name `order.items`: the longest first. */
function prefixes(word: string): readonly string[] {
  const parts = word.split('.');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
}

function dottedWordAt(text: string, offset: number): { readonly text: string } | undefined {
  const part = /[\p{L}\p{N}_.-]/u;
  let from = offset;
  let to = offset;
  while (from > 0 && part.test(text[from - 1] ?? '')) from -= 1;
  while (to < text.length && part.test(text[to] ?? '')) to += 1;
  const word = text.slice(from, to).replace(/^[.-]+|[.]+$/g, '');
  return word === '' ? undefined : { text: word };
}

function tightSpan(text: string, place: Span, name: string): Span {
  const at = text.slice(place.from, place.to).indexOf(name);
  return at < 0 ? place : { from: place.from + at, to: place.from + at + name.length };
}
