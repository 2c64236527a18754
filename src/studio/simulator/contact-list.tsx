// A listbox of rich rows with one tab stop: native lists hold text only, and options take no focus of their own.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events */
import { Copy, Pencil, Plus, Trash2, Users } from 'lucide-react';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import type { Contact } from '../../engine/contact.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useRehearsal } from './rehearsal-store.ts';
import type { ContactActions } from './use-contacts.ts';

/** The contacts of the procedure; Enter or a click rehearses one. */
export function ContactList({
  contacts,
  chosen,
  actions,
  onOpen,
  onEdit,
}: {
  readonly contacts: readonly Contact[];
  readonly chosen: string | undefined;
  readonly actions: ContactActions;
  readonly onOpen: (contact: Contact) => void;
  readonly onEdit: (id: string) => void;
}) {
  const id = useId();
  const choose = useRehearsal((state) => state.choose);
  const chosenIndex = contacts.findIndex((contact) => contact.id === chosen);
  const [active, setActive] = useState(Math.max(chosenIndex, 0));
  const bounded = Math.min(active, contacts.length - 1);
  const [followed, setFollowed] = useState(chosenIndex);
  if (followed !== chosenIndex) {
    setFollowed(chosenIndex);
    if (chosenIndex >= 0) setActive(chosenIndex);
  }
  useEffect(() => {
    window.document.getElementById(`${id}-${bounded}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, bounded]);

  function onKeyDown(event: KeyboardEvent): void {
    const last = contacts.length - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(bounded + 1, last),
      ArrowUp: Math.max(bounded - 1, 0),
      Home: 0,
      End: last,
    };
    const next = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    const contact = contacts[bounded];
    if (next !== undefined) {
      setActive(next);
      // While none is played, Play is about the one that is pointed at.
      if (useRehearsal.getState().timeline === undefined) choose(contacts[next]?.id);
    } else if ((event.key === 'Enter' || event.key === ' ') && contact) onOpen(contact);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const target = contacts[bounded];
  return (
    <div data-contacts className="flex h-full min-h-0 flex-col bg-surface">
      <div className="flex shrink-0 items-center gap-0.5 border-b border-line py-1 pr-1.5 pl-2">
        <Button
          variant="ghost"
          className="-ml-1 px-2"
          icon={<Plus aria-hidden />}
          onClick={() => onEdit(actions.add())}
        >
          New contact
        </Button>
        <span className="grow" />
        <IconButton label="Edit contact" disabled={!target} onClick={() => target && onEdit(target.id)}>
          <Pencil aria-hidden />
        </IconButton>
        <IconButton
          label="Duplicate contact"
          disabled={!target}
          onClick={() => {
            const copy = target && actions.duplicate(target.id);
            if (copy !== undefined) setActive(bounded + 1);
          }}
        >
          <Copy aria-hidden />
        </IconButton>
        <IconButton
          label="Delete contact"
          disabled={!target}
          onClick={() => target && actions.remove(target.id)}
        >
          <Trash2 aria-hidden />
        </IconButton>
      </div>
      {contacts.length === 0 ? (
        <EmptyState
          icon={<Users aria-hidden />}
          title="No contacts yet"
          text="A contact is one customer conversation to rehearse: what is known, and what the customer says."
          actions={<Button onClick={() => onEdit(actions.add())}>Write the first contact</Button>}
        />
      ) : (
        <div
          role="listbox"
          aria-label="Contacts"
          aria-activedescendant={`${id}-${bounded}`}
          tabIndex={0}
          onKeyDown={onKeyDown}
          className="min-h-0 flex-1 overflow-y-auto p-1 focus-visible:-outline-offset-2"
        >
          {contacts.map((contact, index) => (
            <div
              key={index}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === chosenIndex}
              onClick={() => {
                setActive(index);
                onOpen(contact);
              }}
              onDoubleClick={() => onEdit(contact.id)}
              className={classNames(
                'rounded-md px-2 py-1',
                index === chosenIndex ? 'bg-accent-soft' : index === bounded ? 'bg-hover' : 'hover:bg-hover',
              )}
            >
              <p className="flex items-baseline gap-2">
                <span
                  className={classNames('truncate font-medium', index === chosenIndex && 'text-accent-ink')}
                >
                  {contact.id}
                </span>
                <span className="ml-auto shrink-0 text-2xs text-faint">
                  {[contact.channel, contact.locale].filter(Boolean).join(' · ')}
                </span>
              </p>
              <p className="truncate text-xs text-muted">
                {contact.turns[0]?.text || contact.intent || 'Says nothing'}
              </p>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
