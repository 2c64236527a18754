import { useEffect, useState } from 'react';
import { create } from 'zustand';

export const commandSections = [
  'Procedure',
  'View',
  'Canvas',
  'Outline',
  'Reading',
  'Code',
  'Simulator',
  'Go to',
] as const;

/** Something a person can do: listed in the command palette, and in the cheat-sheet when it has keys. */
export interface Command {
  /** Unique; `canvas.add-step`. */
  readonly id: string;
  /** What it does, as a person would say it: "Add a step". */
  readonly title: string;
  readonly section: (typeof commandSections)[number];
  /** As for `Kbd`, told only: the keys are heard where they work, unless `heard` says that the window hears them. */
  readonly keys?: string;
  /** More keys for the same. */
  readonly otherKeys?: readonly string[];
  /**
   * The window hears the keys wherever the focus is, or wherever nobody is typing; `first` even before a panel that has
   * a use of its own for them.
   */
  readonly heard?: 'first' | 'everywhere' | 'outside-text';
  /** More words that it is found by. */
  readonly keywords?: readonly string[];
  /** Why it cannot be done now; listed greyed with it. */
  readonly unavailable?: string | undefined;
  run(this: void): void;
}

interface CommandRegister {
  /** By who registered them. */
  readonly groups: ReadonlyMap<object, readonly Command[]>;
}

export const useCommandRegister = create<CommandRegister>()(() => ({ groups: new Map() }));

/** Offers commands while the caller is mounted. Give a stable array, or it registers anew on every render. */
export function useCommands(commands: readonly Command[]): void {
  const [owner] = useState(() => ({}));
  useEffect(() => {
    useCommandRegister.setState(({ groups }) => ({ groups: new Map(groups).set(owner, commands) }));
  }, [owner, commands]);
  useEffect(
    () => () =>
      useCommandRegister.setState(({ groups }) => {
        const rest = new Map(groups);
        rest.delete(owner);
        return { groups: rest };
      }),
    [owner],
  );
}

/** All commands on offer, by section; within one as they were registered. */
export function commandsIn({ groups }: CommandRegister): readonly Command[] {
  const all = [...groups.values()].flat();
  return commandSections.flatMap((section) => all.filter((command) => command.section === section));
}
