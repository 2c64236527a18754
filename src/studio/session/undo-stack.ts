import { transformChange } from './text-change.ts';
import type { TextChange } from './text-change.ts';

/** What takes one step back. */
export interface UndoStep {
  readonly label: string;
  /** One after the other; the first stands on the text as it was right after the step. */
  readonly changes: readonly TextChange[];
  /** What else to put back: positions, notes, sections, by place; undefined where there was nothing. */
  readonly arranged: ReadonlyMap<string, unknown>;
}

/** More steps than anyone goes back. */
const mostSteps = 1000;

/**
 * Steps, and between them what others did to the text since. The others' changes are carried along only when a step
 * is taken: the step moves over them, and they move over the step to the one below.
 */
export interface UndoStack {
  push(step: UndoStep): void;
  /** Puts what `step` takes back on top of what the uppermost step takes back. */
  extend(step: UndoStep): void;
  /** The uppermost step, on the text as it is now. */
  pop(): UndoStep | undefined;
  top(): UndoStep | undefined;
  clear(): void;
  /** Another person, or the layout, changed the text. */
  changedByOthers(change: TextChange): void;
  /** Another person arranged these: what they did stands. */
  arrangedByOthers(places: Iterable<string>): void;
}

interface Level {
  step: UndoStep;
  /** What others did after the step and before the next one. */
  readonly since: TextChange[];
}

export function createUndoStack(): UndoStack {
  let levels: Level[] = [];
  return {
    push: (step) => {
      levels.push({ step, since: [] });
      if (levels.length > mostSteps) levels.shift();
    },
    extend: (step) => {
      const level = levels.at(-1);
      if (level === undefined) return;
      const below = moved(level.step, level.since).step;
      level.since.splice(0);
      level.step = {
        label: below.label,
        changes: [...step.changes, ...below.changes],
        arranged: new Map([...step.arranged, ...below.arranged]),
      };
    },
    pop: () => {
      const level = levels.pop();
      if (level === undefined) return undefined;
      const { step, since } = moved(level.step, level.since);
      levels.at(-1)?.since.push(...since);
      return step;
    },
    top: () => levels.at(-1)?.step,
    clear: () => {
      levels = [];
    },
    changedByOthers: (change) => {
      levels.at(-1)?.since.push(change);
    },
    arrangedByOthers: (places) => {
      const theirs = new Set(places);
      for (const level of levels) {
        if (![...theirs].some((place) => level.step.arranged.has(place))) continue;
        const arranged = new Map([...level.step.arranged].filter(([place]) => !theirs.has(place)));
        level.step = { ...level.step, arranged };
      }
    },
  };
}

/** The step moved over what came since, and that moved over the step. */
function moved(step: UndoStep, since: readonly TextChange[]): Level {
  let changes = step.changes;
  const after: TextChange[] = [];
  for (const theirs of since) {
    let other = theirs;
    changes = changes.map((change) => {
      const next = transformChange(change, other, true);
      other = transformChange(other, change, false);
      return next;
    });
    after.push(other);
  }
  return { step: { ...step, changes }, since: after };
}
