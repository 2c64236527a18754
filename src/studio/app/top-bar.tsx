import {
  CircleHelp,
  Command as CommandIcon,
  Copy,
  Download,
  EllipsisVertical,
  Link as LinkIcon,
  PanelBottom,
  PanelLeft,
  PanelRight,
  Redo2,
  Search,
  Share,
  Undo2,
} from 'lucide-react';
import { Link } from 'wouter';
import { findNow } from '../find/find-state.ts';
import { paletteNow } from '../palette/palette-state.ts';
import { useSession, useSnapshot } from '../session/session-context.tsx';
import { useViewState } from '../session/view-state.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import type { MenuEntry } from '../ui/menu.tsx';
import { useAppearanceEntries } from './appearance-entries.ts';
import { Breadcrumb } from './breadcrumb.tsx';
import { Logo } from './logo.tsx';
import { ModeSwitch } from './mode-switch.tsx';
import { ProblemsButton } from './problems-button.tsx';
import { SaveStatus } from './save-status.tsx';
import { TitleField } from './title-field.tsx';
import { travel } from './travel.tsx';
import { ViewSwitch } from './view-switch.tsx';
import { useTakeOut } from './use-take-out.ts';

export interface TopBarProps {
  readonly isNarrow: boolean;
}

export function TopBar({ isNarrow }: TopBarProps) {
  const session = useSession();
  const { canUndo, canRedo, undoLabel, redoLabel } = useSnapshot();
  const takeOut = useTakeOut();
  const appearance = useAppearanceEntries();
  const panels = usePanelEntries();
  const { showCommands, showKeys } = paletteNow();

  const sharing: readonly MenuEntry[] = [
    { label: 'Export YAML', icon: <Download aria-hidden />, shortcut: 'mod+e', onSelect: takeOut.exportYaml },
    {
      label: 'Export YAML with positions',
      icon: <Download aria-hidden />,
      onSelect: takeOut.exportWithPositions,
    },
    {
      label: 'Export sample contacts',
      icon: <Download aria-hidden />,
      disabled: session.contacts.length === 0,
      onSelect: takeOut.exportContacts,
    },
    { kind: 'separator' },
    { label: 'Copy YAML', icon: <Copy aria-hidden />, onSelect: takeOut.copyYaml },
    { label: 'Copy link to this view', icon: <LinkIcon aria-hidden />, onSelect: takeOut.copyLink },
  ];
  const find: MenuEntry = {
    label: 'Find in everything',
    icon: <Search aria-hidden />,
    shortcut: 'mod+f',
    onSelect: () => findNow().open(),
  };
  const commands: MenuEntry = {
    label: 'Commands',
    icon: <CommandIcon aria-hidden />,
    shortcut: 'mod+k',
    onSelect: showCommands,
  };
  const keys: MenuEntry = {
    label: 'Keyboard',
    icon: <CircleHelp aria-hidden />,
    shortcut: '?',
    onSelect: showKeys,
  };
  const separator: MenuEntry = { kind: 'separator' };

  return (
    <header className="flex h-12 shrink-0 items-center gap-1 border-b border-line bg-surface px-2 pointer-coarse:h-14">
      <Link
        href="/"
        aria-label="All procedures"
        title="All procedures"
        className="flex size-(--control) shrink-0 items-center justify-center rounded-md hover:bg-hover"
      >
        <Logo />
      </Link>
      <div className="flex min-w-0 grow basis-0 items-center gap-1">
        <Breadcrumb />
        <TitleField />
        <SaveStatus />
      </div>
      {!isNarrow && (
        <div className="flex shrink-0 gap-2">
          <ModeSwitch />
          <ViewSwitch />
        </div>
      )}
      <div className="flex items-center shrink-0 justify-end gap-0.5 md:grow md:basis-0">
        <ProblemsButton />
        <IconButton
          label={canUndo ? `Undo: ${undoLabel ?? 'last change'}` : 'Nothing to undo'}
          shortcut="mod+z"
          disabled={!canUndo}
          onClick={() => travel(session, 'undo')}
        >
          <Undo2 aria-hidden />
        </IconButton>
        <IconButton
          label={canRedo ? `Redo: ${redoLabel ?? 'last change'}` : 'Nothing to redo'}
          shortcut="mod+shift+z"
          disabled={!canRedo}
          onClick={() => travel(session, 'redo')}
        >
          <Redo2 aria-hidden />
        </IconButton>
        {isNarrow ? (
          <Menu entries={[find, commands, separator, ...sharing, separator, ...appearance]}>
            <IconButton label="More">
              <EllipsisVertical aria-hidden />
            </IconButton>
          </Menu>
        ) : (
          <>
            <Menu entries={sharing}>
              <IconButton label="Export and share">
                <Share aria-hidden />
              </IconButton>
            </Menu>
            <Menu entries={[...panels, ...appearance, separator, commands, keys]}>
              <IconButton label="View">
                <EllipsisVertical aria-hidden />
              </IconButton>
            </Menu>
            <IconButton label="Find in everything" shortcut="mod+f" onClick={() => findNow().open()}>
              <Search aria-hidden />
            </IconButton>
            <IconButton label="Commands" shortcut="mod+k" onClick={showCommands}>
              <CommandIcon aria-hidden />
            </IconButton>
          </>
        )}
      </div>
    </header>
  );
}

function usePanelEntries(): readonly MenuEntry[] {
  const {
    mode,
    dockOpen,
    dockPlace,
    outlineOpen,
    inspectorOpen,
    setDockOpen,
    setDockPlace,
    setOutlineOpen,
    setInspectorOpen,
  } = useViewState();
  return [
    { kind: 'heading', label: 'Panels' },
    {
      label: 'Outline',
      icon: <PanelLeft aria-hidden />,
      checked: outlineOpen,
      onSelect: () => setOutlineOpen(!outlineOpen),
    },
    {
      label: 'Inspector',
      icon: <PanelRight aria-hidden />,
      checked: inspectorOpen && mode === 'design',
      disabled: mode === 'simulate',
      onSelect: () => setInspectorOpen(!inspectorOpen),
    },
    {
      label: 'Dock',
      icon: <PanelBottom aria-hidden />,
      checked: dockOpen,
      onSelect: () => setDockOpen(!dockOpen),
    },
    {
      label: 'Dock beside the canvas',
      icon: <PanelRight aria-hidden />,
      checked: dockPlace === 'beside',
      onSelect: () => setDockPlace(dockPlace === 'beside' ? 'below' : 'beside'),
    },
  ];
}
