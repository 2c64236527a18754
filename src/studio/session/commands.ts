import { useEffect } from 'react';
import { create } from 'zustand';

/** Something a person can do: listed in the command palette, and in the cheat-sheet when it has keys. */
export interface Command {
  /** Unique; `canvas.add-step`. */
  readonly id: string;
  /** What it does, as a person would say it: "Add a step". */
  readonly title: string;
  readonly section: 'Procedure' | 'Canvas' | 'Outline' | 'Reading' | 'Code' | 'Simulator' | 'View' | 'Go to';
  /** As for `Kbd`, told only: the keys are heard where they work. */
  readonly keys?: string;
  /** Why it cannot be done now; listed greyed with it. */
  readonly unavailable?: string;
  run(this: void): void;
}

interface CommandRegister {
  /** By who registered them. */
  readonly groups: ReadonlyMap<object, readonly Command[]>;
}

export const useCommandRegister = create<CommandRegister>()(() => ({ groups: new Map() }));

/** Offers commands while the caller is mounted. Give a stable array, or it registers anew on every render. */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => {
    const owner = {};
    useCommandRegister.setState(({ groups }) => ({ groups: new Map(groups).set(owner, commands) }));
    return () =>
      useCommandRegister.setState(({ groups }) => {
        const rest = new Map(groups);
        rest.delete(owner);
        return { groups: rest };
      });
  }, [commands]);
}
