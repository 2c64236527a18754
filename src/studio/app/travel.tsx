import { create } from 'zustand';
import type { ProcedureSession } from '../session/procedure-session.ts';

interface Said {
  readonly text: string;
  /** The same sentence twice is news, too. */
  readonly tick: number;
}

const useSaid = create<Said>(() => ({ text: '', tick: 0 }));

/** Takes the last change back, or does it again, and says which. */
export function travel(session: ProcedureSession, direction: 'undo' | 'redo'): void {
  const { undoLabel, redoLabel } = session.snapshot();
  session[direction]();
  const label = (direction === 'undo' ? undoLabel : redoLabel) ?? 'last change';
  const text = `${direction === 'undo' ? 'Undone' : 'Done again'}: ${label}.`;
  useSaid.setState(({ tick }) => ({ text, tick: tick + 1 }));
}

/** Where it is read aloud. */
export function TravelStatus() {
  const { text, tick } = useSaid();
  return (
    <output className="sr-only">
      <span key={tick}>{text}</span>
    </output>
  );
}
