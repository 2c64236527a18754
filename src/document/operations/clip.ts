import type { Path } from '../diagnostic.ts';
import { readSource } from '../source/read-source.ts';
import { isList, isMap, sameData, valueAt } from '../yaml-edit/data.ts';
import { printEntry } from '../yaml-edit/print-value.ts';
import { writtenEntry } from '../yaml-edit/written-entry.ts';
import { sectionOf } from './editable.ts';
import type { Editable } from './editable.ts';
import { expressionTexts } from './expression-texts.ts';
import { namedParts } from './expression-names.ts';
import { referencesOf } from './references.ts';

/** Sections in which a step can use something declared, in the order in which they are written. */
export const declarationSections = ['facts', 'derived', 'parameters', 'actions'] as const;

const clipSections = [...declarationSections, 'steps', 'guardrails'] as const;

type Entries = ReadonlyMap<(typeof clipSections)[number], ReadonlySet<string>>;

/**
 * Steps and guardrails as a text of their own: each as it is written, with its comments, and with all that it uses:
 * facts, derived facts, parameters, actions, and the guardrails whose wording it says. Empty where none of the keys
 * is there.
 */
export function clipOf(document: Editable, keys: readonly string[]): string {
  const entries = withWhatTheyUse(document, keys);
  const blocks = clipSections.flatMap((section) => {
    const names = entries.get(section);
    if (!names || names.size === 0) return [];
    const inOrder = [...sectionOf(document.source.data, section).keys()].filter((name) => names.has(name));
    return [[`${section}:`, ...inOrder.flatMap((name) => linesOf(document, section, name))].join('\n')];
  });
  return blocks.length === 0 ? '' : `${blocks.join('\n')}\n`;
}

/** As it is written, where that says the same out of its place; else as it would be written anew. */
function linesOf({ source }: Editable, section: string, name: string): readonly string[] {
  const value = valueAt(source.data, [section, name]);
  const written = writtenEntry(source, section, name)?.map((line) => (line === '' ? line : `  ${line}`));
  const read = written && readSource([`${section}:`, ...written, ''].join('\n'));
  if (read?.errors.length === 0 && sameData(valueAt(read.data, [section, name]), value)) return written!;
  return printEntry(
    name,
    value,
    2,
    { unit: 2, dashes: 2, inFlow: false },
    isMap(value) ? 'block' : undefined,
  );
}

function withWhatTheyUse(document: Editable, keys: readonly string[]): Entries {
  const { data } = document.source;
  const entries = new Map(clipSections.map((section) => [section, new Set<string>()]));
  const waiting: [section: (typeof clipSections)[number], name: string][] = [];
  const take = (section: (typeof clipSections)[number], name: string): void => {
    if (!sectionOf(data, section).has(name) || entries.get(section)!.has(name)) return;
    entries.get(section)!.add(name);
    waiting.push([section, name]);
  };
  // In the order of the text, whatever the order of picking.
  const picked = new Set(keys);
  for (const id of sectionOf(data, 'steps').keys()) if (picked.has(`step:${id}`)) take('steps', id);
  for (const id of sectionOf(data, 'guardrails').keys())
    if (picked.has(`guardrail:${id}`)) take('guardrails', id);
  const uses = usesOf(data);
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    for (const [section, name] of uses.get(next.join('\n')) ?? []) take(section, name);
  }
  return entries;
}

/** What each entry uses, by section and name. */
function usesOf(
  data: unknown,
): ReadonlyMap<string, readonly (readonly [(typeof clipSections)[number], string])[]> {
  const uses = new Map<string, (readonly [(typeof clipSections)[number], string])[]>();
  const add = (path: Path, section: (typeof clipSections)[number], name: string): void => {
    const key = path.slice(0, 2).join('\n');
    const known = uses.get(key);
    if (known) known.push([section, name]);
    else uses.set(key, [[section, name]]);
  };
  const declared = new Map<string, readonly [(typeof clipSections)[number], string]>();
  for (const section of ['facts', 'derived'] as const)
    for (const name of sectionOf(data, section).keys()) declared.set(name, [section, name]);
  for (const name of sectionOf(data, 'parameters').keys())
    declared.set(`parameters.${name}`, ['parameters', name]);
  for (const { path, source } of expressionTexts(data)) {
    for (const part of namedParts(source)) {
      const found =
        part.kind === 'name' &&
        longestDeclared(
          part.segments.map(({ name }) => name),
          declared,
        );
      if (found) add(path, ...found);
    }
  }
  for (const { path, name, role } of referencesOf(data)) {
    if (role === 'call' || role === 'source') add(path, 'actions', name);
    if (role === 'collects') add(path, ...(declared.get(name) ?? ['facts', name]));
    if (role === 'includes') add(path, 'guardrails', name);
    if (role === 'tie' && path[0] === 'guardrails') add(path, 'actions', name);
  }
  for (const [id, step] of sectionOf(data, 'steps')) {
    const returns = isMap(step) ? step.get('returns') : undefined;
    if (isMap(returns))
      for (const name of returns.keys()) add(['steps', id], ...(declared.get(name) ?? ['facts', name]));
    const columns = isMap(step) ? step.get('columns') : undefined;
    if (!isList(columns)) continue;
    for (const part of columns.flatMap((column) => (typeof column === 'string' ? namedParts(column) : []))) {
      const found =
        part.kind === 'name' &&
        longestDeclared(
          part.segments.map(({ name }) => name),
          declared,
        );
      if (found) add(['steps', id], ...found);
    }
  }
  return uses;
}

function longestDeclared<Found>(
  segments: readonly string[],
  declared: ReadonlyMap<string, Found>,
): Found | undefined {
  for (let length = segments.length; length > 0; length -= 1) {
    const found = declared.get(segments.slice(0, length).join('.'));
    if (found) return found;
  }
  return undefined;
}
