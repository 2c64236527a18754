import { useEffect, useMemo } from 'react';
import { useLocation } from 'wouter';
import { humanised } from '../../document/humanised.ts';
import { scalarLike } from '../../document/scalar-like.ts';
import { library } from '../api/browser.ts';
import { fetchFromGallery } from '../api/gallery.ts';
import { readFile } from '../api/read-file.ts';
import { notify } from '../ui/notify.tsx';
import { addressOfCalled, callersIn } from './callers.ts';
import { createProcedure, importProcedure } from './create-procedure.ts';
import { lookFor, useShelf } from './procedure-shelf.ts';
import { useSession } from './session-context.tsx';
import { viewNow } from './view-state.ts';

/** What can be done about the procedure that a step runs. Each tells the person when it fails. */
export type CalledProcedure =
  | { readonly state: 'looking' }
  | { readonly state: 'found'; readonly title: string; readonly steps: number; open(this: void): void }
  | {
      readonly state: 'missing';
      /** An empty one of that id. */
      create(this: void): void;
      importFile(this: void, file: File): void;
    };

/** The procedure of that id as seen from a step of the open one; undefined while the step names none. */
export function useCalledProcedure(sopId: string | undefined, step: string): CalledProcedure | undefined {
  const session = useSession();
  const [, navigate] = useLocation();
  const found = useShelf((shelf) => shelf.found);
  useEffect(() => {
    if (sopId !== undefined) lookFor([sopId]);
  }, [sopId]);
  return useMemo(() => {
    if (sopId === undefined || sopId === '') return undefined;
    if (!found.has(sopId)) return { state: 'looking' };
    const go = (id: string): void => {
      const callers = callersIn(window.location.search);
      navigate(addressOfCalled(id, [...callers, { procedure: session.id, step }], viewNow().view));
    };
    const shelved = found.get(sopId);
    if (shelved) {
      const { title, steps } = shelved.document.procedure;
      return {
        state: 'found',
        title: title === '' ? humanised(sopId) : title,
        steps: steps.size,
        open: () => void tell('It did not open', async () => go(shelved.record?.id ?? (await take(sopId)))),
      };
    }
    return {
      state: 'missing',
      create: () => void tell('It was not created', async () => go(await begin(sopId))),
      importFile: (file) =>
        void tell('It was not imported', async () => {
          const reading = await readFile(file);
          if (!reading.ok) throw new Error(reading.reason);
          const imported = await importProcedure(library, reading.text, Date.now());
          if (!imported.ok) throw new Error(imported.reason);
          const record = await library.find(imported.id);
          if (record?.sopId === sopId) notify(`“${record.title}” is here now`);
          else
            notify(`The file holds “${record?.sopId ?? ''}”, not “${sopId}”`, {
              tone: 'error',
              detail: 'It is in the library. Write its id at this step to run it.',
            });
        }),
    };
  }, [sopId, step, found, session, navigate]);
}

/** A procedure of the gallery becomes one of this browser's own. */
async function take(sopId: string): Promise<string> {
  return createProcedure(library, await fetchFromGallery(sopId), Date.now());
}

async function begin(sopId: string): Promise<string> {
  const text = `sop: 1\nid: ${scalarLike('', sopId)}\ntitle: ${scalarLike('', humanised(sopId))}\n`;
  return createProcedure(library, { text }, Date.now());
}

async function tell(failure: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    notify(failure, { tone: 'error', detail: error instanceof Error ? error.message : String(error) });
  }
}
