import { lineStartAt } from '../line-index.ts';
import type { Path } from '../diagnostic.ts';
import type { SopDocument } from '../document.ts';
import { isMap } from '../normalise/fields.ts';
import { procedureSchema } from '../schema.ts';
import type * as z from 'zod';
import { alternativesAt, choicesOf, documentationOf, keysOf, schemaAt } from '../schema/schema-walk.ts';

/** The keys that a map at `path` may have, with their documentation; empty where the author chooses the keys. */
export function keysAt(
  document: SopDocument,
  path: Path,
  offset: number,
): ReadonlyMap<string, string | undefined> {
  const data = toldData(document, path, offset);
  const schema = schemaAt(procedureSchema, path, data);
  const keys = new Map<string, string | undefined>();
  const add = (each: z.core.$ZodType): void => {
    for (const [key, inner] of keysOf(each) ?? []) if (!keys.has(key)) keys.set(key, documentationOf(inner));
  };
  if (schema) add(schema);
  else alternativesAt(procedureSchema, path, data).forEach(add);
  return keys;
}

/** The words that a value at `path` may be, with their documentation. */
export function wordsAt(
  document: SopDocument,
  path: Path,
  offset: number,
): ReadonlyMap<string, string | undefined> {
  const last = path.at(-1);
  const container = path.slice(0, -1);
  const data = toldData(document, container, offset);
  const words = new Map<string, string | undefined>();
  // What tells alternatives apart is looked up in all of them: it is about to be changed.
  const isTold = last === 'kind' || last === 'type';
  const known = isTold ? undefined : schemaAt(procedureSchema, container, data);
  const parents = known ? [known] : alternativesAt(procedureSchema, container, data);
  for (const parent of parents) {
    const inner = typeof last === 'string' ? keysOf(parent)?.get(last) : undefined;
    const schemas = inner
      ? [inner]
      : alternativesAt(parent, typeof last === 'number' ? [last] : [], undefined);
    if (!inner && typeof last !== 'number') continue;
    for (const schema of schemas)
      for (const [word, documentation] of choicesOf(schema)) words.set(word, documentation);
  }
  return words;
}

/** What the schema says of the value at `path`. */
export function documentationAt(document: SopDocument, path: Path): string | undefined {
  const last = path.at(-1);
  const parent = schemaAt(procedureSchema, path.slice(0, -1), document.source.data);
  const key = parent && typeof last === 'string' ? keysOf(parent)?.get(last) : undefined;
  return key && documentationOf(key);
}

/**
 * The document's data, with the `kind` or `type` of the entry at hand read from its lines where YAML could not
 * read it.
 */
function toldData(document: SopDocument, path: Path, offset: number): unknown {
  const data = document.source.data;
  const [section, name] = path;
  if (typeof section !== 'string' || typeof name !== 'string') return data;
  const sectionData = isMap(data) ? data.get(section) : undefined;
  if (isMap(sectionData) && isMap(sectionData.get(name))) return data;
  const told = new Map<string, unknown>();
  for (const key of ['kind', 'type']) {
    const word = wordAround(document.text, offset, key);
    if (word !== undefined) told.set(key, word);
  }
  return new Map([[section, new Map([[name, told]])]]);
}

/** The value of `key` among the lines of the entry around the offset. */
function wordAround(text: string, offset: number, key: string): string | undefined {
  const start = lastEntryStart(text, offset);
  const rest = text.slice(start);
  const length = rest.slice(1).search(/\n {0,3}[^\s-]/);
  const entry = length < 0 ? rest : rest.slice(0, length + 1);
  return new RegExp(`\\b${key}: *([a-z]+)`).exec(entry)?.[1];
}

function lastEntryStart(text: string, offset: number): number {
  let end = text.indexOf('\n', offset);
  if (end < 0) end = text.length;
  while (end > 0) {
    const start = lineStartAt(text, end);
    if (/^ {1,3}[^\s#-]/.test(text.slice(start, end))) return start;
    end = start - 1;
  }
  return 0;
}
