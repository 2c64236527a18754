import { parseDocument } from '../../document/parse.ts';
import type { SopDocument } from '../../document/document.ts';
import { newId } from '../api/new-id.ts';
import type { ProcedureLibrary } from '../api/procedure-library.ts';
import { takePositions } from './positions-note.ts';
import { decodeContent, encodeContent } from './procedure-content.ts';
import type { ProcedureContent } from './procedure-content.ts';
import { summaryOf } from './summary.ts';
import { retitled } from './plan-title.ts';

/** Puts a new procedure into the library; its id. */
export async function createProcedure(
  library: ProcedureLibrary,
  given: Partial<ProcedureContent> & Pick<ProcedureContent, 'text'>,
  now: number,
): Promise<string> {
  const id = newId();
  const record = { id, ...summaryOf(parseDocument(given.text)), createdAt: now, editedAt: now };
  const nothing = { contacts: '', positions: new Map(), notes: new Map(), sections: new Map() };
  await library.create(record, encodeContent({ ...nothing, ...given }));
  return id;
}

export async function duplicateProcedure(
  library: ProcedureLibrary,
  id: string,
  now: number,
): Promise<string> {
  const content = decodeContent(await library.content(id));
  return createProcedure(
    library,
    { ...content, text: retitled(content.text, (title) => `${title} (copy)`) },
    now,
  );
}

export type ImportResult =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly reason: string };

/** A broken procedure is taken in, to be mended in the studio; what is none is refused. */
export async function importProcedure(
  library: ProcedureLibrary,
  file: string,
  now: number,
): Promise<ImportResult> {
  const content = takePositions(file);
  if (!looksLikeProcedure(parseDocument(content.text))) {
    return { ok: false, reason: 'It holds no procedure: that is a YAML text which begins with "sop: 1".' };
  }
  return { ok: true, id: await createProcedure(library, content, now) };
}

function looksLikeProcedure({ source, procedure, text }: SopDocument): boolean {
  if (procedure.steps.size > 0 || procedure.guardrails.size > 0) return true;
  if (source.data instanceof Map) return source.data.has('sop') || source.data.has('steps');
  return /^(sop|steps):/m.test(text);
}
