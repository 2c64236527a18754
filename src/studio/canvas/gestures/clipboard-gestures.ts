import { clipOf } from '../../../document/operations/clip.ts';
import { planDeleteElements } from '../../../document/operations/plan-delete-elements.ts';
import { planPaste } from '../../../document/operations/plan-paste.ts';
import { planned } from '../../../document/operations/plan.ts';
import { newId } from '../../api/new-id.ts';
import type { Arrangement, Note, Section } from '../../session/arrangement.ts';
import { appendPositions, takePositions, type Arranged } from '../../session/positions-note.ts';
import type { Position } from '../../session/procedure-session.ts';
import { announce, focusSoon } from '../canvas-state.ts';
import { onGrid, type Rect } from '../element-geometry.ts';
import { isElementKey, noteIdOf, noteKey, sectionIdOf, sectionKey } from '../element-key.ts';
import { freePlaceNear } from '../layout/place-near.ts';
import { boundsOf } from '../sections/section-boxes.ts';
import { nameOf } from './name-of.ts';
import type { Performer } from './performer.ts';
import { selectedKeys, selectKeys, withMembers } from './picked.ts';

/** Copying, cutting and pasting, as text: also between procedures, tabs and an editor. */
export class ClipboardGestures {
  constructor(readonly performer: Performer) {}

  /** What is selected, as YAML with positions, notes and sections behind it; empty where nothing is. */
  textOfSelection(): string {
    const { flow, setting } = this.performer;
    const { notes, sections } = setting.session.snapshot();
    const keys = withMembers(selectedKeys(), flow);
    const elements = keys.filter((key) => isElementKey(key));
    const text = clipOf(this.performer.document, elements);
    const arranged: Arranged = {
      positions: new Map(
        elements.flatMap((key) => (flow.rects.has(key) ? [[key, flow.rects.get(key)!]] : [])),
      ),
      notes: new Map(pick(keys, notes, noteIdOf)),
      sections: new Map(pick(keys, sections, sectionIdOf)),
    };
    if (text === '' && arranged.notes.size === 0) return '';
    announce(`Copied ${inWords(keys)}.`);
    return appendPositions(text, arranged);
  }

  cut(): string {
    const text = this.textOfSelection();
    if (text === '') return '';
    const { flow } = this.performer;
    const keys = withMembers(selectedKeys(), flow);
    const elements = keys.filter((key) => isElementKey(key));
    const gone: Arrangement = {
      notes: new Map(
        keys.flatMap((key) => (noteIdOf(key) === undefined ? [] : [[noteIdOf(key)!, undefined]])),
      ),
      sections: new Map(
        keys.flatMap((key) => (sectionIdOf(key) === undefined ? [] : [[sectionIdOf(key)!, undefined]])),
      ),
    };
    const plan =
      elements.length === 0
        ? planned([])
        : planDeleteElements(this.performer.document, elements, 'reconnect');
    if (!this.performer.perform(plan, `Cut ${inWords(keys)}`, `Cut ${inWords(keys)}.`, gone)) return '';
    selectKeys([]);
    return text;
  }

  /** With the middle of it all at a place, or in the middle of what is seen; nothing else moves. */
  paste(clip: string, at: Position | undefined): void {
    const { performer } = this;
    const { text, ...arranged } = takePositions(clip);
    const onlyNotes = text.trim() === '' && arranged.notes.size > 0;
    const { plan, copies } = onlyNotes
      ? { plan: planned([]), copies: new Map<string, string>() }
      : planPaste(performer.document, text);
    const placed = this.#placed(arranged, copies, at ?? performer.setting.centre());
    const keys = [...copies.values(), ...[...placed.notes.keys()].map(noteKey)];
    const what = inWords(keys);
    if (!performer.perform(plan, `Paste ${what}`, `Pasted ${what}.`, placed)) return;
    selectKeys([...keys, ...[...placed.sections.keys()].map(sectionKey)]);
    focusSoon(keys[0]);
  }

  /** What stood on the canvas with the originals, for the copies. */
  #placed(arranged: Arranged, copies: ReadonlyMap<string, string>, middle: Position): Arranged {
    const { flow } = this.performer;
    const known = [...arranged.positions].flatMap(([key, { x, y }]): [string, Rect][] => {
      const copy = copies.get(key);
      return copy === undefined ? [] : [[copy, { x, y, width: 248, height: 96 }]];
    });
    const rects = [...known.map(([, rect]) => rect), ...arranged.notes.values()];
    if (rects.length === 0) return { positions: new Map(), notes: new Map(), sections: new Map() };
    const bounds = boundsOf(rects);
    const wanted = { x: middle.x - bounds.width / 2, y: middle.y - bounds.height / 2 };
    const corner = freePlaceNear(wanted, bounds, [...flow.places.values()]);
    const moved = <Thing extends Position>(thing: Thing): Thing => ({
      ...thing,
      x: onGrid(thing.x + corner.x - bounds.x),
      y: onGrid(thing.y + corner.y - bounds.y),
    });
    const sections = [...arranged.sections.values()].flatMap((section): [string, Section][] => {
      const members = section.members.flatMap((key) => copies.get(key) ?? []);
      return members.length === 0 ? [] : [[newId(), { ...section, members }]];
    });
    return {
      positions: new Map(known.map(([key, { x, y }]) => [key, moved({ x, y })])),
      notes: new Map([...arranged.notes.values()].map((note): [string, Note] => [newId(), moved(note)])),
      sections: new Map(sections),
    };
  }
}

function* pick<Thing>(
  keys: readonly string[],
  things: ReadonlyMap<string, Thing>,
  idOf: (key: string) => string | undefined,
): Generator<readonly [string, Thing]> {
  for (const key of keys) {
    const id = idOf(key);
    const thing = id === undefined ? undefined : things.get(id);
    if (id !== undefined && thing !== undefined) yield [id, thing];
  }
}

function inWords(keys: readonly string[]): string {
  return keys.length === 1 ? nameOf(keys[0]!) : `${keys.length} elements`;
}
