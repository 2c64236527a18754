import * as z from 'zod';
import type { CodedFinding } from './finding.ts';
import type { Path } from './diagnostic.ts';
import { declaredEnvironment } from './environment.ts';
import type { Procedure, Step } from './model.ts';
import { Fields, isMap } from './normalise/fields.ts';
import { readAction, readDerived, readFact, readParameter } from './normalise/read-declarations.ts';
import { readGuardrail } from './normalise/read-guardrail.ts';
import { readStep } from './normalise/read-step.ts';
import { checkBySchema, checkStep, entryReader, error } from './read-entry.ts';
import type { EntryReader, ReadEntry } from './read-entry.ts';
import { sameStructure } from './same-structure.ts';
import { schemaIssues, unknownKeys } from './schema-issues.ts';
import {
  actionDeclarationSchema,
  derivedSchema,
  factSchema,
  formatVersion,
  parameterSchema,
  procedureSchema,
} from './schema.ts';
import { guardrailSchema } from './schema/guardrail-schema.ts';
import { resolveTable } from './table/resolve-table.ts';

export interface ReadProcedure {
  readonly procedure: Procedure;
  readonly findings: readonly CodedFinding[];
  /** The text is of another format, or of none: what else is wrong with it says nothing. */
  readonly refused: boolean;
}

const sectionKeys = ['facts', 'derived', 'parameters', 'actions', 'steps', 'guardrails'] as const;
type SectionKey = (typeof sectionKeys)[number];

const readers: { readonly [Key in SectionKey]: EntryReader<EntryOf<Procedure[Key]>> } = {
  facts: entryReader(readFact, checkBySchema(factSchema, 'The fact')),
  derived: entryReader(readDerived, checkBySchema(derivedSchema, 'The derived fact')),
  parameters: entryReader(readParameter, checkBySchema(parameterSchema, 'The parameter')),
  actions: entryReader(readAction, checkAction),
  steps: entryReader(readStep, checkStep),
  guardrails: entryReader(readGuardrail, checkBySchema(guardrailSchema, 'The guardrail')),
};
type EntryOf<Section> = Section extends ReadonlyMap<string, infer Model> ? Model : never;

/** An action that takes nothing needs no keys: `orders.list:` alone declares it. */
function checkAction(data: unknown): readonly CodedFinding[] {
  return data === null ? [] : schemaIssues(actionDeclarationSchema, data, 'The action');
}

const headSchema = z.object(
  procedureSchema.omit({
    sop: true,
    facts: true,
    derived: true,
    parameters: true,
    actions: true,
    steps: true,
    guardrails: true,
  }).shape,
);

/**
 * The text's data as a procedure. What did not change keeps its identity from `previous`: entries, whole sections,
 * and the procedure itself.
 */
export function readProcedure(data: unknown, previous: Procedure | undefined): ReadProcedure {
  const refusal = refusalOf(data);
  if (refusal || !isMap(data)) {
    return { procedure: kept(emptyProcedure, previous), findings: refusal ? [refusal] : [], refused: true };
  }
  const findings: CodedFinding[] = [
    ...checkVersion(data),
    ...unknownKeys(procedureSchema, data, 'The procedure'),
    ...schemaIssues(headSchema, headOf(data), 'The procedure'),
  ];
  const section = <Key extends SectionKey>(
    key: Key,
    read: EntryReader<EntryOf<Procedure[Key]>> = readers[key],
  ) =>
    readSection(
      key,
      data.get(key),
      read,
      previous?.[key] as ReadonlyMap<string, EntryOf<Procedure[Key]>> | undefined,
      findings,
    );
  const head = readHead(data);
  const declared = {
    facts: section('facts'),
    derived: section('derived'),
    parameters: section('parameters'),
    scope: head.scope,
  };
  const procedure: Procedure = {
    ...head,
    ...declared,
    actions: section('actions'),
    steps: section('steps', (entry) => withTables(readers.steps(entry), declared)),
    guardrails: section('guardrails'),
  };
  return { procedure: kept(procedure, previous), findings, refused: false };
}

/** What the rows of a table come to hangs on the declarations: a word in a cell may be a value or a name. */
function withTables(
  entry: ReadEntry<Step>,
  declared: Pick<Procedure, 'facts' | 'derived' | 'parameters' | 'scope'>,
): ReadEntry<Step> {
  if (entry.model?.kind !== 'decision' || !entry.model.columns) return entry;
  return { ...entry, model: resolveTable(entry.model, declaredEnvironment(declared)) };
}

function readHead(data: ReadonlyMap<string, unknown>) {
  const fields = new Fields<'id' | 'title' | 'description' | 'owner' | 'review' | 'scope' | 'start'>(data);
  const scope = new Fields<'intents' | 'channels' | 'locales'>(fields.raw('scope'));
  const review = new Fields<'every' | 'by'>(fields.raw('review'));
  const id = fields.text('id') ?? '';
  return {
    id,
    title: fields.text('title') ?? id,
    description: fields.text('description'),
    owner: fields.text('owner'),
    review: isMap(fields.raw('review')) ? { every: review.text('every'), by: review.texts('by') } : undefined,
    scope: {
      intents: scope.texts('intents'),
      channels: scope.texts('channels'),
      locales: scope.texts('locales'),
    },
    start: fields.text('start'),
  };
}

function headOf(data: ReadonlyMap<string, unknown>): ReadonlyMap<string, unknown> {
  return new Map([...data].filter(([key]) => Object.hasOwn(headSchema.shape, key)));
}

function readSection<Model>(
  key: SectionKey,
  data: unknown,
  read: EntryReader<Model>,
  previous: ReadonlyMap<string, Model> | undefined,
  findings: CodedFinding[],
): ReadonlyMap<string, Model> {
  const section = new Map<string, Model>();
  if (isMap(data)) {
    for (const [name, value] of data) {
      const entry = read(value);
      for (const finding of entry.findings) findings.push({ ...finding, path: [key, name, ...finding.path] });
      if (entry.model === undefined) continue;
      const before = previous?.get(name);
      section.set(name, before !== undefined && sameStructure(before, entry.model) ? before : entry.model);
    }
  } else if (data !== undefined && data !== null) {
    findings.push(
      error('wrong-type', {
        message: `\`${key}\` must be a map: an id on each line, what it means below.`,
        path: [key],
        at: 'key',
      }),
    );
  }
  return previous && sameEntries(section, previous) ? previous : section;
}

function sameEntries<Model>(a: ReadonlyMap<string, Model>, b: ReadonlyMap<string, Model>): boolean {
  if (a.size !== b.size) return false;
  const others = b.entries();
  for (const [name, model] of a) {
    const other = others.next().value;
    if (other?.[0] !== name || other[1] !== model) return false;
  }
  return true;
}

/** The previous procedure where nothing in it changed; its scope and review where those did not. */
function kept(procedure: Procedure, previous: Procedure | undefined): Procedure {
  if (!previous) return procedure;
  const scope = sameStructure(procedure.scope, previous.scope) ? previous.scope : procedure.scope;
  const review = sameStructure(procedure.review, previous.review) ? previous.review : procedure.review;
  const merged: Procedure = { ...procedure, scope, review };
  const keys = Object.keys(merged) as readonly (keyof Procedure)[];
  return keys.every((key) => merged[key] === previous[key]) ? previous : merged;
}

function refusalOf(data: unknown): CodedFinding | undefined {
  if (!isMap(data)) {
    const message =
      data === undefined || data === null
        ? 'The text is empty. A procedure begins with `sop: 1` and an `id`.'
        : 'This is no procedure. A procedure is a map that begins with `sop: 1` and an `id`.';
    return error('not-a-procedure', { message, path: [] });
  }
  const version = data.get('sop');
  if (typeof version !== 'number' || version <= formatVersion) return undefined;
  return error('format-version', {
    message: `This was made by a newer Sopwright (format ${version}). Open it there; this one reads format ${formatVersion}.`,
    path: ['sop'],
  });
}

function checkVersion(data: ReadonlyMap<string, unknown>): readonly CodedFinding[] {
  if (data.get('sop') === formatVersion) return [];
  const path: Path = data.has('sop') ? ['sop'] : [];
  const message = data.has('sop')
    ? `\`sop\` is the version of the format, and there is version ${formatVersion} only. Write \`sop: ${formatVersion}\`.`
    : `The version of the format is missing. Begin with \`sop: ${formatVersion}\`.`;
  return [
    error('format-version', {
      message,
      path,
      at: data.has('sop') ? 'value' : 'key',
      remedies: [{ kind: 'set-version', title: `Write \`sop: ${formatVersion}\`` }],
    }),
  ];
}

const emptyProcedure: Procedure = {
  id: '',
  title: '',
  description: undefined,
  owner: undefined,
  review: undefined,
  scope: { intents: [], channels: [], locales: [] },
  facts: new Map(),
  derived: new Map(),
  parameters: new Map(),
  actions: new Map(),
  start: undefined,
  steps: new Map(),
  guardrails: new Map(),
};
