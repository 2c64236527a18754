import type { Diagnostic, Path, Span } from './diagnostic.ts';
import type { SopDocument } from './document.ts';
import { rememberEnvironment } from './environment.ts';
import type { CodedFinding } from './finding.ts';
import { LineIndex } from './line-index.ts';
import type { Procedure } from './model.ts';
import { isMap } from './normalise/fields.ts';
import { presentFinding } from './present-finding.ts';
import { presentYamlErrors } from './present-yaml-errors.ts';
import { readProcedure } from './read-procedure.ts';
import { rules } from './rules/all-rules.ts';
import { checkConditions } from './rules/conditions.ts';
import type { RuleContext } from './rules/rule.ts';
import { readSource } from './source/read-source.ts';
import type { Place, Source } from './source/source.ts';

/**
 * Reads a text; never throws. With the document that it was before, it costs what changed, and steps, guardrails
 * and declarations that mean the same as before are the same objects.
 */
export function parseDocument(text: string, previous?: SopDocument): SopDocument {
  const source = readSource(text, previous?.source);
  if (previous && source === previous.source) return previous;
  const { procedure, findings, refused } = readProcedure(source.data, previous?.procedure);
  const unreadable = unreadableEntries(source, procedure);
  const context = contextOf(source, procedure, unreadable, previous?.procedure);
  const all =
    refused || source.errors.some(({ path }) => path.length < 2)
      ? findings
      : [...findings, ...check(context)];
  const diagnostics = [
    ...presentYamlErrors(source),
    ...all.map((finding) => presentFinding(finding, source)),
  ];
  return new ParsedDocument(
    text,
    source,
    procedure,
    diagnostics.sort(byPosition),
    brokenElements(unreadable),
  );
}

class ParsedDocument implements SopDocument {
  readonly text: string;
  readonly source: Source;
  readonly procedure: Procedure;
  readonly diagnostics: readonly Diagnostic[];
  readonly wellFormed: boolean;
  readonly broken: readonly string[];
  readonly #lines: LineIndex;

  constructor(
    text: string,
    source: Source,
    procedure: Procedure,
    diagnostics: readonly Diagnostic[],
    broken: readonly string[],
  ) {
    this.text = text;
    this.source = source;
    this.procedure = procedure;
    this.diagnostics = diagnostics;
    this.wellFormed = source.errors.length === 0;
    this.broken = broken;
    this.#lines = new LineIndex(text);
  }

  locate(path: Path): Place | undefined {
    return this.source.locate(path);
  }

  position(offset: number): { readonly line: number; readonly column: number } {
    return this.#lines.position(offset);
  }

  elementAt(offset: number): string | undefined {
    const [section, id] = this.source.pathAt(offset);
    if (typeof id !== 'string') return undefined;
    if (section === 'steps') return `step:${id}`;
    return section === 'guardrails' ? `guardrail:${id}` : undefined;
  }

  elementSpan(key: string): Span | undefined {
    const cut = key.indexOf(':');
    const section = key.slice(0, cut) === 'step' ? 'steps' : 'guardrails';
    return this.source.locate([section, key.slice(cut + 1)])?.entry;
  }
}

type Section = 'facts' | 'derived' | 'parameters' | 'actions' | 'steps' | 'guardrails';
type Unreadable = ReadonlyMap<Section, ReadonlySet<string>>;

/** Entries with a YAML error in them, and those that mean nothing: their names still count as declared. */
function unreadableEntries(source: Source, procedure: Procedure): Unreadable {
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

function contextOf(
  source: Source,
  procedure: Procedure,
  unreadable: Unreadable,
  previous: Procedure | undefined,
): RuleContext {
  const names = (section: Section): ReadonlySet<string> => {
    const entries = isMap(source.data) ? source.data.get(section) : undefined;
    return new Set([...(isMap(entries) ? entries.keys() : []), ...(unreadable.get(section) ?? [])]);
  };
  const stepIds = names('steps');
  return {
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
}

function* check(context: RuleContext): Generator<CodedFinding> {
  for (const { code, severity, check } of rules) {
    for (const finding of check(context)) yield { code, severity, ...finding };
  }
  yield* checkConditions(context);
}

function brokenElements(unreadable: Unreadable): readonly string[] {
  return [
    ...[...(unreadable.get('steps') ?? [])].map((id) => `step:${id}`),
    ...[...(unreadable.get('guardrails') ?? [])].map((id) => `guardrail:${id}`),
  ];
}

function byPosition(a: Diagnostic, b: Diagnostic): number {
  return a.span.from - b.span.from || a.span.to - b.span.to;
}
