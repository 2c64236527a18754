import type { SopDocument } from './document.ts';
import { rememberEnvironment } from './environment.ts';
import type { Procedure } from './model.ts';
import { isMap } from './normalise/fields.ts';
import type { RuleContext } from './rules/rule.ts';
import type { Source } from './source/source.ts';

type Section = 'facts' | 'derived' | 'parameters' | 'actions' | 'steps' | 'guardrails';
export type Unreadable = ReadonlyMap<Section, ReadonlySet<string>>;

/** Entries with a YAML error in them, and those that mean nothing: their names still count as declared. */
export function unreadableEntries(source: Source, procedure: Procedure): Unreadable {
  const unreadable = new Map<Section, Set<string>>();
  const add = (section: Section, name: string): void => {
    const names = unreadable.get(section);
    if (names) names.add(name);
    else unreadable.set(section, new Set([name]));
  };
  for (const { path, code } of source.errors) {
    const [section, name] = path;
    // The first of two entries with one name is readable.
    if (code === 'duplicate-key' || typeof name !== 'string') continue;
    if (isSection(section)) add(section, name);
  }
  const data = source.data;
  if (!isMap(data)) return unreadable;
  for (const section of ['steps', 'guardrails'] as const) {
    const entries = data.get(section);
    if (!isMap(entries) || entries.size === procedure[section].size) continue;
    for (const name of entries.keys()) if (!procedure[section].has(name)) add(section, name);
  }
  return unreadable;
}

function isSection(key: unknown): key is Section {
  return ['facts', 'derived', 'parameters', 'actions', 'steps', 'guardrails'].includes(String(key));
}

const contexts = new WeakMap<Source, RuleContext>();

/** What rules look at; undefined where so little could be read that what they say would say nothing. */
export function contextOf({ source }: SopDocument): RuleContext | undefined {
  return contexts.get(source);
}

/** `lost`: the text as a whole cannot be read, so no rule is to look at it later on. */
export function rememberContext(
  source: Source,
  procedure: Procedure,
  unreadable: Unreadable,
  previous: Procedure | undefined,
  lost: boolean,
): RuleContext {
  const names = (section: Section): ReadonlySet<string> => {
    const entries = isMap(source.data) ? source.data.get(section) : undefined;
    return new Set([...(isMap(entries) ? entries.keys() : []), ...(unreadable.get(section) ?? [])]);
  };
  const stepIds = names('steps');
  const context: RuleContext = {
    procedure,
    environment: rememberEnvironment(procedure, { stepIds, unreadable }, previous),
    stepIds,
    guardrailIds: names('guardrails'),
    factNames: names('facts'),
    derivedNames: names('derived'),
    parameterNames: names('parameters'),
    actionNames: names('actions'),
    hasBroken: unreadable.size > 0 || source.errors.length > 0,
  };
  if (!lost) contexts.set(source, context);
  return context;
}
