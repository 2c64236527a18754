import { useMemo } from 'react';
import { useCommands, type Command } from '../session/commands.ts';
import { elementWord } from '../ui/element-kind.ts';
import { ask, useCanvasState } from './canvas-state.ts';
import { useCanvasPreferences } from './canvas-preferences.ts';
import { currentFlow } from './drawn-flow.ts';
import type { CanvasGestures } from './gestures/canvas-gestures.ts';
import { selectAll, showNextTies, showTies, zoomToSelection } from './gestures/canvas-keys.ts';
import { selectedKeys } from './gestures/picked.ts';
import { alignChoices, distributeChoices } from './parts/align-entries.tsx';
import { elementKinds } from './parts/element-kinds.ts';
import type { CanvasClipboard } from './use-clipboard.ts';
import type { ViewportControl } from './viewport.ts';

interface CommandSetting {
  readonly gestures: CanvasGestures;
  readonly viewport: ViewportControl;
  readonly clipboard: CanvasClipboard;
  readonly tidy: () => void;
  readonly tidySelection: () => void;
}

/** All that can be done on the canvas, for the command palette and the cheat sheet. */
export function useCanvasCommands(setting: CommandSetting): void {
  const { gestures, viewport, clipboard, tidy, tidySelection } = setting;
  const commands = useMemo(
    () => [
      ...elementCommands({ gestures, viewport, clipboard, tidy, tidySelection }),
      ...placeCommands({ gestures, viewport, clipboard, tidy, tidySelection }),
      ...viewCommands(viewport),
    ],
    [gestures, viewport, clipboard, tidy, tidySelection],
  );
  useCommands(commands);
}

const onCanvas = { section: 'Canvas' } as const;

function elementCommands({ gestures, clipboard }: CommandSetting): readonly Command[] {
  const selected = (): readonly string[] => selectedKeys();
  return [
    { ...onCanvas, id: 'canvas.add', title: 'Add a step…', keys: 'a', run: () => ask({ for: 'kind' }) },
    ...elementKinds.map((kind) => ({
      ...onCanvas,
      id: `canvas.add-${kind}`,
      title: `Add ${elementWord[kind].toLowerCase()}`,
      run: () => gestures.add(kind),
    })),
    {
      ...onCanvas,
      id: 'canvas.add-note',
      title: 'Add note',
      keys: 'n',
      keywords: ['sticker'],
      run: () => gestures.notes.add(),
    },
    {
      ...onCanvas,
      id: 'canvas.connect',
      title: 'Connect the selected step to…',
      keys: 'c',
      keywords: ['link', 'tie'],
      run: () => {
        const from = selected().at(-1);
        if (from !== undefined && currentFlow().elements.has(from)) ask({ for: 'target', from });
      },
    },
    {
      ...onCanvas,
      id: 'canvas.rename',
      title: 'Rename what is selected',
      keys: 'f2',
      run: () => useCanvasState.setState({ renaming: selected().at(-1) }),
    },
    { ...onCanvas, id: 'canvas.copy', title: 'Copy the selection', keys: 'mod+c', run: clipboard.copy },
    { ...onCanvas, id: 'canvas.cut', title: 'Cut the selection', keys: 'mod+x', run: clipboard.cut },
    {
      ...onCanvas,
      id: 'canvas.paste',
      title: 'Paste steps',
      keys: 'mod+v',
      run: () => clipboard.paste(),
    },
    {
      ...onCanvas,
      id: 'canvas.duplicate',
      title: 'Duplicate the selection',
      keys: 'mod+d',
      run: () => gestures.elements.duplicate(selected().filter((key) => currentFlow().elements.has(key))),
    },
    {
      ...onCanvas,
      id: 'canvas.delete',
      title: 'Delete the selection',
      keys: 'delete',
      run: () => gestures.deleteSelection(),
    },
    {
      ...onCanvas,
      id: 'canvas.select-all',
      title: 'Select everything',
      keys: 'mod+a',
      run: () => selectAll(currentFlow()),
    },
  ];
}

function placeCommands({ gestures, tidy, tidySelection }: CommandSetting): readonly Command[] {
  return [
    ...alignChoices.map(({ how, title, keys }) => ({
      ...onCanvas,
      id: `canvas.align-${how}`,
      title,
      keys,
      run: () => gestures.arrange.align(how),
    })),
    ...distributeChoices.map(({ direction, title, keys }) => ({
      ...onCanvas,
      id: `canvas.distribute-${direction}`,
      title,
      keys,
      run: () => gestures.arrange.distribute(direction),
    })),
    {
      ...onCanvas,
      id: 'canvas.tidy',
      title: 'Tidy the layout',
      keywords: ['arrange', 'auto layout'],
      run: tidy,
    },
    {
      ...onCanvas,
      id: 'canvas.tidy-selection',
      title: 'Tidy the selection',
      keys: 'shift+t',
      keywords: ['arrange', 'layout'],
      run: tidySelection,
    },
    {
      ...onCanvas,
      id: 'canvas.section',
      title: 'Make a section of the selection',
      keys: 'mod+g',
      keywords: ['group'],
      run: () => gestures.sections.group(selectedKeys()),
    },
    {
      ...onCanvas,
      id: 'canvas.dissolve',
      title: 'Dissolve the selected section',
      keys: 'mod+shift+g',
      keywords: ['ungroup'],
      run: () => gestures.sections.ungroup(gestures.sections.among(selectedKeys())),
    },
    {
      ...onCanvas,
      id: 'canvas.collapse',
      title: 'Collapse all sections',
      run: () => gestures.sections.setAll(true),
    },
    {
      ...onCanvas,
      id: 'canvas.expand',
      title: 'Expand all sections',
      run: () => gestures.sections.setAll(false),
    },
    {
      ...onCanvas,
      id: 'canvas.snap',
      title: 'Snap to neighbours while dragging: on or off',
      keywords: ['guides'],
      run: () => useCanvasPreferences.setState(({ snap }) => ({ snap: !snap })),
    },
  ];
}

function viewCommands(viewport: ViewportControl): readonly Command[] {
  const onView = { section: 'View' } as const;
  return [
    {
      ...onView,
      id: 'canvas.fit',
      title: 'Fit the canvas to the window',
      keys: '1',
      run: () => viewport.fit(currentFlow().places.values()),
    },
    {
      ...onView,
      id: 'canvas.zoom-selection',
      title: 'Zoom to the selection',
      keys: '2',
      run: () => zoomToSelection(currentFlow(), viewport),
    },
    { ...onView, id: 'canvas.zoom-100', title: 'Zoom to 100 %', keys: '0', run: () => viewport.zoomTo(1) },
    { ...onView, id: 'canvas.zoom-in', title: 'Zoom in', keys: 'plus', run: () => viewport.zoomBy(1.25) },
    { ...onView, id: 'canvas.zoom-out', title: 'Zoom out', keys: '-', run: () => viewport.zoomBy(0.8) },
    {
      ...onView,
      id: 'canvas.ties',
      title: 'Show or hide guardrail ties',
      keys: 't',
      run: showNextTies,
    },
    {
      ...onView,
      id: 'canvas.ties-selected',
      title: 'Show the guardrail ties of the selection',
      run: () => showTies('selected'),
    },
  ];
}
