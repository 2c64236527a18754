import * as Y from 'yjs';
import type { Position } from './procedure-doc.ts';

/** Where a change of the draft came from. Only `gesture` and `typing` can be undone. */
export type ChangeOrigin = 'gesture' | 'typing' | 'layout' | 'remote' | 'stored';

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
 * The history of one person's own changes to `types`. Yjs would merge by time alone; here gestures never merge, and
 * nothing merges across an undo.
 */
export function createUndoHistory(
  doc: Y.Doc,
  types: readonly (Y.Text | Y.Map<Position>)[],
  now: () => number,
): UndoHistory {
  const manager = new Y.UndoManager([...types], {
    trackedOrigins: new Set<ChangeOrigin>(['gesture', 'typing']),
    captureTimeout: Number.POSITIVE_INFINITY,
  });
  let lastTyping: { readonly at: number; readonly label: string } | undefined;

  const write = (label: string, origin: ChangeOrigin, change: () => void, merge: boolean): void => {
    if (!merge) manager.stopCapturing();
    doc.transact(change, origin);
    const step = manager.undoStack.at(-1);
    if (step !== undefined && !step.meta.has('label')) step.meta.set('label', label);
  };

  const travel = (
    go: () => Y.UndoManager['currStackItem'],
    label: string | undefined,
    back: 'redoStack' | 'undoStack',
  ) => {
    lastTyping = undefined;
    manager.stopCapturing();
    if (go() !== null) manager[back].at(-1)?.meta.set('label', label);
  };

  return {
    gesture: (label, change) => {
      lastTyping = undefined;
      write(label, 'gesture', change, false);
    },
    typing: (label, change, merge) => {
      const at = now();
      const continues =
        lastTyping !== undefined &&
        (merge ?? (lastTyping.label === label && at - lastTyping.at < typingPause));
      write(label, 'typing', change, continues);
      lastTyping = { at, label };
    },
    undo: () => travel(() => manager.undo(), labelOf(manager.undoStack), 'redoStack'),
    redo: () => travel(() => manager.redo(), labelOf(manager.redoStack), 'undoStack'),
    canUndo: () => manager.canUndo(),
    canRedo: () => manager.canRedo(),
    undoLabel: () => labelOf(manager.undoStack),
    redoLabel: () => labelOf(manager.redoStack),
  };
}

function labelOf(stack: Y.UndoManager['undoStack']): string | undefined {
  const label: unknown = stack.at(-1)?.meta.get('label');
  return typeof label === 'string' ? label : undefined;
}
