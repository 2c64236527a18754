import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { useCodeCommands } from '../code/use-code-commands.ts';
import { paletteNow } from '../palette/palette-state.ts';
import { useBreakpointCommands } from '../simulator/use-breakpoint-commands.ts';
import { useCommands } from '../session/commands.ts';
import type { Command } from '../session/commands.ts';
import { useSession, useSnapshot } from '../session/session-context.tsx';
import { useViewState, viewNow } from '../session/view-state.ts';
import type { DockTab } from '../session/view-state.ts';
import { focusNextPanel, focusPanel } from '../ui/focus-panel.ts';
import { jumpToProblem } from './jump-to-problem.ts';
import { reassure } from './reassure.ts';
import { travel } from './travel.tsx';
import { useTakeOut } from './use-take-out.ts';

/** What the window itself can do, whatever panels are open. */
export function useStudioCommands(): void {
  useProcedureCommands();
  useViewCommands();
  useCodeCommands();
  useBreakpointCommands();
}

function useProcedureCommands(): void {
  const session = useSession();
  const { canUndo, canRedo, undoLabel, redoLabel } = useSnapshot();
  const takeOut = useTakeOut();
  const [, navigate] = useLocation();
  const history = useMemo(
    (): readonly Command[] => [
      {
        id: 'procedure.undo',
        title: canUndo && undoLabel !== undefined ? `Undo: ${undoLabel}` : 'Undo',
        section: 'Procedure',
        keys: 'mod+z',
        heard: 'outside-text',
        ...(!canUndo && { unavailable: 'Nothing to undo' }),
        run: () => travel(session, 'undo'),
      },
      {
        id: 'procedure.redo',
        title: canRedo && redoLabel !== undefined ? `Redo: ${redoLabel}` : 'Redo',
        section: 'Procedure',
        keys: 'mod+shift+z',
        otherKeys: ['mod+y'],
        heard: 'outside-text',
        ...(!canRedo && { unavailable: 'Nothing to redo' }),
        run: () => travel(session, 'redo'),
      },
    ],
    [session, canUndo, canRedo, undoLabel, redoLabel],
  );
  const rest = useMemo(
    (): readonly Command[] => [
      {
        id: 'procedure.saved',
        title: 'Check that everything is saved',
        section: 'Procedure',
        keys: 'mod+s',
        heard: 'everywhere',
        run: () => reassure(session),
      },
      {
        id: 'procedure.next-problem',
        title: 'Next problem',
        section: 'Procedure',
        keys: 'F8',
        heard: 'everywhere',
        keywords: ['error', 'warning'],
        run: () => jumpToProblem(session, 1),
      },
      {
        id: 'procedure.previous-problem',
        title: 'Previous problem',
        section: 'Procedure',
        keys: 'shift+F8',
        heard: 'everywhere',
        keywords: ['error', 'warning'],
        run: () => jumpToProblem(session, -1),
      },
      {
        id: 'procedure.export',
        title: 'Export YAML',
        section: 'Procedure',
        keys: 'mod+e',
        heard: 'everywhere',
        keywords: ['download', 'file'],
        run: takeOut.exportYaml,
      },
      {
        id: 'procedure.export-with-positions',
        title: 'Export YAML with positions',
        section: 'Procedure',
        keywords: ['download', 'file'],
        run: takeOut.exportWithPositions,
      },
      {
        id: 'procedure.export-contacts',
        title: 'Export sample contacts',
        section: 'Procedure',
        keywords: ['download', 'file'],
        run: takeOut.exportContacts,
      },
      {
        id: 'procedure.copy-yaml',
        title: 'Copy YAML',
        section: 'Procedure',
        run: takeOut.copyYaml,
      },
      {
        id: 'procedure.copy-link',
        title: 'Copy link to this view',
        section: 'Procedure',
        keywords: ['share', 'address', 'url'],
        run: takeOut.copyLink,
      },
      {
        id: 'procedure.library',
        title: 'All procedures',
        section: 'Procedure',
        keywords: ['library', 'new', 'import', 'open'],
        run: () => navigate('/'),
      },
    ],
    [session, takeOut, navigate],
  );
  useCommands(rest);
  useCommands(history);
}

function useViewCommands(): void {
  const mode = useViewState(({ mode }) => mode);
  const commands = useMemo(
    (): readonly Command[] => [
      ...shellCommands,
      {
        id: 'view.inspector',
        title: 'Show or hide the inspector',
        section: 'View',
        keys: 'mod+i',
        heard: 'everywhere',
        keywords: ['details', 'panel'],
        ...(mode === 'simulate' && { unavailable: 'In Simulate the simulator stands there' }),
        run: () => viewNow().setInspectorOpen(!viewNow().inspectorOpen),
      },
    ],
    [mode],
  );
  useCommands(commands);
}

const shellCommands: readonly Command[] = [
  {
    id: 'view.commands',
    title: 'Command palette',
    section: 'View',
    keys: 'mod+k',
    heard: 'first',
    run: () => paletteNow().showCommands(),
  },
  {
    id: 'view.keys',
    title: 'Keyboard',
    section: 'View',
    keys: '?',
    heard: 'outside-text',
    keywords: ['shortcuts', 'help', 'cheat-sheet'],
    run: () => paletteNow().showKeys(),
  },
  {
    id: 'view.mode',
    title: 'Design or Simulate',
    section: 'View',
    keys: 'mod+enter',
    heard: 'everywhere',
    keywords: ['mode', 'rehearse', 'play'],
    run: () => viewNow().setMode(viewNow().mode === 'design' ? 'simulate' : 'design'),
  },
  {
    id: 'view.read',
    title: 'Canvas or reading view',
    section: 'View',
    keys: 'alt+r',
    heard: 'everywhere',
    keywords: ['plain language', 'text', 'print'],
    run: () => viewNow().setView(viewNow().view === 'canvas' ? 'read' : 'canvas'),
  },
  dockCommand('code', 'Show the code', 'alt+1'),
  dockCommand('simulator', 'Show the simulator', 'alt+2'),
  dockCommand('problems', 'Show the problems', 'alt+3'),
  {
    id: 'view.outline',
    title: 'Show or hide the outline',
    section: 'View',
    keys: 'mod+b',
    heard: 'everywhere',
    keywords: ['tree', 'panel', 'sidebar'],
    run: () => viewNow().setOutlineOpen(!viewNow().outlineOpen),
  },
  {
    id: 'view.dock',
    title: 'Show or hide the dock',
    section: 'View',
    keys: 'mod+j',
    heard: 'everywhere',
    keywords: ['panel', 'code', 'problems'],
    run: () => viewNow().setDockOpen(!viewNow().dockOpen),
  },
  {
    id: 'view.dock-place',
    title: 'Dock beside or below the canvas',
    section: 'View',
    run: () => viewNow().setDockPlace(viewNow().dockPlace === 'below' ? 'beside' : 'below'),
  },
  {
    id: 'view.next-panel',
    title: 'Next panel',
    section: 'View',
    keys: 'F6',
    heard: 'everywhere',
    keywords: ['focus'],
    run: () => focusNextPanel(1),
  },
  {
    id: 'view.previous-panel',
    title: 'Previous panel',
    section: 'View',
    keys: 'shift+F6',
    heard: 'everywhere',
    keywords: ['focus'],
    run: () => focusNextPanel(-1),
  },
  ...(['light', 'dark', 'system'] as const).map((theme): Command => ({
    id: `view.theme-${theme}`,
    title: theme === 'system' ? 'Theme: as the system' : `Theme: ${theme}`,
    section: 'View',
    keywords: ['appearance', 'colour', 'mode'],
    run: () => viewNow().setTheme(theme),
  })),
  ...(['compact', 'comfortable'] as const).map((density): Command => ({
    id: `view.density-${density}`,
    title: `Density: ${density}`,
    section: 'View',
    keywords: ['appearance', 'size'],
    run: () => viewNow().setDensity(density),
  })),
];

function dockCommand(tab: DockTab, title: string, keys: string): Command {
  return {
    id: `view.${tab}`,
    title,
    section: 'View',
    keys,
    heard: 'everywhere',
    keywords: ['panel', 'dock', 'show'],
    run: () => {
      // In Simulate mode the simulator is there already, beside the canvas.
      if (tab === 'simulator' && viewNow().mode === 'simulate') focusPanel('simulator');
      else viewNow().setDock(tab);
    },
  };
}
