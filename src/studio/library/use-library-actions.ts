import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { library, updateLog } from '../api/browser.ts';
import { fetchFromGallery, type GalleryId } from '../api/gallery.ts';
import { openSession } from '../session/open-session.ts';
import { decodeContent } from '../session/procedure-content.ts';
import { downloadText, fileName } from '../ui/download.ts';
import { notify } from '../ui/notify.tsx';
import { createProcedure, duplicateProcedure, importProcedure } from '../session/create-procedure.ts';
import { readFile } from '../api/read-file.ts';
import { planTitle } from '../session/plan-title.ts';
import { emptyProcedure } from './starters.ts';

export interface LibraryActions {
  createEmpty(): Promise<void>;
  createFromGallery(id: GalleryId): Promise<void>;
  importFiles(files: readonly File[]): Promise<void>;
  importText(text: string): Promise<void>;
  duplicate(id: string): Promise<void>;
  rename(id: string, title: string): Promise<void>;
  trash(id: string, title: string): Promise<void>;
  restore(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  exportYaml(id: string, title: string): Promise<void>;
}

/** What can be done in the library. Each tells the person when it fails. */
export function useLibraryActions(): LibraryActions {
  const [, navigate] = useLocation();
  return useMemo(() => createActions((id) => navigate(`/p/${id}`)), [navigate]);
}

function createActions(open: (id: string) => void): LibraryActions {
  return {
    createEmpty: telling('The procedure was not created', async () => {
      open(await createProcedure(library, { text: emptyProcedure('Untitled procedure') }, Date.now()));
    }),
    createFromGallery: telling('The procedure did not open', async (id) => {
      open(await createProcedure(library, await fetchFromGallery(id), Date.now()));
    }),
    importFiles: telling('The import failed', async (files) => {
      const imported: string[] = [];
      for (const file of files) {
        const reading = await readFile(file);
        if (!reading.ok) {
          notify(`${file.name} was not imported`, { tone: 'error', detail: reading.reason });
          continue;
        }
        const id = await take(reading.text, file.name);
        if (id !== undefined) imported.push(id);
      }
      if (imported.length === 1 && files.length === 1 && imported[0] !== undefined) open(imported[0]);
      else if (imported.length > 0) notify(`${imported.length} of ${files.length} files imported`);
    }),
    importText: telling('The import failed', async (text) => {
      const id = await take(text, 'The pasted text');
      if (id !== undefined) open(id);
    }),
    duplicate: telling('The copy was not made', async (id) => {
      await duplicateProcedure(library, id, Date.now());
      notify('Duplicated');
    }),
    rename: telling('It was not renamed', async (id, title) => {
      const session = await openSession(id, library, updateLog);
      if (session === undefined) return;
      try {
        const plan = session.apply(planTitle(session.snapshot().document, title), 'Rename procedure');
        if (!plan.ok) notify('It was not renamed', { tone: 'error', detail: plan.reason });
      } finally {
        await session.close();
      }
    }),
    trash: telling('It was not deleted', async (id, title) => {
      await library.trash(id, Date.now());
      const restore = telling('It was not restored', () => library.restore(id));
      notify(`"${title}" is in the trash`, { action: { label: 'Undo', onClick: () => void restore() } });
    }),
    restore: telling('It was not restored', (id) => library.restore(id)),
    remove: telling('It was not deleted', (id) => library.remove(id)),
    exportYaml: telling('The export failed', async (id, title) => {
      downloadText(fileName(title, 'yaml'), decodeContent(await library.content(id)).text);
    }),
  };
}

function telling<Given extends readonly unknown[]>(
  failure: string,
  work: (...given: Given) => Promise<void>,
): (...given: Given) => Promise<void> {
  return async (...given) => {
    try {
      await work(...given);
    } catch (error) {
      notify(failure, { tone: 'error', detail: error instanceof Error ? error.message : String(error) });
    }
  };
}

/** The new procedure's id; undefined when the text was refused, and the person told. */
async function take(text: string, name: string): Promise<string | undefined> {
  const result = await importProcedure(library, text, Date.now());
  if (result.ok) return result.id;
  notify(`${name} was not imported`, { tone: 'error', detail: result.reason });
  return undefined;
}
