import { useMemo, useState, useSyncExternalStore } from 'react';
import { useDocument, useSession } from '../session/session-context.tsx';
import { notify } from '../ui/notify.tsx';
import type { Contact } from '../../engine/contact.ts';
import { contactAsData } from './contact-as-data.ts';
import {
  findContact,
  freeId,
  newContact,
  planAddContact,
  planDeleteContact,
  planDuplicateContact,
  readContactsText,
  type ContactsText,
} from './contacts-text.ts';
import type { Plan } from '../../document/operations/plan.ts';

/** The contacts of the open procedure, read anew when their text changes. */
export function useContactsText(): ContactsText {
  const { contacts } = useSession();
  const text = useSyncExternalStore(
    (listener) => {
      contacts.observe(listener);
      return () => contacts.unobserve(listener);
    },
    () => contacts.toString(),
  );
  const [read] = useState(contactsReader);
  return useMemo(() => read(text), [read, text]);
}

/** Rereads only what changed since the text before. */
function contactsReader(): (text: string) => ContactsText {
  let previous: ContactsText | undefined;
  return (text) => (previous = readContactsText(text, previous));
}

/** What can be done with contacts; each is one undo step of the contacts' own history. */
export interface ContactActions {
  /** Returns the new contact's id. */
  add(): string;
  duplicate(id: string): string | undefined;
  /** Returns the id that it has among the contacts. */
  keep(contact: Contact): string | undefined;
  remove(id: string): void;
  apply(plan: Plan, label: string): boolean;
}

export function useContactActions(file: ContactsText): ContactActions {
  const session = useSession();
  const { procedure } = useDocument();
  return useMemo(() => {
    function apply(plan: Plan, label: string): boolean {
      if (!plan.ok) {
        notify(plan.reason, { tone: 'error' });
        return false;
      }
      session.editContacts(plan.edits, label, false);
      return true;
    }
    return {
      apply,
      add() {
        const contact = newContact(file, procedure);
        apply(planAddContact(file, contact), 'New contact');
        return contact.id;
      },
      duplicate(id) {
        const copy = planDuplicateContact(file, id);
        return apply(copy.plan, 'Duplicate contact') ? copy.id : undefined;
      },
      keep(contact) {
        const id = freeId(file, contact.id);
        const plan = planAddContact(file, { id, ...contactAsData(contact) });
        return apply(plan, 'Keep contact') ? id : undefined;
      },
      remove(id) {
        if (!findContact(file, id)) return;
        if (apply(planDeleteContact(file, id), 'Delete contact')) {
          notify(`Contact ${id} deleted.`, {
            action: { label: 'Undo', onClick: () => session.undoContacts() },
          });
        }
      },
    };
  }, [file, session, procedure]);
}
