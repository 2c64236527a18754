import type { KeyboardEvent } from 'react';
import { useSession } from '../session/session-context.tsx';

/** Among the contacts undo and redo are about the contacts. A field that is typed in takes back its own typing. */
export function useContactKeys(): (event: KeyboardEvent) => void {
  const session = useSession();
  return (event) => {
    if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    if (!(event.target instanceof Element) || event.target.closest('[data-contacts]') === null) return;
    if (event.target.closest('input, textarea, [contenteditable]') !== null) return;
    const key = event.key.toLowerCase();
    if (key === 'y' || (key === 'z' && event.shiftKey)) session.redoContacts();
    else if (key === 'z') session.undoContacts();
    else return;
    event.preventDefault();
  };
}
