import { create } from 'zustand';
import type { SopDocument } from '../../document/document.ts';
import { parseDocument } from '../../document/parse.ts';
import { library } from '../api/browser.ts';
import { fetchFromGallery, isInGallery } from '../api/gallery.ts';
import type { ProcedureRecord } from '../api/procedure-library.ts';
import { decodeContent } from './procedure-content.ts';

/** Another procedure, as it stands in the library, else as it comes with the studio. */
export interface ShelvedProcedure {
  /** The library's; undefined for one that stands in the gallery alone. */
  readonly record: ProcedureRecord | undefined;
  readonly document: SopDocument;
}

interface Shelf {
  /** By the procedures' own ids; undefined where there is none. What is no key was not looked for yet. */
  readonly found: ReadonlyMap<string, ShelvedProcedure | undefined>;
}

export const useShelf = create<Shelf>()(() => ({ found: new Map() }));

const asked = new Set<string>();
let looking: Promise<void> | undefined;
let again = false;

/** Looks for procedures by their own ids, and again whenever the library changes. */
export function lookFor(ids: Iterable<string>): void {
  const before = asked.size;
  for (const id of ids) asked.add(id);
  if (asked.size > before) refresh();
}

/** Keeps what was found as new as the library. Gives back a way to stop. */
export function watchLibrary(): () => void {
  if (asked.size > 0) refresh();
  return library.subscribe(refresh);
}

/** One look at a time; whoever asks during one is answered by the next. */
function refresh(): void {
  if (asked.size === 0) return;
  if (looking) {
    again = true;
    return;
  }
  looking = look().finally(() => {
    looking = undefined;
    if (!again) return;
    again = false;
    refresh();
  });
}

async function look(): Promise<void> {
  const records = await recordsById();
  const { found } = useShelf.getState();
  const next = new Map(found);
  for (const id of asked) {
    const record = records.get(id);
    const known = found.get(id);
    const isNew =
      !found.has(id) || known?.record?.id !== record?.id || known?.record?.editedAt !== record?.editedAt;
    if (isNew) next.set(id, await fetchOne(id, record, known?.document));
  }
  const isSame = next.size === found.size && [...next].every(([id, each]) => found.get(id) === each);
  if (!isSame) useShelf.setState({ found: next });
}

/** Of several with one id the one that was edited last. */
async function recordsById(): Promise<ReadonlyMap<string, ProcedureRecord>> {
  const byId = new Map<string, ProcedureRecord>();
  // Where the browser keeps nothing there is still the gallery.
  const records = await library.list().catch(() => []);
  for (const record of records) {
    if (record.trashedAt !== undefined) continue;
    const id = record.sopId ?? (await readText(record.id)).procedure.id;
    if (!byId.has(id)) byId.set(id, record);
  }
  return byId;
}

async function fetchOne(
  id: string,
  record: ProcedureRecord | undefined,
  previous: SopDocument | undefined,
): Promise<ShelvedProcedure | undefined> {
  try {
    if (record) return { record, document: await readText(record.id, previous) };
    if (!isInGallery(id)) return undefined;
    return { record: undefined, document: parseDocument((await fetchFromGallery(id)).text) };
  } catch {
    // What cannot be read is not there: whoever needs it says so at its step.
    return undefined;
  }
}

async function readText(recordId: string, previous?: SopDocument): Promise<SopDocument> {
  return parseDocument(decodeContent(await library.content(recordId)).text, previous);
}
