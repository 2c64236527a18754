import { useEffect } from 'react';
import { commandsIn, useCommandRegister } from '../session/commands.ts';
import type { Command } from '../session/commands.ts';
import { matchesKeys } from '../ui/keys.ts';
import { notify } from '../ui/notify.tsx';

/** The keys that the window hears wherever the focus is. A panel that has used a key prevents its default; it is not used twice. */
export function useStudioKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const command = commandFor(event);
      if (command === undefined) return;
      event.preventDefault();
      if (command.unavailable === undefined) command.run();
      else notify(command.unavailable);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

function commandFor(event: KeyboardEvent): Command | undefined {
  // A dialog has the keyboard to itself.
  if (event.target instanceof Element && event.target.closest('[role="dialog"]') !== null) return undefined;
  const typing = isEditable(event.target);
  return commandsIn(useCommandRegister.getState()).find(
    ({ heard, keys, otherKeys = [] }) =>
      // A field that is being typed in takes back its own typing.
      (heard === 'everywhere' || (heard === 'outside-text' && !typing)) &&
      [...(keys === undefined ? [] : [keys]), ...otherKeys].some((each) => matchesKeys(event, each)),
  );
}

function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], .monaco-editor') !== null
  );
}
