import { useEffect, useRef } from 'react';
import type { Contact } from '../../engine/contact.ts';
import type { Program } from '../../engine/program.ts';
import { useViewState, viewNow } from '../session/view-state.ts';
import { useRehearsal } from './rehearsal-store.ts';

/** Opens the contact that the address names, once, and tells the address which one is open. */
export function useLinkedContact(
  procedureId: string,
  program: Program | undefined,
  contacts: readonly Contact[],
): void {
  const rehearsed = useRehearsal((state) => state.timeline?.contact.id);
  const open = useRehearsal((state) => state.open);
  const wanted = useViewState((state) => state.contact);
  const followed = useRef<string>(undefined);

  useEffect(() => {
    if (followed.current === procedureId || !program) return;
    followed.current = procedureId;
    const contact = contacts.find(({ id }) => id === wanted);
    if (contact && useRehearsal.getState().timeline === undefined) open(program, contact);
  }, [procedureId, program, contacts, wanted, open]);

  useEffect(() => {
    if (followed.current === procedureId) viewNow().setContact(rehearsed);
  }, [procedureId, rehearsed]);
}
