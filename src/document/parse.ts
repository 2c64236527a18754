import type { Diagnostic, Path, Span } from './diagnostic.ts';
import type { SopDocument } from './document.ts';
import type { CodedFinding } from './finding.ts';
import { LineIndex } from './line-index.ts';
import type { Procedure } from './model.ts';
import { presentFinding } from './present-finding.ts';
import { presentYamlErrors } from './present-yaml-errors.ts';
import { readProcedure } from './read-procedure.ts';
import { rememberContext, unreadableEntries } from './rule-context.ts';
import type { Unreadable } from './rule-context.ts';
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
  const lost = refused || source.errors.some(({ path }) => path.length < 2);
  const context = rememberContext(source, procedure, unreadable, previous?.procedure, lost);
  const all = lost ? findings : [...findings, ...check(context)];
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
