import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { useProcedures } from '../library/use-procedures.ts';
import { useCommands } from '../session/commands.ts';
import type { Command } from '../session/commands.ts';
import { useDocument, useSession } from '../session/session-context.tsx';
import { useCalledProcedure } from '../session/use-called-procedure.ts';
import { useViewState } from '../session/view-state.ts';

/** More procedures than this are looked for in the library. */
const mostProcedures = 100;

const back: Command = {
  id: 'view.back',
  title: 'Back to where you were',
  section: 'Go to',
  keys: 'alt+left',
  keywords: ['return', 'caller', 'history'],
  run: () => window.history.back(),
};

/** Ways to other procedures: into the one that the selected step runs, back, and to any of the library. */
export function useWayCommands(): void {
  const session = useSession();
  const [, navigate] = useLocation();
  const called = useOpenCalled();
  const { data } = useProcedures();
  useCommands(useMemo(() => [called, back], [called]));
  useCommands(
    useMemo(
      () =>
        (data ?? [])
          .filter(({ id, trashedAt }) => id !== session.id && trashedAt === undefined)
          .slice(0, mostProcedures)
          .map(({ id, title, sopId = '' }): Command => ({
            id: `go-to.procedure:${id}`,
            title: `Open ${title === '' ? 'Untitled procedure' : title}`,
            section: 'Go to',
            keywords: ['procedure', sopId],
            run: () => navigate(`/p/${id}`),
          })),
      [data, session.id, navigate],
    ),
  );
}

function useOpenCalled(): Command {
  const { steps } = useDocument().procedure;
  const selected = useViewState(({ selection: [key], selection }) =>
    selection.length === 1 && key?.startsWith('step:') ? key.slice('step:'.length) : '',
  );
  const step = steps.get(selected);
  const called = useCalledProcedure(step?.kind === 'procedure' ? step.procedure : undefined, selected);
  return useMemo(
    (): Command => ({
      id: 'procedure.open-called',
      title:
        called?.state === 'found'
          ? `Open ${called.title}, which this step runs`
          : 'Open the procedure that this step runs',
      section: 'Go to',
      keys: 'alt+o',
      heard: 'everywhere',
      keywords: ['called', 'follow', 'into'],
      unavailable:
        called?.state === 'found'
          ? undefined
          : called?.state === 'missing'
            ? 'It is not here: create or import it in the form'
            : 'Select a step that runs a procedure',
      run: () => {
        if (called?.state === 'found') called.open();
      },
    }),
    [called],
  );
}
