import { useMemo } from 'react';
import { useCommands, type Command } from '../session/commands.ts';
import { useBreakpoints, useRehearsalSettings } from '../session/rehearsal-settings.ts';
import { useSession } from '../session/session-context.tsx';
import { useViewState, viewNow } from '../session/view-state.ts';

/** Breakpoints and the camera, offered whichever panels are open. */
export function useBreakpointCommands(): void {
  const { id } = useSession();
  const some = useBreakpoints(id).length > 0;
  const { follows, toggleBreakpoint, clearBreakpoints, setFollows } = useRehearsalSettings();
  const nothing = useViewState(
    ({ selection, highlight }) =>
      highlight.current === undefined && !selection.some((key) => key.startsWith('step:')),
  );
  useCommands(
    useMemo(
      (): readonly Command[] => [
        {
          id: 'simulator.breakpoint',
          title: 'Breakpoint here, or none',
          section: 'Simulator',
          keys: 'F9',
          heard: 'everywhere',
          keywords: ['stop', 'pause', 'toggle'],
          unavailable: nothing ? 'Select a step first' : undefined,
          run: () => {
            for (const step of stepsMeant()) toggleBreakpoint(id, step);
          },
        },
        {
          id: 'simulator.clear-breakpoints',
          title: 'Remove all breakpoints',
          section: 'Simulator',
          unavailable: some ? undefined : 'There are none',
          run: () => clearBreakpoints(id),
        },
        {
          id: 'simulator.follow',
          title: follows ? 'Let the canvas stay where it is' : 'Let the canvas follow the run',
          section: 'Simulator',
          keywords: ['camera', 'follow'],
          run: () => setFollows(!follows),
        },
      ],
      [id, some, nothing, follows, toggleBreakpoint, clearBreakpoints, setFollows],
    ),
  );
}

/** The selected steps, else the one where the rehearsal stands. */
function stepsMeant(): readonly string[] {
  const { selection, highlight } = viewNow();
  const selected = selection.flatMap((key) => (key.startsWith('step:') ? [key.slice('step:'.length)] : []));
  if (selected.length > 0) return selected;
  return highlight.current === undefined ? [] : [highlight.current];
}
