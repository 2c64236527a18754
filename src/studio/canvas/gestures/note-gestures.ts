import { noteTones, type Note, type NoteTone } from '../../session/arrangement.ts';
import type { Position } from '../../session/procedure-session.ts';
import { newId } from '../../api/new-id.ts';
import { announce, focusSoon, useCanvasState } from '../canvas-state.ts';
import { onGrid } from '../element-geometry.ts';
import { noteKey } from '../element-key.ts';
import { freePlaceNear } from '../layout/place-near.ts';
import type { Performer } from './performer.ts';
import { selectKeys } from './picked.ts';

const firstSize = { width: 208, height: 112 };
const least = { width: 96, height: 48 };

/** Notes: said about a procedure, no part of it. */
export class NoteGestures {
  constructor(readonly performer: Performer) {}

  /** A new one with its middle there, or where there is room near the middle of what is seen, ready to be written in. */
  add(at?: Position): void {
    const id = newId();
    const { width, height } = firstSize;
    const { setting, flow } = this.performer;
    const middle = at ?? setting.centre();
    const corner = { x: onGrid(middle.x - width / 2), y: onGrid(middle.y - height / 2) };
    const place = at ? corner : freePlaceNear(corner, firstSize, [...flow.places.values()]);
    const note: Note = {
      text: '',
      ...place,
      ...firstSize,
      tone: noteTones[0],
    };
    this.#set(new Map([[id, note]]), 'Add note');
    selectKeys([noteKey(id)]);
    useCanvasState.setState({ renaming: noteKey(id), focused: noteKey(id) });
    announce('Added a note. Type its text; Escape leaves it.');
  }

  write(id: string, text: string): void {
    const note = this.#notes.get(id);
    if (!note || note.text === text) return;
    this.#set(new Map([[id, { ...note, text }]]), 'Write note');
  }

  paint(ids: readonly string[], tone: NoteTone): void {
    this.#set(
      this.#changed(ids, (note) => ({ ...note, tone })),
      'Colour note',
    );
    announce(`The note is ${tone} now.`);
  }

  resize(id: string, width: number, height: number): void {
    const size = {
      width: Math.max(least.width, onGrid(width)),
      height: Math.max(least.height, onGrid(height)),
    };
    this.#set(
      this.#changed([id], (note) => ({ ...note, ...size })),
      'Resize note',
    );
  }

  /** By the keyboard. */
  grow(id: string, by: Position): void {
    const note = this.#notes.get(id);
    if (note) this.resize(id, note.width + by.x, note.height + by.y);
  }

  delete(ids: readonly string[]): void {
    this.#set(new Map(ids.map((id) => [id, undefined])), ids.length === 1 ? 'Delete note' : 'Delete notes');
    announce(ids.length === 1 ? 'Deleted the note.' : `Deleted ${ids.length} notes.`);
    selectKeys([]);
    focusSoon(undefined);
  }

  get #notes(): ReadonlyMap<string, Note> {
    return this.performer.setting.session.snapshot().notes;
  }

  #changed(ids: readonly string[], change: (note: Note) => Note): ReadonlyMap<string, Note> {
    return new Map(
      ids.flatMap((id) => {
        const note = this.#notes.get(id);
        return note ? [[id, change(note)] as const] : [];
      }),
    );
  }

  #set(notes: ReadonlyMap<string, Note | undefined>, label: string): void {
    this.performer.setting.session.arrange({ notes }, label);
  }
}
