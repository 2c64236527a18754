import { MessagesSquare, Play } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Contact } from '../../engine/contact.ts';
import { useViewState } from '../session/view-state.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Tabs, type Tab } from '../ui/tabs.tsx';
import { ContactList } from './contact-list.tsx';
import { ContactProblems } from './contact-problems.tsx';
import type { ContactsText } from './contacts-text.ts';
import { FactsView } from './facts-view.tsx';
import type { PanelShape } from './panel-shape.ts';
import { useRehearsal, type SimulatorTab } from './rehearsal-store.ts';
import { Split } from './split.tsx';
import { TranscriptView } from './transcript-view.tsx';
import type { ContactActions } from './use-contacts.ts';
import { WhyView } from './why-view.tsx';
import { wholeProcedure } from './whole-procedure.ts';

/** Contacts, transcript, facts and why: beside each other where there is room, behind tabs where there is not. */
export function RehearsalLayout({
  shape,
  file,
  actions,
  runnable,
  onOpen,
  onEdit,
}: {
  readonly shape: PanelShape;
  readonly file: ContactsText;
  readonly actions: ContactActions;
  readonly runnable: boolean;
  readonly onOpen: (contact: Contact) => void;
  readonly onEdit: (id: string) => void;
}) {
  const { tab, main, side, showTab, timeline, contactId } = useRehearsal();
  const { contacts, problems } = file.parsed;

  const contactsPart = (
    <div className="flex h-full min-h-0 flex-col">
      <div className="min-h-0 flex-1">
        <ContactList
          contacts={contacts}
          chosen={contactId}
          actions={actions}
          onOpen={onOpen}
          onEdit={onEdit}
        />
      </div>
      <ContactProblems problems={problems} onEdit={() => onEdit(contactId ?? contacts[0]?.id ?? '')} />
    </div>
  );
  const transcriptPart = timeline ? (
    <TranscriptView timeline={timeline} procedure={wholeProcedure(timeline.program)} />
  ) : (
    <NothingOpen runnable={runnable} first={contacts[0]} onOpen={onOpen} />
  );
  const factsPart = timeline ? (
    <FactsView timeline={timeline} />
  ) : (
    <Later what="what is known at each step" />
  );
  const whyPart = timeline ? (
    <WhyView timeline={timeline} />
  ) : (
    <Later what="why each step was taken, and why not another" />
  );

  const tabs: Readonly<Record<SimulatorTab, Tab>> = {
    contacts: { value: 'contacts', label: 'Contacts', content: contactsPart },
    transcript: { value: 'transcript', label: 'Transcript', content: transcriptPart },
    facts: { value: 'facts', label: 'Facts', content: factsPart },
    why: { value: 'why', label: 'Why', content: whyPart },
  };
  const change = (value: string): void => showTab(value as SimulatorTab);

  const conversation = (
    <Tabs
      label="Conversation"
      className="h-full"
      value={main}
      onChange={change}
      tabs={[tabs.contacts, tabs.transcript]}
    />
  );
  const behind = (
    <Tabs label="Behind it" className="h-full" value={side} onChange={change} tabs={[tabs.facts, tabs.why]} />
  );

  switch (shape) {
    case 'narrow':
      return (
        <Tabs
          label="Simulator"
          spread
          className="h-full"
          value={tab}
          onChange={change}
          tabs={[tabs.contacts, tabs.transcript, tabs.facts, tabs.why]}
        />
      );
    case 'stacked':
      return (
        <Split
          id="stacked"
          orientation="vertical"
          parts={[
            { id: 'conversation', size: 58, content: conversation },
            { id: 'facts and why', size: 42, content: behind },
          ]}
        />
      );
    case 'medium':
      return (
        <Split
          id="medium"
          orientation="horizontal"
          parts={[
            { id: 'conversation', size: 58, content: conversation },
            { id: 'facts and why', size: 42, content: behind },
          ]}
        />
      );
    case 'wide':
      return (
        <Split
          id="wide"
          orientation="horizontal"
          parts={[
            { id: 'contacts', size: 20, content: contactsPart },
            { id: 'transcript', size: 43, content: transcriptPart },
            { id: 'facts and why', size: 37, content: behind },
          ]}
        />
      );
    case 'columns':
      return (
        <Split
          id="columns"
          orientation="horizontal"
          parts={[
            { id: 'contacts', size: 16, content: contactsPart },
            { id: 'transcript', size: 33, content: transcriptPart },
            { id: 'facts', size: 26, content: <Titled title="Facts now">{factsPart}</Titled> },
            { id: 'why', size: 25, content: <Titled title="Why">{whyPart}</Titled> },
          ]}
        />
      );
  }
}

function NothingOpen({
  runnable,
  first,
  onOpen,
}: {
  readonly runnable: boolean;
  readonly first: Contact | undefined;
  readonly onOpen: (contact: Contact) => void;
}) {
  const setDock = useViewState((state) => state.setDock);
  if (!runnable) {
    return (
      <EmptyState
        title="The procedure cannot run yet"
        text="It has errors that decide what would happen. Resolve them, then rehearse it."
        actions={<Button onClick={() => setDock('problems')}>Show the problems</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={<MessagesSquare aria-hidden />}
      title="Rehearse a contact"
      text={
        first
          ? 'Choose a contact, then play it to its end or take it step by step.'
          : 'Write a contact first: what is known, and what the customer says.'
      }
      actions={
        first && (
          <Button variant="primary" icon={<Play aria-hidden />} onClick={() => onOpen(first)}>
            Start with {first.id}
          </Button>
        )
      }
    />
  );
}

function Titled({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="flex h-full min-h-0 flex-col">
      <h2 className="flex h-9 shrink-0 items-center border-b border-line px-3 font-medium">{title}</h2>
      <div className="min-h-0 flex-1">{children}</div>
    </div>
  );
}

function Later({ what }: { readonly what: string }) {
  return <p className="p-4 text-center text-sm text-muted">Play a contact to see {what}.</p>;
}
