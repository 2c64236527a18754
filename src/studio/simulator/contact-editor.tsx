import { ArrowLeft, Play, Redo2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { Contact } from '../../engine/contact.ts';
import type { Procedure } from '../../document/model.ts';
import { useSession, useSnapshot } from '../session/session-context.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { ContactForm } from './contact-form.tsx';
import { ContactYaml } from './contact-yaml.tsx';
import { findContact, type ContactsText } from './contacts-text.ts';
import type { ContactActions } from './use-contacts.ts';

/** One contact, as a form or as the text that it stands in. */
export function ContactEditor({
  file,
  id,
  actions,
  procedure,
  onRename,
  onRehearse,
  onClose,
}: {
  readonly file: ContactsText;
  readonly id: string;
  readonly actions: ContactActions;
  readonly procedure: Procedure;
  readonly onRename: (id: string) => void;
  /** Undefined while the procedure cannot run. */
  readonly onRehearse: ((contact: Contact) => void) | undefined;
  readonly onClose: () => void;
}) {
  const session = useSession();
  const { canUndoContacts, canRedoContacts } = useSnapshot();
  const entry = findContact(file, id);
  const [wantedTab, setTab] = useState('form');
  const { problems } = file.parsed;
  const tab = !entry && problems.length > 0 ? 'text' : wantedTab;
  const contact = file.parsed.contacts.find((one) => one.id === id);
  return (
    <section aria-label={`Contact ${id}`} data-contacts className="flex h-full min-h-0 flex-col bg-surface">
      <header className="flex shrink-0 items-center gap-1 border-b border-line px-1.5 py-1">
        <IconButton label="Back to the rehearsal" onClick={onClose}>
          <ArrowLeft aria-hidden />
        </IconButton>
        <h2 className="min-w-0 truncate font-medium">{id === '' ? 'Contacts' : id}</h2>
        <span className="grow" />
        <IconButton
          label="Undo contact edit"
          disabled={!canUndoContacts}
          onClick={() => session.undoContacts()}
        >
          <Undo2 aria-hidden />
        </IconButton>
        <IconButton
          label="Redo contact edit"
          disabled={!canRedoContacts}
          onClick={() => session.redoContacts()}
        >
          <Redo2 aria-hidden />
        </IconButton>
        <Button
          variant="primary"
          icon={<Play aria-hidden />}
          disabled={!contact || !onRehearse}
          onClick={() => contact && onRehearse?.(contact)}
        >
          Rehearse
        </Button>
      </header>
      <Tabs
        label="Contact"
        className="min-h-0 flex-1"
        value={tab}
        onChange={setTab}
        tabs={[
          {
            value: 'form',
            label: 'Form',
            content: (
              <div className="h-full overflow-y-auto">
                {entry ? (
                  <ContactForm
                    file={file}
                    entry={entry}
                    actions={actions}
                    procedure={procedure}
                    onRename={onRename}
                  />
                ) : (
                  <EmptyState
                    title="This contact cannot be shown as a form"
                    text={problems[0]?.message ?? 'It is not there any more.'}
                    actions={<Button onClick={() => setTab('text')}>Show the text</Button>}
                  />
                )}
              </div>
            ),
          },
          {
            value: 'text',
            label: 'YAML',
            badge: problems.length > 0 && (
              <Badge tone="warning" label={`${problems.length} problems`}>
                {problems.length}
              </Badge>
            ),
            content: <ContactYaml file={file} entry={entry} />,
          },
        ]}
      />
    </section>
  );
}
