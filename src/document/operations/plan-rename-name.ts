import { celKeywords, factNamePattern, reservedFirstSegments } from '../names.ts';
import { isMap } from '../yaml-edit/data.ts';
import { Draft } from '../yaml-edit/draft.ts';
import type { Rewrite } from '../yaml-edit/rewrite.ts';
import { idRefusal, sectionOf } from './editable.ts';
import type { Editable } from './editable.ts';
import type { NamedPart, Segment } from './expression-names.ts';
import { planned, refused } from './plan.ts';
import type { Plan, Refused } from './plan.ts';
import { expressionRewrites, referenceRewrites } from './rename-rewrites.ts';

export type NameSection = 'facts' | 'derived' | 'parameters' | 'actions';

/** Renames a declared name wherever it is used: conditions, templates, `collects`, `returns`, `call`, `before`, `source`. */
export function planRenameName(document: Editable, section: NameSection, name: string, next: string): Plan {
  if (!document.source.locate([section, name]))
    return refused('not-found', `There is no “${name}” to rename.`);
  if (name === next) return planned([]);
  const refusal = nameRefusal(document, section, next);
  if (refusal) return refusal;
  const draft = new Draft(document.source);
  draft.rewrite(rewritesFor(document, section, name, next));
  if (section === 'facts') renameReturned(draft, name, next);
  draft.renameKey([section], name, next);
  return draft.plan();
}

/** Facts that procedures give back are keys. */
function renameReturned(draft: Draft, name: string, next: string): void {
  for (const [id, step] of sectionOf(draft.data, 'steps')) {
    const returns = isMap(step) ? step.get('returns') : undefined;
    if (isMap(returns) && returns.has(name)) draft.renameKey(['steps', id, 'returns'], name, next);
  }
}

/** Why a declaration may not be called so. */
export function nameRefusal(document: Editable, section: NameSection, name: string): Refused | undefined {
  if (section === 'actions') return idRefusal(document, name);
  const rivals = section === 'parameters' ? ['parameters'] : ['facts', 'derived'];
  if (rivals.some((rival) => document.source.locate([rival, name]))) {
    return refused('id-taken', `There is a “${name}” already.`);
  }
  const segments = name.split('.');
  const allowed =
    factNamePattern.test(name) &&
    !segments.some((segment) => celKeywords.has(segment)) &&
    (section === 'parameters' || !reservedFirstSegments.has(segments[0] ?? ''));
  return allowed
    ? undefined
    : refused(
        'id-not-allowed',
        `“${name}” cannot be read by conditions: use letters, digits and “_”, with dots between words.`,
      );
}

function rewritesFor(
  { source }: Editable,
  section: NameSection,
  name: string,
  next: string,
): readonly Rewrite[] {
  const { data } = source;
  if (section === 'actions') return referenceRewrites(data, name, next, ['call', 'tie', 'source']);
  const declared = [...sectionOf(data, 'facts').keys(), ...sectionOf(data, 'derived').keys()];
  const parameters = [...sectionOf(data, 'parameters').keys()];
  const names = new Set([...declared, ...parameters.map((parameter) => `parameters.${parameter}`)]);
  const full = section === 'parameters' ? `parameters.${name}` : name;
  const replacement = section === 'parameters' ? `parameters.${next}` : next;
  const last = full.split('.').at(-1) ?? full;
  return [
    ...(section === 'parameters' ? [] : referenceRewrites(data, name, next, ['collects'])),
    ...expressionRewrites(data, last, (part) => {
      const span = spanOf(part, full, names);
      return span && { ...span, insert: replacement };
    }),
  ];
}

/** The stretch of a chain that means `name`: the longest declared name that the chain begins with. */
function spanOf(
  part: NamedPart,
  name: string,
  names: ReadonlySet<string>,
): { from: number; to: number } | undefined {
  if (part.kind !== 'name') return undefined;
  const { segments } = part;
  for (let length = segments.length; length > 0; length -= 1) {
    const prefix = segments.slice(0, length);
    const dotted = prefix.map((segment) => segment.name).join('.');
    if (names.has(dotted)) return dotted === name ? spanBetween(prefix) : undefined;
  }
  return undefined;
}

function spanBetween(segments: readonly Segment[]): { from: number; to: number } | undefined {
  const first = segments[0];
  const last = segments.at(-1);
  return first && last && { from: first.from, to: last.to };
}
