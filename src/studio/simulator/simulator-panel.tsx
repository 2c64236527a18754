import { useCallback, useEffect, useRef } from 'react';
import type { Contact } from '../../engine/contact.ts';
import { useCalledProcedures } from '../session/procedure-lookup.ts';
import { useDocument, useSession } from '../session/session-context.tsx';
import type { BatchTask } from './batch/batch-task.ts';
import { BatchView } from './batch/batch-view.tsx';
import { useBatch } from './batch/batch-store.ts';
import { ContactEditor } from './contact-editor.tsx';
import { usePanelShape } from './panel-shape.ts';
import { RehearsalLayout } from './rehearsal-layout.tsx';
import { useRehearsal } from './rehearsal-store.ts';
import { SimulatorHeader } from './simulator-header.tsx';
import { usePlaying } from './transport.tsx';
import { useContactKeys } from './use-contact-keys.ts';
import { useContactActions, useContactsText } from './use-contacts.ts';
import { useLinkedContact } from './use-linked-contact.ts';
import { useLitPath } from './use-lit-path.ts';
import { useProgram } from './use-program.ts';
import { useSimulatorCommands } from './use-simulator-commands.ts';
import { useWishedRehearsal } from './use-wished-rehearsal.ts';
import { notify } from '../ui/notify.tsx';
import { useTransportKeys } from './use-transport-keys.ts';

/** Rehearses a contact against the open procedure, step by step, or all contacts at once. */
export function SimulatorPanel() {
  const session = useSession();
  const document = useDocument();
  const panel = useRef<HTMLElement>(null);
  const shape = usePanelShape(panel);
  const file = useContactsText();
  const actions = useContactActions(file);
  const { program, problems } = useProgram();
  const called = useCalledProcedures();
  const { view, show, contactId, timeline, own, open, close, choose, rename, update } = useRehearsal();
  const { start: startBatch, cancel: cancelBatch } = useBatch();
  const { contacts } = file.parsed;

  useEffect(() => {
    if (own(session.id)) cancelBatch();
  }, [own, cancelBatch, session.id]);
  usePlaying();
  useLitPath(timeline);

  const guest = useRehearsal((state) => state.guest);
  const adopt = useRehearsal((state) => state.adopt);
  const current = guest?.contact ?? contacts.find((contact) => contact.id === contactId);
  useLinkedContact(session.id, program, contacts);
  const focusPanel = useCallback(() => panel.current?.focus({ preventScroll: true }), []);
  useWishedRehearsal(program, focusPanel);
  const first = current ?? contacts[0];
  const begin = !timeline && program && first ? () => open(program, first) : undefined;
  const keys = useTransportKeys(begin);
  useSimulatorCommands(begin);
  const contactKeys = useContactKeys();
  useEffect(() => {
    if (timeline && !current) close();
    else if (timeline && program && current) update(program, current);
  }, [timeline, program, current, update, close]);

  const task: BatchTask = {
    procedure: document.text,
    called: [...called.documents.values()].map(({ text }) => text),
    contacts: file.text,
  };
  function rehearse(contact: Contact): void {
    if (!program) return;
    open(program, contact);
    // The keys of the playback work at once.
    panel.current?.focus({ preventScroll: true });
  }
  function edit(id: string): void {
    if (id !== contactId) choose(id);
    show('edit');
  }
  function keep(contact: Contact): void {
    const id = actions.keep(contact);
    if (id === undefined) return;
    adopt(id);
    notify(`${id} is a sample contact now.`);
  }
  function runAll(): void {
    show('batch');
    startBatch(task);
  }

  return (
    // The keys of the playback work wherever the focus is in the panel; each has its button too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={panel}
      aria-label="Simulator"
      tabIndex={-1}
      onKeyDown={(event) => {
        contactKeys(event);
        keys(event);
      }}
      className="flex h-full min-h-0 flex-col bg-surface text-ink focus-visible:outline-none"
    >
      {shape !== undefined && (
        <>
          <SimulatorHeader
            shape={shape}
            contact={timeline?.contact}
            problems={problems}
            begin={begin}
            canRun={program !== undefined && contacts.length > 0}
            onEdit={edit}
            onRunAll={runAll}
            onKeep={keep}
          />
          <div className="min-h-0 flex-1">
            {view === 'batch' ? (
              <BatchView
                task={program && task}
                onOpen={(id) => {
                  const contact = contacts.find((one) => one.id === id);
                  if (contact) rehearse(contact);
                }}
                onClose={() => show('run')}
              />
            ) : view === 'edit' && contactId !== undefined ? (
              <ContactEditor
                key={contactId}
                file={file}
                id={contactId}
                actions={actions}
                procedure={document.procedure}
                onRename={rename}
                onRehearse={program && rehearse}
                onClose={() => show('run')}
              />
            ) : (
              <RehearsalLayout
                shape={shape}
                file={file}
                actions={actions}
                runnable={program !== undefined}
                onOpen={rehearse}
                onEdit={edit}
              />
            )}
          </div>
        </>
      )}
    </section>
  );
}
