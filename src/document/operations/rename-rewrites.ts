import type { Path } from '../diagnostic.ts';
import { rewriteWhole } from '../yaml-edit/rewrite.ts';
import type { Rewrite } from '../yaml-edit/rewrite.ts';
import { expressionTexts } from './expression-texts.ts';
import type { ExpressionText } from './expression-texts.ts';
import { namedParts } from './expression-names.ts';
import type { NamedPart } from './expression-names.ts';
import { referencesOf } from './references.ts';
import type { Reference } from './references.ts';

interface Part {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** Rewrites of the scalars that name `name` in one of these roles. */
export function referenceRewrites(
  data: unknown,
  name: string,
  next: string,
  roles: readonly Reference['role'][],
): readonly Rewrite[] {
  return [...referencesOf(data)]
    .filter((reference) => reference.name === name && roles.includes(reference.role))
    .map((reference) => rewriteWhole(reference.path, name, next));
}

/** Rewrites of the expressions in which `partOf` finds something to exchange; one for each scalar. */
export function expressionRewrites(
  data: unknown,
  mentions: string,
  partOf: (part: NamedPart, source: string) => Part | undefined,
): readonly Rewrite[] {
  const byScalar = new Map<string, { path: Path; parts: Part[] }>();
  for (const text of expressionTexts(data)) {
    if (!text.source.includes(mentions)) continue;
    const parts = partsIn(text, partOf);
    if (parts.length === 0) continue;
    const key = JSON.stringify(text.path);
    const known = byScalar.get(key) ?? { path: text.path, parts: [] };
    known.parts.push(...parts);
    byScalar.set(key, known);
  }
  return [...byScalar.values()].map(({ path, parts }) => ({
    path,
    parts: parts.sort((a, b) => a.from - b.from),
  }));
}

function partsIn(
  { source, offset }: ExpressionText,
  partOf: (part: NamedPart, source: string) => Part | undefined,
): readonly Part[] {
  return namedParts(source)
    .flatMap((part) => partOf(part, source) ?? [])
    .map(({ from, to, insert }) => ({ from: from + offset, to: to + offset, insert }));
}
