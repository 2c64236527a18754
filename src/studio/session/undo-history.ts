import type * as Y from 'yjs';
import { invertChange, isNothing } from './text-change.ts';
import type { TextChange, TextOperation } from './text-change.ts';
import { createUndoStack } from './undo-stack.ts';
import type { UndoStack, UndoStep } from './undo-stack.ts';

/** Where a change of the draft came from. Only `gesture` and `typing` can be undone. */
export type ChangeOrigin = 'gesture' | 'typing' | 'undo' | 'layout' | 'remote' | 'stored';

/** Typing that pauses for less than this is one step. */
const typingPause = 500;

export interface UndoHistory {
  /** One step of its own. */
  gesture(label: string, write: () => void): void;
  /** Continues the step before it when `merge` says so, or when it is undecided and the pause was short. */
  typing(label: string, write: () => void, merge: boolean | undefined): void;
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
  undoLabel(): string | undefined;
  redoLabel(): string | undefined;
}

/**
 * The history of one person's own changes to a text and to what is arranged around it. Steps are kept as changes and moved over what
 * others do meanwhile. (Yjs's own manager leaves fragments behind when text that an undo brought back was edited
 * before the next undo.) What another person wrote or arranged is never taken back.
 */
export function createUndoHistory(
  doc: Y.Doc,
  text: Y.Text,
  /** Of plain values: positions, notes, sections. */
  maps: readonly Y.Map<unknown>[],
  now: () => number,
): UndoHistory {
  const done = createUndoStack();
  const undone = createUndoStack();
  /** What the write at hand does; undefined while none is. */
  let recording: { change: TextChange; readonly before: Map<string, unknown> } | undefined;
  let lastTyping: { readonly at: number; readonly label: string } | undefined;

  text.observe((event) => {
    const change = changeOf(event);
    if (recording !== undefined) recording.change = change;
    else for (const stack of [done, undone]) stack.changedByOthers(change);
  });
  for (const [index, map] of maps.entries()) {
    map.observe((event, transaction) => {
      for (const [key, { oldValue }] of event.changes.keys)
        recording?.before.set(placeOf(index, key), oldValue as unknown);
      if (recording === undefined && transaction.origin === ('remote' satisfies ChangeOrigin)) {
        const places = [...event.changes.keys.keys()].map((key) => placeOf(index, key));
        for (const stack of [done, undone]) stack.arrangedByOthers(places);
      }
    });
  }

  /** Writes; gives back what would take it back, or undefined when nothing changed. */
  function record(label: string, origin: ChangeOrigin, write: () => void): UndoStep | undefined {
    const before = text.toString();
    const record = { change: [] as TextChange, before: new Map<string, unknown>() };
    recording = record;
    try {
      doc.transact(write, origin);
    } finally {
      recording = undefined;
    }
    if (isNothing(record.change) && record.before.size === 0) return undefined;
    return { label, changes: [invertChange(record.change, before)], arranged: record.before };
  }

  function perform(label: string, origin: ChangeOrigin, write: () => void, merge: boolean): void {
    const step = record(label, origin, write);
    if (step === undefined) return;
    undone.clear();
    if (merge && done.top() !== undefined) done.extend(step);
    else done.push(step);
  }

  function travel(from: UndoStack, to: UndoStack): void {
    lastTyping = undefined;
    const step = from.pop();
    if (step === undefined) return;
    const back = record(step.label, 'undo', () => {
      for (const change of step.changes) text.applyDelta([...change]);
      for (const [place, value] of step.arranged) {
        const { index, key } = placeAt(place);
        if (value === undefined) maps[index]?.delete(key);
        else maps[index]?.set(key, value);
      }
    });
    // Nothing to take back any more, as others had done so: the way on is the next step.
    if (back === undefined) travel(from, to);
    else to.push(back);
  }

  return {
    gesture: (label, write) => {
      lastTyping = undefined;
      perform(label, 'gesture', write, false);
    },
    typing: (label, write, merge) => {
      const at = now();
      const continues =
        lastTyping !== undefined &&
        (merge ?? (lastTyping.label === label && at - lastTyping.at < typingPause));
      perform(label, 'typing', write, continues);
      lastTyping = { at, label };
    },
    undo: () => travel(done, undone),
    redo: () => travel(undone, done),
    canUndo: () => done.top() !== undefined,
    canRedo: () => undone.top() !== undefined,
    undoLabel: () => done.top()?.label,
    redoLabel: () => undone.top()?.label,
  };
}

/** An entry of one of the maps, as one word. */
function placeOf(index: number, key: string): string {
  return `${index} ${key}`;
}

function placeAt(place: string): { readonly index: number; readonly key: string } {
  const end = place.indexOf(' ');
  return { index: Number(place.slice(0, end)), key: place.slice(end + 1) };
}

/** What happened to the text, without what Yjs could tell of formats. */
function changeOf(event: Y.YTextEvent): TextChange {
  return event.delta.map((part): TextOperation => {
    if (typeof part.insert === 'string') return { insert: part.insert };
    return part.delete === undefined ? { retain: part.retain ?? 0 } : { delete: part.delete };
  });
}
