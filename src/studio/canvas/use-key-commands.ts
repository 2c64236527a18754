import { useMemo } from 'react';
import { useCommands, type Command } from '../session/commands.ts';
import type { CanvasKeys } from './gestures/canvas-keys.ts';

type Press = Parameters<CanvasKeys['press']>[0];

const plain = { code: '', ctrlKey: false, metaKey: false, altKey: false };

/** Keys that speak of the element at hand, told in the cheat sheet; as commands they do as the key would. */
const told: readonly (Pick<Command, 'id' | 'title'> & { readonly keys: string; readonly press: Press })[] = [
  key('along', 'Along the first link; Left goes back', 'right', 'ArrowRight'),
  key('sibling', 'Next sibling; Up the one before', 'down', 'ArrowDown'),
  key('toggle', 'Pick the element, or let it go', 'space', ' '),
  key('form', 'Into the form; Escape comes back', 'enter', 'Enter'),
  key('branch', 'Add a branch', 'b', 'b'),
  key('link', 'Next link of this step', 'l', 'l'),
  key('nudge', 'Move the selection', 'shift+down', 'ArrowDown', true),
];

export function useKeyCommands(keys: CanvasKeys): void {
  useCommands(
    useMemo(
      () =>
        told.map(({ id, title, keys: written, press }): Command => ({
          id,
          title,
          section: 'Canvas',
          keys: written,
          run: () => void keys.press(press),
        })),
      [keys],
    ),
  );
}

function key(id: string, title: string, keys: string, pressed: string, shiftKey = false) {
  return { id: `canvas.key-${id}`, title, keys, press: { ...plain, key: pressed, shiftKey } };
}
