import type { TextEdit } from '../../document/text-edit.ts';

/** Keystrokes that follow each other in one place: they are undone together. */
export interface TypingRun {
  readonly kind: 'insert' | 'delete';
  /** Where the next keystroke must stand to belong to it, in the document after the run. */
  readonly end: number;
  /** Milliseconds, of the last keystroke. */
  readonly at: number;
}

const pause = 1000;

/** Whether an edit continues the run before it, and the run that it leaves open. */
export function continueTyping(
  previous: TypingRun | undefined,
  edits: readonly TextEdit[],
  now: number,
): { readonly merge: boolean; readonly run: TypingRun | undefined } {
  const [edit] = edits;
  if (!edit || edits.length > 1) return { merge: false, run: undefined };
  const inTime = previous !== undefined && now - previous.at < pause;
  if (edit.from === edit.to) {
    const merge =
      inTime && previous.kind === 'insert' && previous.end === edit.from && !/[\r\n]/.test(edit.insert);
    return { merge, run: { kind: 'insert', end: edit.from + edit.insert.length, at: now } };
  }
  if (edit.insert !== '') return { merge: false, run: undefined };
  const merge =
    inTime && previous.kind === 'delete' && (edit.to === previous.end || edit.from === previous.end);
  return { merge, run: { kind: 'delete', end: edit.from, at: now } };
}
