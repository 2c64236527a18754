import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { calledIds } from '../document/calls/called-ids.ts';
import type { SopDocument } from '../document/document.ts';
import { parseDocument } from '../document/parse.ts';
import type { ProcedureLookup } from '../document/procedure-lookup.ts';
import { readText, whyUnreadable } from './read-text.ts';
import { Refusal } from './refusal.ts';

/** The procedures that the steps of others run, by their ids. */
export interface KnownProcedures {
  readonly lookup: ProcedureLookup;
  readonly ids: readonly string[];
}

/** A procedure and the file that it was read from. */
export interface ProcedureFile {
  readonly file: string;
  readonly document: SopDocument;
}

/**
 * What the steps of the given procedures may run: themselves, and the procedures of a folder and of the folders in it;
 * without a folder those that stand beside them. Nothing is read where no step runs another. Of several with one id
 * the first counts, the given ones before all.
 */
export async function findProcedures(
  given: readonly ProcedureFile[],
  folder: string | undefined,
): Promise<KnownProcedures> {
  const found = new Map<string, ProcedureFile>();
  for (const each of given) keep(found, each);
  if (given.some(({ document }) => calledIds(document.procedure).size > 0)) {
    const files = folder === undefined ? await besides(given) : await within(folder);
    const known = new Set(given.map(({ file }) => resolve(file)));
    for (const file of files.filter((each) => !known.has(resolve(each)))) {
      const text = await readText(file);
      // Maps and contacts are YAML too.
      if (/^["']?sop["']?\s*:/m.test(text)) keep(found, { file, document: parseDocument(text) });
    }
  }
  return { lookup: (id) => found.get(id)?.document, ids: [...found.keys()] };
}

function keep(found: Map<string, ProcedureFile>, each: ProcedureFile): void {
  const { id } = each.document.procedure;
  const first = found.get(id);
  if (first) process.stderr.write(`${id} stands in ${first.file} and ${each.file}: ${first.file} is taken\n`);
  else if (id !== '') found.set(id, each);
}

async function besides(given: readonly ProcedureFile[]): Promise<readonly string[]> {
  const folders = new Map(
    given
      .filter(({ file }) => file !== '-')
      .map(({ file }) => [resolve(dirname(file)), dirname(file)] as const),
  );
  const files = await Promise.all([...folders.values()].map((folder) => yamlIn(folder)));
  return files.flat();
}

async function within(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const inner = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
    const files = await Promise.all([folder, ...inner.sort()].map((each) => yamlIn(each)));
    return files.flat();
  } catch (error) {
    throw new Refusal(`cannot read ${folder}: ${whyUnreadable(error)}`);
  }
}

async function yamlIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/i.test(entry.name))
    .map(({ name }) => join(folder, name))
    .sort();
}
