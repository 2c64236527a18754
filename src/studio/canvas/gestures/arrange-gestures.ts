import type { Arrangement, Note } from '../../session/arrangement.ts';
import type { Position } from '../../session/procedure-session.ts';
import { announce } from '../canvas-state.ts';
import type { Rect } from '../element-geometry.ts';
import { isElementKey, noteIdOf, sectionIdOf } from '../element-key.ts';
import type { Flow } from '../flow-from-document.ts';
import { aligned, distributed, type Alignment, type Direction } from './align.ts';
import { nameOf } from './name-of.ts';
import type { Performer } from './performer.ts';
import { selectedKeys, withMembers } from './picked.ts';

const inWords: Readonly<Record<Alignment, string>> = {
  left: 'left edges',
  centre: 'centres',
  right: 'right edges',
  top: 'top edges',
  middle: 'middles',
  bottom: 'bottom edges',
};

/** Moving, aligning and distributing: what changes where things stand and nothing else. */
export class ArrangeGestures {
  constructor(readonly performer: Performer) {}

  /** By the keyboard, or dropped after a drag. Keys of elements and notes. */
  move(positions: ReadonlyMap<string, Position>, how = 'Move'): void {
    const [first] = positions.keys();
    if (first === undefined) return;
    const what = positions.size === 1 ? nameOf(first) : `${positions.size} elements`;
    this.#arrange(positions, `${how} ${what}`);
    announce(how === 'Move' ? `Moved ${what}.` : `${how} ${what}.`);
  }

  /** What is selected, with what is in selected sections, by so much. */
  nudge(by: Position): void {
    const keys = withMembers(selectedKeys(), this.#flow);
    this.move(
      new Map([...rectsOf(keys, this.#flow)].map(([key, { x, y }]) => [key, { x: x + by.x, y: y + by.y }])),
    );
  }

  align(how: Alignment): void {
    const rects = rectsOf(selectedKeys(), this.#flow);
    if (rects.size < 2) {
      announce('Select at least two elements to align.');
      return;
    }
    this.#arrange(aligned(rects, how), 'Align');
    announce(`Aligned the ${inWords[how]} of ${rects.size} elements.`);
  }

  distribute(direction: Direction): void {
    const rects = rectsOf(selectedKeys(), this.#flow);
    if (rects.size < 3) {
      announce('Select at least three elements to distribute.');
      return;
    }
    this.#arrange(distributed(rects, direction), 'Distribute');
    announce(`Distributed ${rects.size} elements ${direction}.`);
  }

  get #flow(): Flow {
    return this.performer.flow;
  }

  #arrange(places: ReadonlyMap<string, Position>, label: string): void {
    if (places.size > 0) this.performer.setting.session.arrange(arrangementOf(places, this.#flow), label);
  }
}

/** Places of elements and notes as a change of the session's. */
export function arrangementOf(places: ReadonlyMap<string, Position>, { notes }: Flow): Arrangement {
  const moved = new Map<string, Note>();
  for (const [key, at] of places) {
    const id = noteIdOf(key);
    const note = id === undefined ? undefined : notes.get(id);
    if (id !== undefined && note) moved.set(id, { ...note, x: at.x, y: at.y });
  }
  return { positions: new Map([...places].filter(([key]) => isElementKey(key))), notes: moved };
}

function rectsOf(keys: readonly string[], { places, rects }: Flow): ReadonlyMap<string, Rect> {
  return new Map(
    keys.flatMap((key) => {
      const rect = sectionIdOf(key) === undefined ? (rects.get(key) ?? places.get(key)) : undefined;
      return rect ? [[key, rect] as const] : [];
    }),
  );
}
