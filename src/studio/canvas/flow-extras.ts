import type { Note } from '../session/arrangement.ts';
import type { Position } from '../session/procedure-session.ts';
import { noteKey } from './element-key.ts';
import { sectionHandles } from './flow-nodes.ts';
import type { FlowNode, NoteNode, SectionNode } from './flow-types.ts';
import type { SectionBox } from './sections/section-boxes.ts';

/** Below the links, above the links: frames lie behind what they hold, notes before everything. */
const behind = -1;
const before = 2;

interface Seen {
  readonly selected: boolean;
  readonly tabStop: boolean;
}

export function noteNode(
  id: string,
  note: Note,
  { at, editing, selected, tabStop }: Seen & { readonly at: Position; readonly editing: boolean },
  known: FlowNode | undefined,
): NoteNode {
  if (
    known?.type === 'note' &&
    known.data.note === note &&
    known.data.editing === editing &&
    sameSeen(known, at, { selected, tabStop })
  )
    return known;
  const { width, height } = note;
  return {
    id: noteKey(id),
    type: 'note',
    position: { x: at.x, y: at.y },
    data: { note, editing },
    selected,
    zIndex: before,
    width,
    height,
    measured: { width, height },
    handles: [],
    ariaLabel: `Note ${firstWords(note.text)}`,
    domAttributes: { tabIndex: tabStop ? 0 : -1 },
  };
}

export function sectionNode(
  box: SectionBox,
  errors: number,
  { selected, tabStop, renaming }: Seen & { readonly renaming: boolean },
  known: FlowNode | undefined,
): SectionNode {
  const { rect } = box;
  if (
    known?.type === 'section' &&
    known.data.errors === errors &&
    known.data.renaming === renaming &&
    sameBox(known.data.box, box) &&
    sameSeen(known, rect, { selected, tabStop })
  )
    return known;
  const { width, height } = rect;
  const count = `${box.members.length} ${box.members.length === 1 ? 'element' : 'elements'}`;
  return {
    id: box.key,
    type: 'section',
    position: { x: rect.x, y: rect.y },
    data: { box, errors, renaming },
    selected,
    zIndex: box.collapsed ? 0 : behind,
    width,
    height,
    measured: { width, height },
    handles: box.collapsed ? sectionHandles : [],
    dragHandle: '.section-head',
    style: box.collapsed ? {} : { pointerEvents: 'none' },
    ariaLabel: `Section ${box.title}`,
    domAttributes: {
      tabIndex: tabStop ? 0 : -1,
      'aria-expanded': !box.collapsed,
      'aria-description': count,
    },
  };
}

function sameSeen(known: FlowNode, at: Position, { selected, tabStop }: Seen): boolean {
  return (
    known.selected === selected &&
    (known.domAttributes?.tabIndex === 0) === tabStop &&
    known.position.x === at.x &&
    known.position.y === at.y
  );
}

function sameBox(a: SectionBox, b: SectionBox): boolean {
  return (
    a.title === b.title &&
    a.collapsed === b.collapsed &&
    a.rect.width === b.rect.width &&
    a.rect.height === b.rect.height &&
    a.members.length === b.members.length &&
    a.members.every((key, index) => key === b.members[index])
  );
}

function firstWords(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
