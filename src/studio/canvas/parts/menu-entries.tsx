import { StickyNote } from 'lucide-react';
import { noteTones, type NoteTone } from '../../session/arrangement.ts';
import { breakpointsNow, useRehearsalSettings } from '../../session/rehearsal-settings.ts';
import { ElementIcon } from '../../ui/element-icon.tsx';
import { elementWord } from '../../ui/element-kind.ts';
import type { MenuEntry } from '../../ui/menu.tsx';
import { useViewState } from '../../session/view-state.ts';
import { ask, useCanvasState, type MenuTarget } from '../canvas-state.ts';
import { guardrailIdOf, noteIdOf, stepIdOf } from '../element-key.ts';
import type { Flow } from '../flow-from-document.ts';
import type { CanvasGestures } from '../gestures/canvas-gestures.ts';
import { inspect, selectAll } from '../gestures/canvas-keys.ts';
import { nameOf } from '../gestures/name-of.ts';
import type { ViewportControl } from '../viewport.ts';
import type { CanvasClipboard } from '../use-clipboard.ts';
import type { OpenCalled } from '../use-open-called.ts';
import { alignEntries } from './align-entries.tsx';
import { elementKinds } from './element-kinds.ts';

export interface MenuSetting {
  readonly gestures: CanvasGestures;
  readonly viewport: ViewportControl;
  readonly flow: Flow;
  readonly tidy: () => void;
  readonly tidySelection: () => void;
  readonly clipboard: CanvasClipboard;
  readonly openCalled: OpenCalled | undefined;
}

const separator: MenuEntry = { kind: 'separator' };

/** Where the canvas is there to look at. */
export function lookEntries({ viewport, flow }: MenuSetting): readonly MenuEntry[] {
  return [{ label: 'Fit to window', onSelect: () => viewport.fit(flow.places.values()) }];
}

/** All that can be done with what the menu was opened on. */
export function menuEntries(target: MenuTarget, setting: MenuSetting): readonly MenuEntry[] {
  switch (target.on) {
    case 'element':
      return elementEntries(target.key, target.branch, setting);
    case 'link':
      return linkEntries(target.key, setting);
    case 'tie':
      return tieEntries(target.key, setting);
    case 'note':
      return noteEntries(target.key, setting);
    case 'section':
      return sectionEntries(target.key, setting);
    case 'pane':
      return paneEntries(target, setting);
  }
}

function elementEntries(key: string, branch: number | undefined, setting: MenuSetting): readonly MenuEntry[] {
  const { gestures, flow, openCalled } = setting;
  const element = flow.elements.get(key);
  if (!element) return [];
  const { kind } = element.content;
  const step = stepIdOf(key);
  const selection = useViewState.getState().selection;
  const keys = selection.includes(key) ? selection : [key];
  const free = gestures.links.freePort(key);
  return [
    { kind: 'heading', label: `${elementWord[kind]} ${nameOf(key)}` },
    { label: 'Open in inspector', shortcut: 'enter', onSelect: () => inspect(key) },
    { label: 'Rename', shortcut: 'f2', onSelect: () => useCanvasState.setState({ renaming: key }) },
    separator,
    ...(free
      ? [{ label: 'Add next step…', shortcut: 'a', onSelect: () => ask({ for: 'kind', link: free }) }]
      : []),
    ...(kind === 'guardrail' || element.shape.ports.length > 0
      ? [
          {
            label: kind === 'guardrail' ? 'Tie to…' : 'Connect to…',
            shortcut: 'c',
            onSelect: () => ask({ for: 'target', from: key }),
          },
        ]
      : []),
    ...(step !== undefined && kind === 'decision' ? branchEntries(step, branch, setting) : []),
    ...tiesOfGuardrail(key, setting),
    ...(step !== undefined
      ? [
          { label: 'Start here', onSelect: () => gestures.elements.makeStart(step) },
          {
            label: 'Breakpoint',
            shortcut: 'f9',
            checked: breakpointsNow(gestures.performer.procedureId).includes(step),
            onSelect: () =>
              useRehearsalSettings.getState().toggleBreakpoint(gestures.performer.procedureId, step),
          },
        ]
      : []),
    ...(openCalled ? [{ label: `Open ${openCalled.title}`, shortcut: 'o', onSelect: openCalled.open }] : []),
    separator,
    ...(keys.length > 1
      ? [
          {
            kind: 'submenu' as const,
            label: 'Align and distribute',
            entries: alignEntries(gestures, setting.tidySelection),
          },
        ]
      : []),
    ...sectionsOf(keys, setting),
    separator,
    ...clipboardEntries(keys.length, setting),
    {
      label: keys.length > 1 ? `Duplicate ${keys.length}` : 'Duplicate',
      shortcut: 'mod+d',
      onSelect: () => gestures.elements.duplicate(keys),
    },
    {
      label: keys.length > 1 ? `Delete ${keys.length}` : 'Delete',
      shortcut: 'delete',
      danger: true,
      onSelect: () => gestures.deleteElements(keys),
    },
  ];
}

function clipboardEntries(count: number, { clipboard }: MenuSetting): readonly MenuEntry[] {
  const many = count > 1 ? ` ${count}` : '';
  return [
    { label: `Cut${many}`, shortcut: 'mod+x', onSelect: clipboard.cut },
    { label: `Copy${many}`, shortcut: 'mod+c', onSelect: clipboard.copy },
  ];
}

function sectionsOf(keys: readonly string[], { gestures, flow }: MenuSetting): readonly MenuEntry[] {
  const [first] = keys;
  const inOne = first !== undefined && gestures.sections.sectionOf(first) !== undefined;
  return [
    {
      label: keys.length > 1 ? `Make a section of ${keys.length}` : 'Make a section',
      shortcut: 'mod+g',
      onSelect: () => gestures.sections.group(keys),
    },
    ...(flow.boxes.length > 0
      ? [{ label: 'Put into section…', onSelect: () => ask({ for: 'section', keys }) }]
      : []),
    ...(inOne
      ? [{ label: 'Take out of section', onSelect: () => gestures.sections.put(keys, undefined) }]
      : []),
  ];
}

function noteEntries(key: string, { gestures, clipboard }: MenuSetting): readonly MenuEntry[] {
  const id = noteIdOf(key) ?? '';
  const tone = gestures.performer.flow.notes.get(id)?.tone;
  return [
    { kind: 'heading', label: 'Note' },
    { label: 'Write', shortcut: 'enter', onSelect: () => useCanvasState.setState({ renaming: key }) },
    separator,
    ...noteTones.map((each) => ({
      label: toneWord[each],
      checked: each === tone,
      onSelect: () => gestures.notes.paint([id], each),
    })),
    separator,
    { label: 'Cut', shortcut: 'mod+x', onSelect: clipboard.cut },
    { label: 'Copy', shortcut: 'mod+c', onSelect: clipboard.copy },
    { label: 'Delete', shortcut: 'delete', danger: true, onSelect: () => gestures.notes.delete([id]) },
  ];
}

const toneWord: Readonly<Record<NoteTone, string>> = {
  yellow: 'Yellow',
  blue: 'Blue',
  green: 'Green',
  rose: 'Rose',
  grey: 'Grey',
};

function sectionEntries(key: string, { gestures, flow, clipboard }: MenuSetting): readonly MenuEntry[] {
  const box = flow.boxes.find((each) => each.key === key);
  if (!box) return [];
  return [
    { kind: 'heading', label: `Section ${box.title}` },
    {
      label: box.collapsed ? 'Expand' : 'Collapse',
      shortcut: 'enter',
      onSelect: () => gestures.sections.toggle(box.id),
    },
    { label: 'Rename', shortcut: 'f2', onSelect: () => useCanvasState.setState({ renaming: key }) },
    { label: 'Select what is in it', onSelect: () => gestures.performer.select(box.members) },
    separator,
    { label: 'Copy', shortcut: 'mod+c', onSelect: clipboard.copy },
    {
      label: 'Dissolve',
      shortcut: 'mod+shift+g',
      onSelect: () => gestures.sections.ungroup([box.id]),
    },
  ];
}

function branchEntries(
  step: string,
  branch: number | undefined,
  { gestures, flow }: MenuSetting,
): readonly MenuEntry[] {
  const add: MenuEntry = { label: 'Add branch', shortcut: 'b', onSelect: () => gestures.addBranch(step) };
  const rows = flow.elements.get(`step:${step}`)?.content.rows.filter((row) => row.tone === 'branch') ?? [];
  if (branch === undefined) return [add];
  return [
    add,
    separator,
    { kind: 'heading', label: `Branch ${rows[branch]?.label ?? branch + 1}` },
    {
      label: 'Connect branch to…',
      onSelect: () => ask({ for: 'target', from: `step:${step}`, port: `branch:${branch}` }),
    },
    {
      label: 'Move branch up',
      disabled: branch === 0,
      onSelect: () => gestures.elements.moveBranch(step, branch, branch - 1),
    },
    {
      label: 'Move branch down',
      disabled: branch >= rows.length - 1,
      onSelect: () => gestures.elements.moveBranch(step, branch, branch + 1),
    },
    { label: 'Delete branch', danger: true, onSelect: () => gestures.elements.deleteBranch(step, branch) },
    separator,
  ];
}

function tiesOfGuardrail(key: string, { gestures, flow }: MenuSetting): readonly MenuEntry[] {
  if (guardrailIdOf(key) === undefined) return [];
  return flow.connections.ties
    .filter((tie) => tie.guardrail === key)
    .map((tie) => ({ label: `Untie from ${nameOf(tie.target)}`, onSelect: () => gestures.links.untie(tie) }));
}

function linkEntries(key: string, { gestures, flow }: MenuSetting): readonly MenuEntry[] {
  const connection = flow.connections.links.find((link) => link.key === key);
  if (!connection) return [];
  const { link, source, port, target } = connection;
  return [
    { kind: 'heading', label: 'Insert a step' },
    ...elementKinds
      .filter((kind) => kind !== 'guardrail')
      .map((kind) => ({
        label: elementWord[kind],
        icon: <ElementIcon kind={kind} />,
        onSelect: () => gestures.add(kind, { link }),
      })),
    separator,
    { label: 'Lead elsewhere…', onSelect: () => ask({ for: 'target', from: source, port }) },
    { label: `Select ${nameOf(target)}`, onSelect: () => gestures.performer.select([target]) },
    {
      label: 'Disconnect',
      shortcut: 'delete',
      danger: true,
      onSelect: () => gestures.links.disconnect(link),
    },
  ];
}

function tieEntries(key: string, { gestures, flow }: MenuSetting): readonly MenuEntry[] {
  const tie = flow.connections.ties.find((each) => each.key === key);
  if (!tie) return [];
  return [
    { label: `Select ${nameOf(tie.guardrail)}`, onSelect: () => gestures.performer.select([tie.guardrail]) },
    { label: 'Untie', shortcut: 'delete', danger: true, onSelect: () => gestures.links.untie(tie) },
  ];
}

function paneEntries(
  { at }: Extract<MenuTarget, { on: 'pane' }>,
  { gestures, viewport, flow, tidy, clipboard }: MenuSetting,
): readonly MenuEntry[] {
  return [
    { kind: 'heading', label: 'Add here' },
    ...elementKinds.map((kind) => ({
      label: elementWord[kind],
      icon: <ElementIcon kind={kind} />,
      onSelect: () => gestures.add(kind, { at }),
    })),
    { label: 'Note', icon: <StickyNote aria-hidden />, onSelect: () => gestures.notes.add(at) },
    separator,
    { label: 'Paste', shortcut: 'mod+v', onSelect: () => clipboard.paste(at) },
    { label: 'Select all', shortcut: 'mod+a', onSelect: () => selectAll(flow) },
    { label: 'Fit to window', shortcut: '1', onSelect: () => viewport.fit(flow.places.values()) },
    { label: 'Tidy layout', onSelect: tidy },
  ];
}
