import { useEffect } from 'react';
import { commandsIn, useCommandRegister } from '../session/commands.ts';
import type { Command } from '../session/commands.ts';
import { matchesKeys } from '../ui/keys.ts';
import { notify } from '../ui/notify.tsx';

/** The keys that the window hears wherever the focus is. A panel that has used a key prevents its default; it is not used twice. */
export function useStudioKeys(): void {
  useEffect(() => {
    const press = (heard: readonly Heard[]) => (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const command = commandFor(event, heard);
      if (command === undefined) return;
      event.preventDefault();
      if (heard.includes('first')) event.stopPropagation();
      if (command.unavailable === undefined) command.run();
      else notify(command.unavailable);
    };
    const before = press(['first']);
    const after = press(['everywhere', 'outside-text']);
    document.addEventListener('keydown', before, { capture: true });
    document.addEventListener('keydown', after);
    return () => {
      document.removeEventListener('keydown', before, { capture: true });
      document.removeEventListener('keydown', after);
    };
  }, []);
}

type Heard = NonNullable<Command['heard']>;

function commandFor(event: KeyboardEvent, wanted: readonly Heard[]): Command | undefined {
  // A dialog has the keyboard to itself.
  if (event.target instanceof Element && event.target.closest('[role="dialog"]') !== null) return undefined;
  const typing = isEditable(event.target);
  return commandsIn(useCommandRegister.getState()).find(
    ({ heard, keys, otherKeys = [] }) =>
      heard !== undefined &&
      wanted.includes(heard) &&
      // A field that is being typed in takes back its own typing.
      (heard !== 'outside-text' || !typing) &&
      [...(keys === undefined ? [] : [keys]), ...otherKeys].some((each) => matchesKeys(event, each)),
  );
}

function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], .monaco-editor') !== null
  );
}
