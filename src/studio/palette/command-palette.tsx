import { Command as List } from 'cmdk';
import { Search } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { SopDocument } from '../../document/document.ts';
import { commandSections, commandsIn, useCommandRegister } from '../session/commands.ts';
import type { Command } from '../session/commands.ts';
import { useDocument } from '../session/session-context.tsx';
import { viewNow } from '../session/view-state.ts';
import { notify } from '../ui/notify.tsx';
import { CommandRow, DestinationRow } from './choice-rows.tsx';
import { destinationsOf } from './destinations.ts';
import type { Destination } from './destinations.ts';
import { paletteNow, usePalette } from './palette-state.ts';
import { search } from './search.ts';

/** Everything that can be done and everywhere one can go, by typing. */
export function CommandPalette() {
  const isOpen = usePalette(({ open }) => open === 'commands');
  const { close } = paletteNow();
  const before = useRef<Element | null>(null);
  const chosen = useRef<(() => void) | undefined>(undefined);

  const choose = (run: () => void): void => {
    chosen.current = run;
    close();
  };
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-overlay" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-[10vh] left-1/2 z-50 flex max-h-[min(32rem,78vh)] w-[calc(100vw-24px)] max-w-160 -translate-x-1/2 flex-col overflow-hidden rounded-xl border border-line bg-raised shadow-high outline-none"
          onOpenAutoFocus={() => {
            before.current = document.activeElement;
            chosen.current = undefined;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (before.current instanceof HTMLElement) before.current.focus();
            chosen.current?.();
          }}
        >
          <Dialog.Title className="sr-only">Commands</Dialog.Title>
          <Choices choose={choose} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Choices({ choose }: { readonly choose: (run: () => void) => void }) {
  const register = useCommandRegister();
  const document = useDocument();
  const { procedure } = document;
  const recent = usePalette((state) => state.recent);
  const { remember } = paletteNow();
  const [typed, setTyped] = useState('');
  const commands = useMemo(() => commandsIn(register), [register]);
  const choices = useMemo(
    () => search(typed, commands, destinationsOf(procedure), recent),
    [typed, commands, procedure, recent],
  );
  const list = useRef<HTMLDivElement>(null);

  const take = (command: Command): void => {
    if (command.unavailable !== undefined) {
      notify(command.unavailable);
      return;
    }
    choose(() => {
      remember(command.id);
      command.run();
    });
  };
  const rowOf = (command: Command, showsSection: boolean) => (
    <CommandRow
      key={command.id}
      command={command}
      showsSection={showsSection}
      onSelect={() => take(command)}
    />
  );
  return (
    <List label="Commands" shouldFilter={false} loop className="flex min-h-0 flex-col">
      <div className="flex items-center gap-2 border-b border-line px-4">
        <Search aria-hidden className="size-4 shrink-0 text-faint" />
        <List.Input
          value={typed}
          onValueChange={(text) => {
            setTyped(text);
            list.current?.scrollTo({ top: 0 });
          }}
          placeholder="A command, a step, a guardrail, a fact"
          className="h-12 min-w-0 grow bg-transparent text-lg outline-none"
        />
      </div>
      <List.List ref={list} className="min-h-0 overflow-y-auto p-1.5">
        {typed.trim() === '' ? (
          <AllCommands commands={commands} recent={recent} rowOf={rowOf} />
        ) : (
          choices.map((choice) =>
            choice.kind === 'command' ? (
              rowOf(choice.command, true)
            ) : (
              <DestinationRow
                key={choice.destination.id}
                destination={choice.destination}
                onSelect={() => choose(() => goTo(choice.destination, document))}
              />
            ),
          )
        )}
        <List.Empty className="px-3 py-6 text-center text-muted">
          Nothing is called “{typed.trim()}”. To look into the wording too, use Find.
        </List.Empty>
      </List.List>
    </List>
  );
}

interface AllCommandsProps {
  readonly commands: readonly Command[];
  readonly recent: readonly string[];
  readonly rowOf: (command: Command, showsSection: boolean) => ReactNode;
}

function AllCommands({ commands, recent, rowOf }: AllCommandsProps) {
  const lately = recent.flatMap((id) => commands.find((command) => command.id === id) ?? []);
  return (
    <>
      {lately.length > 0 && (
        <List.Group heading="Recent" className={groupStyle}>
          {lately.map((command) => rowOf(command, true))}
        </List.Group>
      )}
      {commandSections.map((section) => {
        const inside = commands.filter((command) => command.section === section && !lately.includes(command));
        if (inside.length === 0) return null;
        return (
          <List.Group key={section} heading={section} className={groupStyle}>
            {inside.map((command) => rowOf(command, false))}
          </List.Group>
        );
      })}
    </>
  );
}

const groupStyle =
  '[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-faint';

function goTo({ elementKey, path }: Destination, document: SopDocument): void {
  const { select, show, setDock } = viewNow();
  const name = document.locate(path)?.key;
  select(elementKey === undefined ? [] : [elementKey], 'find');
  // What is no element is seen in the text alone.
  if (elementKey === undefined) setDock('code');
  show(name ? { span: name } : { path }, 'find');
}
