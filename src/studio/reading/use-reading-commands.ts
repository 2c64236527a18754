import { useMemo } from 'react';
import { useCommands } from '../session/commands.ts';
import type { Command } from '../session/commands.ts';
import { viewNow } from '../session/view-state.ts';
import { copyLink } from './passage-heading.tsx';

export function printReading(): void {
  window.print();
}

export function useReadingCommands(): void {
  useCommands(
    useMemo(
      (): readonly Command[] => [
        {
          id: 'reading.print',
          title: 'Print or save as PDF',
          section: 'Reading',
          keys: 'mod+p',
          run: printReading,
        },
        {
          id: 'reading.copy-link',
          title: 'Copy a link to what is selected',
          section: 'Reading',
          run: () => {
            const key = viewNow().selection.at(-1);
            if (key !== undefined) void copyLink(key);
          },
        },
      ],
      [],
    ),
  );
}
